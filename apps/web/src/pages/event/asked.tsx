import type { Schemas } from '#web/api/client';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { useToast } from '#web/parts/toast';
import { useParticipant } from './queries';
import { eventTexts } from './texts';

interface AskedProps {
  readonly id: string;
  readonly asked: readonly Schemas['SeatAskedView'][];
}

/** Meetings that the reader's organisation is asked to take, as somebody does not come: one tap answers. */
export function Asked({ id, asked }: AskedProps) {
  const t = useTexts(eventTexts);
  const toast = useToast();
  const { hour } = useFormat();
  const { answerSeat } = useParticipant(id);
  const say = (offerId: string, yes: boolean) =>
    void answerSeat
      .mutateAsync({ offerId, yes })
      .then(({ status }) => toast.done(t.askedSaid[status] ?? t.said))
      .catch((error: Error) => toast.failed(error));
  if (asked.length === 0) return null;
  return (
    <ul className="stack">
      {asked.map(({ id: offerId, from, organisationName, myPerson, answerBy, yes }) => (
        <li className="notice-line stack tight" key={offerId}>
          <h3>{t.canYou(hour(from), organisationName)}</h3>
          <p className="soft small">{t.canYouHint(myPerson, hour(answerBy))}</p>
          <fieldset className="plain-set row">
            <legend className="unseen">{organisationName}</legend>
            {[true, false].map((one) => (
              <button
                type="button"
                className="chip"
                key={`${one}`}
                aria-pressed={yes === one}
                disabled={answerSeat.isPending}
                onClick={() => say(offerId, one)}
              >
                {one ? t.yes : t.no}
              </button>
            ))}
          </fieldset>
          {yes && <p className="small">{t.waits}</p>}
        </li>
      ))}
    </ul>
  );
}
