import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Demand, Schemas } from '#web/api/client';
import { useDemandStep } from '#web/api/demands';
import { useMe } from '#web/api/session';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { words } from '#web/i18n/words';
import { Requirements } from '#web/parts/demand-facts';
import { Refuse } from '#web/parts/refuse';
import { Tag, TypeTag } from '#web/parts/tag';
import { likeQuery } from './queries';
import { useTold } from './queue';
import { deskTexts } from './texts';

type Check = NonNullable<Schemas['ReviewInput']['checks']>[number];

/** Demands that may be the same, with what both say. */
function Like({ id }: { readonly id: string }) {
  const t = useTexts(deskTexts);
  const { percent } = useFormat();
  const { data } = useQuery(likeQuery(id));
  return (
    <section className="stack tight" aria-label={t.like}>
      <h3>{t.like}</h3>
      {data?.length === 0 && <p className="soft small">{t.noLike}</p>}
      <ul className="stack tight">
        {data?.map((one) => (
          <li key={one.demandId}>
            <div className="row">
              <Link to={`/my/demands/${one.demandId}`}>{one.title}</Link>
              <Tag tone="warn">{t.likeness(percent(one.likeness))}</Tag>
            </div>
            <p className="soft small">
              {[one.sameOwner ? t.sameOwner : one.ownerName, t.shared(one.words.join('、'))].join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A demand that was handed in: what to look at, what may be the same, and the decision. */
export function Review({ demand }: { readonly demand: Demand }) {
  const t = useTexts(deskTexts);
  const w = useTexts(words);
  const me = useMe();
  const { ago } = useFormat();
  const step = useDemandStep(demand);
  const told = useTold();
  const [checks, setChecks] = useState<readonly Check[]>([]);
  const { id, type, title, ownerName, updatedAt, sensitive, approval, chosen, background, requirements = [] } = demand;
  const ticked = { checks: [...checks] };
  const own = approval !== undefined && approval.byId === me?.person?.id;
  const toggle = (check: Check) =>
    setChecks(checks.includes(check) ? checks.filter((other) => other !== check) : [...checks, check]);
  return (
    <li className="card stack">
      <div className="row apart">
        <div>
          <div className="row">
            <TypeTag type={type} />
            {chosen && <Tag tone="clay">{t.chosen(chosen.firms.length)}</Tag>}
            {sensitive && <Tag tone="warn">{t.sensitive}</Tag>}
          </div>
          <h2>{title}</h2>
          <p className="soft small">{[ownerName, updatedAt && ago(updatedAt)].filter(Boolean).join(' · ')}</p>
        </div>
        <Link to={`/my/demands/${id}`}>{t.open}</Link>
      </div>
      {approval && (
        <p className="notice-line">
          {own ? t.ownLook(ago(approval.at)) : t.firstLook(approval.byName, ago(approval.at))}
        </p>
      )}
      {(requirements.length > 0 || background) && (
        <details>
          <summary>{t.content}</summary>
          <div className="stack tight">
            {background && <p className="pre">{background}</p>}
            {requirements.length > 0 && <Requirements demand={demand} />}
          </div>
        </details>
      )}
      <div className="review">
        <fieldset className="checks">
          <legend>{t.checklist}</legend>
          {(Object.keys(w.reviewCheck) as Check[]).map((check) => (
            <label key={check} className="tick">
              <input type="checkbox" checked={checks.includes(check)} onChange={() => toggle(check)} />
              <span>{w.reviewCheck[check]}</span>
            </label>
          ))}
        </fieldset>
        <Like id={id} />
      </div>
      <div className="row">
        <Button
          type="primary"
          disabled={own}
          loading={step.isPending}
          onClick={() => step.mutate({ step: 'publish', ...ticked }, told)}
        >
          {own ? t.waitsForSecond : sensitive && !approval ? t.approve1 : t.publish}
        </Button>
        <Refuse label={t.giveBack} send={(reason) => step.mutate({ step: 'return', reason, ...ticked }, told)} />
        {!sensitive && <Button onClick={() => step.mutate({ step: 'mark', sensitive: true }, told)}>{t.mark}</Button>}
      </div>
    </li>
  );
}
