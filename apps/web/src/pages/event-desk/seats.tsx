import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { Schemas } from '#web/api/client';
import type { MatchmakingEvent } from '#web/api/events';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { Tag, type Tone } from '#web/parts/tag';
import { useToast } from '#web/parts/toast';
import { planTexts } from './plan-texts';
import { seatOffersQuery, useDesk } from './queries';

type Offer = Schemas['SeatOfferView'];

const TONES: Readonly<Record<string, Tone>> = { placed: 'good', agreed: 'good', refused: 'bad', void: 'bad' };

/** Asks both sides about the seats that somebody leaves empty, and says how many were asked. */
export function useAskSeats(id: string) {
  const t = useTexts(planTexts);
  const toast = useToast();
  const { askSeats } = useDesk(id);
  const ask = (organisationId: string, asked?: () => void) =>
    void askSeats
      .mutateAsync(organisationId)
      .then((offers) => {
        if (offers.length > 0) asked?.();
        toast.done(offers.length > 0 ? t.bothAsked(offers.length) : t.nobodyToAsk);
      })
      .catch((error: Error) => toast.failed(error));
  return { ask, isPending: askSeats.isPending };
}

function Line({ event, offer }: { readonly event: MatchmakingEvent; readonly offer: Offer }) {
  const t = useTexts(planTexts);
  const toast = useToast();
  const { hour } = useFormat();
  const { placeSeat } = useDesk(event.id);
  const { ask, isPending } = useAskSeats(event.id);
  const { id, absentId, absentName, leaderName, smeName, from, answerBy, status, answers } = offer;
  const said = (answer: Schemas['SeatAnswerView'] | undefined) =>
    answer === undefined ? t.saysNothing : answer.yes ? t.saysYes : t.saysNo;
  const begun = Date.parse(from) <= Date.now();
  const place = () =>
    void placeSeat
      .mutateAsync(id)
      .then(() => toast.done(t.met))
      .catch((error: Error) => toast.failed(error));
  return (
    <li className="row apart">
      <div>
        <div className="row">
          <strong>
            {hour(from)} · {leaderName} × {smeName}
          </strong>
          <Tag tone={TONES[status] ?? 'plain'}>{t.seat[status]}</Tag>
        </div>
        <p className="soft small">
          {[
            ...(status === 'placed' && !(answers.leader?.yes && answers.sme?.yes)
              ? [t.notAwaited]
              : [`${t.leaderSays} ${said(answers.leader)}`, `${t.firmSays} ${said(answers.sme)}`]),
            status === 'open' && t.until(hour(answerBy)),
            t.insteadOf(absentName),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      {!begun && (
        <div className="row">
          {(status === 'open' || status === 'lapsed') && (
            <Button loading={placeSeat.isPending} onClick={place}>
              {t.putIn}
            </Button>
          )}
          {['refused', 'lapsed', 'void'].includes(status) && (
            <Button loading={isPending} onClick={() => ask(absentId)}>
              {t.askNext}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

/** Who is asked to take a seat, and what both sides say. */
export function Seats({ event }: { readonly event: MatchmakingEvent }) {
  const t = useTexts(planTexts);
  const offers = useQuery(seatOffersQuery(event.id));
  if (!offers.data || offers.data.length === 0) return null;
  return (
    <section className="stack tight" aria-label={t.seats}>
      <h3>{t.seats}</h3>
      <ul className="stack tight">
        {offers.data.slice(0, 20).map((offer) => (
          <Line key={offer.id} event={event} offer={offer} />
        ))}
      </ul>
    </section>
  );
}
