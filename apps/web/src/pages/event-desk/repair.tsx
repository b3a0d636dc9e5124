import { Button } from 'antd';
import type { MatchmakingEvent } from '#web/api/events';
import { useTexts } from '#web/i18n/texts';
import { useToast } from '#web/parts/toast';
import { Changes } from './changes';
import { planTexts } from './plan-texts';
import { useDesk } from './queries';
import { useAskSeats } from './seats';

interface RepairProps {
  readonly event: MatchmakingEvent;
  readonly organisationId: string;
  readonly name: string;
}

/** Somebody does not come: who would be put in is shown before anything changes and anybody is told. */
export function Repair({ event, organisationId, name }: RepairProps) {
  const t = useTexts(planTexts);
  const toast = useToast();
  const { checkAbsence, absence } = useDesk(event.id);
  const seats = useAskSeats(event.id);
  const failed = (error: Error) => toast.failed(error);
  if (!checkAbsence.data)
    return (
      <Button
        aria-label={`${t.absent}: ${name}`}
        loading={checkAbsence.isPending}
        onClick={() => checkAbsence.mutate(organisationId, { onError: failed })}
      >
        {t.absent}
      </Button>
    );
  // Who was awaited is no more then, and the row may go: what is said afterwards must not go with it.
  const confirm = () =>
    void absence
      .mutateAsync(organisationId)
      .then(({ added, cancelled }) => {
        checkAbsence.reset();
        toast.done(t.repaired(added.length, cancelled.length));
      })
      .catch(failed);
  return (
    <section className="notice-line stack tight" aria-label={`${t.absent}: ${name}`}>
      <Changes of={checkAbsence.data} />
      {checkAbsence.data.added.length > 0 && <p className="small">{t.asked}</p>}
      <div className="row">
        {checkAbsence.data.added.length > 0 && (
          <Button
            type="primary"
            loading={seats.isPending}
            onClick={() => seats.ask(organisationId, () => checkAbsence.reset())}
          >
            {t.askBoth}
          </Button>
        )}
        <Button loading={absence.isPending} onClick={confirm}>
          {t.confirm}
        </Button>
        <Button onClick={() => checkAbsence.reset()}>{t.leave}</Button>
      </div>
    </section>
  );
}
