import type { Proposal } from '#web/api/client';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { partTexts } from './texts';

const AROUND = 2 * Math.PI * 15;

/** A score from 0 to 1 as a ring and a figure. */
export function Fit({ score }: { readonly score: number }) {
  const t = useTexts(partTexts);
  const percent = useFormat().percent(score);
  return (
    <span className="fit">
      <svg width="36" height="36" viewBox="0 0 36 36" aria-hidden="true">
        <circle cx="18" cy="18" r="15" fill="none" stroke="var(--sunken)" strokeWidth="5" />
        <circle
          cx="18"
          cy="18"
          r="15"
          fill="none"
          stroke="var(--accent)"
          strokeWidth="5"
          strokeLinecap="round"
          strokeDasharray={`${AROUND * score} ${AROUND}`}
          transform="rotate(-90 18 18)"
        />
      </svg>
      <span>
        <span className="unseen">{t.fit} </span>
        <strong>{percent}</strong>
      </span>
    </span>
  );
}

/** How well a proposal fits, or that staff have recommended it: ranking has then no word on it. */
export function ProposalFit({
  proposal: { score, byStaff },
}: {
  readonly proposal: Pick<Proposal, 'score' | 'byStaff'>;
}) {
  const t = useTexts(partTexts);
  return byStaff ? <span className="small">{t.byStaff}</span> : <Fit score={score} />;
}
