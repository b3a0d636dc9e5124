import type { Coverage } from '../index/match-book.js';
import type { CoverageView } from '../matching.dto.js';

const shareOf = (proposed: number, firms: number) =>
  firms === 0 ? 0 : Math.round((proposed / firms) * 10_000) / 10_000;

/** The counts with their shares; the largest tiers first, firms without one last. */
export function coverageView({ demands, tiers }: Coverage): CoverageView {
  const sum = (of: 'firms' | 'proposed') => tiers.reduce((all, each) => all + each[of], 0);
  const [firms, proposed] = [sum('firms'), sum('proposed')];
  return {
    ...{ demands, firms, proposed, share: shareOf(proposed, firms) },
    tiers: [...tiers]
      .sort((a, b) => Number(a.tier === '') - Number(b.tier === '') || b.firms - a.firms)
      .map((each) => ({ ...each, share: shareOf(each.proposed, each.firms) })),
  };
}
