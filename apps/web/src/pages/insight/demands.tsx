import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { nameOf } from '#web/i18n/words';
import { Listed } from '#web/parts/listed';
import { Async, Empty } from '#web/parts/state';
import { StatusFilter } from '#web/parts/status-filter';
import { Tag } from '#web/parts/tag';
import { casesQuery, type InsightDemand, insightDemandsQuery, type Narrowed, STAGES, type Stage } from './queries';
import { insightTexts } from './texts';

function Cases({ id }: { readonly id: string }) {
  const t = useTexts(insightTexts);
  const { ago } = useFormat();
  const cases = useQuery(casesQuery(id));
  return (
    <Async of={cases}>
      {(all) =>
        all.length === 0 ? (
          <p className="soft">{t.nobody}</p>
        ) : (
          <ul className="stack tight">
            {all.map((one) => {
              const last = one.contractAt ?? one.metAt ?? one.answeredAt ?? one.seenAt ?? one.toldAt;
              return (
                <li key={one.organisationId} className="row">
                  <strong>{one.firmName}</strong>
                  <Tag tone={one.declined ? 'plain' : one.stage === 'contract' ? 'good' : 'clay'}>
                    {one.declined ? t.declined : nameOf(t.stages, one.stage)}
                  </Tag>
                  <span className="soft small">
                    {[one.district, one.direct && t.direct, last && ago(last)].filter(Boolean).join(' · ')}
                  </span>
                </li>
              );
            })}
          </ul>
        )
      }
    </Async>
  );
}

function Row({ demand }: { readonly demand: InsightDemand }) {
  const t = useTexts(insightTexts);
  const { ago, number } = useFormat();
  const [open, setOpen] = useState(false);
  const { key, name, ownerName, chain, publishedAt, reached } = demand;
  return (
    <li className="card stack tight">
      <div className="row apart">
        <h3>
          <Link to={`/demands/${key}`}>{name}</Link>
        </h3>
        <Button
          onClick={() => setOpen(!open)}
          aria-expanded={open}
          aria-label={`${open ? t.hide : t.firmsOf}：${name}`}
        >
          {open ? t.hide : t.firmsOf}
        </Button>
      </div>
      <p className="soft small">{[ownerName, chain, ago(publishedAt)].filter(Boolean).join(' · ')}</p>
      <p className="small">{STAGES.map((stage) => `${t.stages[stage]} ${number(reached[stage])}`).join(' → ')}</p>
      {open && <Cases id={key} />}
    </li>
  );
}

/** The demands behind the figures, each with its firms. */
export function Demands({ wanted }: { readonly wanted: Narrowed }) {
  const t = useTexts(insightTexts);
  const [stage, setStage] = useState<Stage>('told');
  const demands = useInfiniteQuery(insightDemandsQuery(stage, wanted));
  return (
    <section className="stack" aria-label={t.behind}>
      <h2>{t.behind}</h2>
      <StatusFilter
        label={t.stage}
        all={t.all}
        states={STAGES.filter((each) => each !== 'told')}
        names={t.stages}
        status={stage === 'told' ? undefined : stage}
        choose={(next) => setStage(next ?? 'told')}
      />
      <Listed of={demands} height={120} none={<Empty title={t.noDemands} hint={t.noDemandsHint} />}>
        {(demand) => <Row key={demand.key} demand={demand} />}
      </Listed>
    </section>
  );
}
