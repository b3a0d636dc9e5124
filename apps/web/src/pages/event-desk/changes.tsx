import type { Schemas } from '#web/api/client';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { planTexts } from './plan-texts';

/** What a change of the plan does: who is new, who moves, who is cancelled, what it costs and who hears of it. */
export function Changes({ of }: { readonly of: Schemas['PlanChangedView'] }) {
  const t = useTexts(planTexts);
  const { hour, number } = useFormat();
  const { added, moved, cancelled, gain, told } = of;
  const lists = [
    { name: t.added, meetings: added },
    { name: t.moved, meetings: moved },
    { name: t.lost, meetings: cancelled },
  ].filter(({ meetings }) => meetings.length > 0);
  return (
    <div className="stack tight small">
      {lists.map(({ name, meetings }) => (
        <div key={name}>
          <strong>{name}</strong>
          <ul>
            {meetings.map(({ id, from, table, leaderName, smeName }) => (
              <li key={id}>
                {hour(from)} · {t.table(table)} · {leaderName} × {smeName}
              </li>
            ))}
          </ul>
        </div>
      ))}
      <p className="soft">
        {[lists.length === 0 && t.nothing, gain !== 0 && t.gain(number(gain)), t.told(told)]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
  );
}
