import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Demand } from '#web/api/client';
import { type Criterion, type Evaluation, useSetUp } from '#web/api/evaluations';
import { peopleQuery } from '#web/api/people';
import { useMe } from '#web/api/session';
import { useTexts } from '#web/i18n/texts';
import { nameOf } from '#web/i18n/words';
import { More } from '#web/parts/listed';
import { useToast } from '#web/parts/toast';
import { sharesOf } from './shares';
import { evaluationTexts } from './texts';

const USUAL: readonly Criterion[] = [
  { id: 'team', weight: 20 },
  { id: 'ability', weight: 30 },
  { id: 'plan', weight: 30 },
  { id: 'fit', weight: 20 },
];
/** As many as the server takes. */
const MOST_CRITERIA = 8;

interface CriteriaProps {
  readonly criteria: readonly Criterion[];
  readonly change: (criteria: readonly Criterion[]) => void;
}

/** What is judged, and how much it counts. */
function Criteria({ criteria, change }: CriteriaProps) {
  const t = useTexts(evaluationTexts);
  const [name, setName] = useState('');
  const called = (one: Criterion) => one.name ?? nameOf(t.criteria, one.id);
  const shares = sharesOf(criteria.map(({ weight }) => weight));
  const put = (id: string, weight: number) => change(criteria.map((one) => (one.id === id ? { ...one, weight } : one)));
  const add = () => {
    const free = criteria.map((_, at) => `own-${at + 1}`).find((id) => criteria.every((one) => one.id !== id));
    change([...criteria, { id: free ?? 'own-0', name: name.trim(), weight: 10 }]);
    setName('');
  };
  return (
    <fieldset className="plain-set stack tight">
      <legend>
        <h3>{t.by}</h3>
      </legend>
      {criteria.map((one, at) => (
        <div className="evaluation-criterion" key={one.id}>
          <span>{called(one)}</span>
          <span>
            <Input
              type="number"
              min={1}
              max={100}
              style={{ width: 84 }}
              aria-label={`${t.weight} ${called(one)}`}
              value={one.weight || ''}
              onChange={(event) => put(one.id, Math.max(0, Math.min(100, Number(event.target.value))))}
            />
            <span className="soft small evaluation-share">{shares[at]}%</span>
            <Button
              type="text"
              aria-label={t.removeCriterion(called(one))}
              disabled={criteria.length === 1}
              onClick={() => change(criteria.filter(({ id }) => id !== one.id))}
            >
              ✕
            </Button>
          </span>
        </div>
      ))}
      {criteria.length < MOST_CRITERIA && (
        <div className="row">
          <Input
            style={{ maxWidth: 240 }}
            aria-label={t.own}
            placeholder={t.own}
            maxLength={60}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <Button disabled={!name.trim()} onClick={add}>
            {t.addCriterion}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

interface WhoProps {
  readonly organisationId: string;
  readonly chosen: readonly string[];
  readonly toggle: (id: string) => void;
}

/** People of an organisation who may judge. */
function Who({ organisationId, chosen, toggle }: WhoProps) {
  const t = useTexts(evaluationTexts);
  const me = useMe()?.person?.id;
  const people = useInfiniteQuery(peopleQuery(organisationId));
  const active = people.data?.pages.flatMap(({ items }) => items).filter((person) => person.active) ?? [];
  return (
    <>
      {active.map(({ id, name, email }) => (
        <label className="tick" key={id}>
          <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
          <span>
            {name} {id === me && `（${t.me}）`} <span className="soft small">{email}</span>
          </span>
        </label>
      ))}
      <More of={people} />
    </>
  );
}

interface SetUpProps {
  readonly demand: Demand;
  readonly before: Evaluation | null;
  readonly done?: () => void;
}

/** Says by what and by whom the responses are judged. */
export function SetUp({ demand, before, done }: SetUpProps) {
  const t = useTexts(evaluationTexts);
  const toast = useToast();
  const own = useMe()?.organisation?.id;
  const setUp = useSetUp(demand.id, before);
  const [criteria, setCriteria] = useState<readonly Criterion[]>(before?.criteria ?? USUAL);
  const [chosen, choose] = useState<readonly string[]>(before?.evaluators.map(({ id }) => id) ?? []);
  const toggle = (id: string) => choose(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  // Staff may ask people of the owner as well as their own.
  const organisations = [...new Set([demand.ownerId, own])].filter((id) => id !== undefined);
  const send = () =>
    setUp.mutate(
      { criteria: criteria.filter(({ weight }) => weight > 0), evaluatorIds: [...chosen] },
      {
        onSuccess: () => {
          toast.done(t.started);
          done?.();
        },
        onError: (error) => toast.failed(error),
      },
    );
  return (
    <section className="card stack">
      <div>
        <h2>{t.set}</h2>
        <p className="soft">{t.setLead}</p>
      </div>
      <Criteria criteria={criteria} change={setCriteria} />
      <fieldset className="plain-set stack tight">
        <legend>
          <h3>{t.who}</h3>
        </legend>
        {organisations.map((id) => (
          <Who key={id} organisationId={id} chosen={chosen} toggle={toggle} />
        ))}
        {chosen.length === 0 && <p className="soft small">{t.whoNone}</p>}
        <div>
          <Link to="/people">{t.people}</Link>
        </div>
      </fieldset>
      <div className="row">
        <Button type="primary" disabled={chosen.length === 0} loading={setUp.isPending} onClick={send}>
          {before ? t.save : t.start}
        </Button>
        {done && <Button onClick={done}>{t.cancel}</Button>}
      </div>
    </section>
  );
}
