import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Schemas } from '#web/api/client';
import type { MatchmakingEvent } from '#web/api/events';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { Async } from '#web/parts/state';
import { Tag } from '#web/parts/tag';
import { useToast } from '#web/parts/toast';
import { planTexts } from './plan-texts';
import { unmetQuery, useDesk, whyNotQuery } from './queries';

type Wish = Schemas['UnmetWishesView']['items'][number];

interface AskedProps {
  readonly event: MatchmakingEvent;
  readonly wish: Wish;
}

/** Why the two do not meet, and each way to have them meet; the first is the cheapest. */
function Why({ event, wish: { leaderId, smeId } }: AskedProps) {
  const t = useTexts(planTexts);
  const toast = useToast();
  const { hour, list } = useFormat();
  const why = useQuery(whyNotQuery(event.id, leaderId, smeId));
  const { meet } = useDesk(event.id);
  const open = ['provisional', 'final', 'live'].includes(event.phase);
  // The wish is met then and its row goes: what is said afterwards must not go with it.
  const doIt = (slot: number) =>
    void meet
      .mutateAsync({ leaderId, smeId, slot })
      .then(() => toast.done(t.met))
      .catch((error: Error) => toast.failed(error));
  return (
    <Async of={why}>
      {({ sentence, remedies }) => (
        <div className="notice-line stack tight small">
          <p>{sentence}</p>
          <ul className="stack tight">
            {remedies.map(({ slot, from, changes, possible }) => (
              <li className="row apart" key={slot}>
                <span>
                  {hour(from)} ·{' '}
                  {changes.length === 0 ? t.free : t.needs + list(changes.map((change) => change.sentence))}
                  {!possible && <span className="soft"> {t.person}</span>}
                </span>
                {possible && open && (
                  <Button loading={meet.isPending} onClick={() => doIt(slot)}>
                    {t.doIt}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Async>
  );
}

function Row({ event, wish }: AskedProps) {
  const t = useTexts(planTexts);
  const [open, setOpen] = useState(false);
  const { leaderName, smeName, leaderWish, smeWish } = wish;
  return (
    <li className="stack tight">
      <div className="row apart">
        <div>
          <strong>
            {leaderName} × {smeName}
          </strong>
          <div className="row">
            {leaderWish && (
              <Tag tone={leaderWish === 'must' ? 'clay' : 'plain'}>
                {t.leaderSays} {t.wish[leaderWish]}
              </Tag>
            )}
            {smeWish && (
              <Tag tone={smeWish === 'must' ? 'clay' : 'plain'}>
                {t.firmSays} {t.wish[smeWish]}
              </Tag>
            )}
          </div>
        </div>
        <Button aria-expanded={open} aria-label={`${t.why}: ${leaderName} × ${smeName}`} onClick={() => setOpen(!open)}>
          {t.why}
        </Button>
      </div>
      {open && <Why event={event} wish={wish} />}
    </li>
  );
}

/** Wishes that the plan does not hold, each with its reason and what would let the two meet. */
export function Unmet({ event }: { readonly event: MatchmakingEvent }) {
  const t = useTexts(planTexts);
  const { list } = useFormat();
  const unmet = useQuery(unmetQuery(event.id));
  return (
    <section className="card stack">
      <h2>{t.unmet}</h2>
      <Async of={unmet}>
        {({ total, items, without }) => (
          <>
            <p className="soft">{total === 0 ? t.noUnmet : t.unmetHint(total, items.length)}</p>
            {without.length > 0 && <p>{t.without(list(without.map(({ name }) => name)))}</p>}
            {total > 0 && (
              <ul className="stack tight">
                {items.map((wish) => (
                  <Row key={`${wish.leaderId} ${wish.smeId}`} event={event} wish={wish} />
                ))}
              </ul>
            )}
          </>
        )}
      </Async>
    </section>
  );
}
