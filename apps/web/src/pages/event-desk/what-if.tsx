import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Schemas } from '#web/api/client';
import { type MatchmakingEvent, registrationsQuery } from '#web/api/events';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { Pick } from '#web/parts/pick';
import { useToast } from '#web/parts/toast';
import { planTexts } from './plan-texts';
import { useDesk } from './queries';

const SLOT: readonly string[] = ['table-more', 'table-less', 'slot-less', 'slot-freed'];
const PARTY: readonly string[] = ['slot-freed', 'meeting-more', 'seat-more'];
type Kind = Schemas['WhatIfInput']['kind'];

/** What the event would come to with one thing changed; nothing is kept. */
export function WhatIf({ event }: { readonly event: MatchmakingEvent }) {
  const t = useTexts(planTexts);
  const toast = useToast();
  const { hour, number } = useFormat();
  const { whatIf } = useDesk(event.id);
  const registrations = useInfiniteQuery(registrationsQuery(event.id));
  const there = (registrations.data?.pages ?? []).flatMap(({ items }) =>
    items.filter(({ status }) => status === 'approved'),
  );
  const people = (side?: string) =>
    there
      .filter((one) => side === undefined || one.side === side)
      .flatMap(({ organisationId, organisationName, representatives }) =>
        representatives.map(({ id, name }) => ({
          value: `${organisationId}:${id}`,
          label: name === organisationName ? name : `${organisationName} ${name}`,
        })),
      );
  const [kind, setKind] = useState<Kind>('table-more');
  const [said, setSaid] = useState<Omit<Schemas['WhatIfInput'], 'kind'>>({});
  const [first, leader, sme] = [people()[0], people('leader')[0], people('sme')[0]].map((one) => one?.value);
  const { slot = 0, ...named } = said;
  const send = () =>
    whatIf.mutate(
      {
        kind,
        ...(SLOT.includes(kind) ? { slot } : {}),
        ...(PARTY.includes(kind) ? { party: named.party ?? first ?? '' } : {}),
        ...(kind === 'pair-less' ? { leader: named.leader ?? leader ?? '', sme: named.sme ?? sme ?? '' } : {}),
      },
      { onError: (error) => toast.failed(error) },
    );
  const change = (some: typeof said) => {
    whatIf.reset();
    setSaid({ ...said, ...some });
  };
  const total = ({ meetings, score, upperBound }: Schemas['TotalView']) =>
    t.totals(meetings, number(score), number(upperBound));
  return (
    <section className="card stack">
      <div>
        <h2>{t.whatIf}</h2>
        <p className="soft">{t.whatIfHint}</p>
      </div>
      <div className="row">
        <Pick
          label={t.change}
          options={Object.entries(t.kinds).map(([value, label]) => ({ value, label }))}
          value={kind}
          onChange={(value) => {
            whatIf.reset();
            setKind(value as Kind);
          }}
        />
        {SLOT.includes(kind) && (
          <Pick
            label={t.when}
            options={event.slots.map(({ from }, at) => ({ value: `${at}`, label: hour(from) }))}
            value={`${slot}`}
            onChange={(value) => change({ slot: Number(value) })}
          />
        )}
        {PARTY.includes(kind) && (
          <Pick label={t.party} options={people()} value={named.party} onChange={(party) => change({ party })} />
        )}
        {kind === 'pair-less' && (
          <>
            <Pick
              label={t.pairLeader}
              options={people('leader')}
              value={named.leader}
              onChange={(value) => change({ leader: value })}
            />
            <Pick
              label={t.pairSme}
              options={people('sme')}
              value={named.sme}
              onChange={(value) => change({ sme: value })}
            />
          </>
        )}
        <Button loading={whatIf.isPending} onClick={send}>
          {t.ask}
        </Button>
      </div>
      {whatIf.data && (
        <div role="status">
          <dl className="facts">
            <dt>{t.asNow}</dt>
            <dd>{total(whatIf.data.before)}</dd>
            <dt>{t.changed}</dt>
            <dd>{total(whatIf.data.after)}</dd>
          </dl>
        </div>
      )}
    </section>
  );
}
