import type { Demand, Proposal } from '#web/api/client';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { nameOf, words } from '#web/i18n/words';
import { Tag, VerdictTag } from './tag';
import { partTexts } from './texts';

type Reasons = Proposal['reasons'];
type Line = Reasons['shared'][number];

/** A line of the profile, word for word, and where it stands. */
export function Quote({ line }: { readonly line: Line }) {
  const t = useTexts(partTexts);
  const field = nameOf(useTexts(words).field, line.field);
  const { day } = useFormat();
  return (
    <blockquote className="quote" style={{ marginInline: 0 }}>
      {line.text ?? <span className="soft">{t.hidden}</span>}
      {line.date && ` · ${t.validUntil(day(line.date))}`}
      <span className="soft">{t.quoteOf(field)}</span>
    </blockquote>
  );
}

/** Each condition of a demand against one firm: the verdict, why, and the words of the profile it rests on. */
export function Verdicts({
  reasons,
  demand,
}: {
  readonly reasons: Reasons;
  readonly demand: Pick<Demand, 'requirements'>;
}) {
  const t = useTexts(partTexts);
  const w = useTexts(words);
  return (
    <ul className="verdicts">
      {reasons.requirements.map((reason) => {
        const asked = demand.requirements?.find(({ id }) => id === reason.requirement);
        return (
          <li className="verdict" key={reason.requirement}>
            <div>
              <VerdictTag state={reason.state} />
            </div>
            <div>
              <div className="row">
                <span className="name">{reason.name}</span>
                <Tag tone={reason.must ? 'clay' : 'plain'}>{reason.must ? w.must : w.nice}</Tag>
              </div>
              {asked && (
                <p className="soft">
                  {t.target} {asked.target} {asked.unit}
                </p>
              )}
              <p>{reason.sentence}</p>
              {reason.line && <Quote line={reason.line} />}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
