import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Schemas } from '#web/api/client';
import { agendaQuery, ownRegistrationsQuery } from '#web/api/events';
import { useFormat } from '#web/format/format';
import { useNow } from '#web/format/now';
import { useTexts } from '#web/i18n/texts';
import { PhaseTag } from '#web/parts/phase-tag';
import { todayTexts } from './texts';

type Own = Schemas['OwnRegistrationView'];

const OVER = ['closed', 'reported'];
const CONCERNS = ['invited', 'applied', 'approved'];
const PLANNED = ['final', 'live'];

/** Meetings that are still to come, the next first. */
function Meetings({ id }: { readonly id: string }) {
  const t = useTexts(todayTexts);
  const { time } = useFormat();
  const now = useNow(30_000);
  const { data } = useQuery(agendaQuery(id));
  const next = (data?.meetings ?? []).filter(({ to, cancelled }) => !cancelled && Date.parse(to) > now).slice(0, 3);
  return (
    <ul className="stack tight small">
      {next.map(({ id: meeting, from, table, organisationName }) => (
        <li key={meeting}>{t.meeting(time(from), table, organisationName)}</li>
      ))}
    </ul>
  );
}

function Line({ own: { matchmakingId: id, title, phase, status, wishes, from } }: { readonly own: Own }) {
  const t = useTexts(todayTexts);
  const { time } = useFormat();
  const todo =
    status === 'invited'
      ? t.confirm
      : status === 'approved' && phase === 'preferences' && wishes === 0
        ? t.sayWishes
        : undefined;
  return (
    <li className="stack tight">
      <div className="row">
        <Link to={`/events/${id}`}>{title}</Link>
        <PhaseTag phase={phase} />
      </div>
      {from && <p className="soft small">{time(from)}</p>}
      {todo && <p className="notice-line">{todo}</p>}
      {status === 'approved' && PLANNED.includes(phase) && <Meetings id={id} />}
    </li>
  );
}

/** Events that concern the firm: what it has to say, and whom it meets next. */
export function Events() {
  const t = useTexts(todayTexts);
  const { data = [] } = useQuery(ownRegistrationsQuery);
  const open = data.filter(({ phase, status }) => !OVER.includes(phase) && CONCERNS.includes(status));
  if (open.length === 0) return null;
  return (
    <section className="card stack tight" aria-label={t.events}>
      <h2>{t.events}</h2>
      <ul className="stack">
        {open.map((own) => (
          <Line key={own.matchmakingId} own={own} />
        ))}
      </ul>
    </section>
  );
}
