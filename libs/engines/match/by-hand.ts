import type { Checked } from './explain.js';
import type { VerdictState } from './verdict/finding.js';

/** What counts beside the learned ranking, by the part of demand and profile that it speaks of; staff may weigh it for a demand. */
export const STEERED_PARTS = [
  'requirements',
  'certificates',
  'process',
  'region',
  'quantity',
  'details',
  'link',
  'tier',
] as const;
export type SteeredPart = (typeof STEERED_PARTS)[number];

/** The same, and what counts only where an operator has set up a model of vectors: staff do not weigh it. */
export const HAND_PARTS = [...STEERED_PARTS, 'meaning'] as const;
export type HandPart = (typeof HAND_PARTS)[number];

/** Weights set by hand, with where they come from. */
export interface HandWeights {
  readonly provenance: { readonly by: 'hand'; readonly date: string; readonly because: string };
  /** Log-odds that a part adds at its best (1); at its worst (-1) it takes as much away. */
  readonly weights: Readonly<Record<HandPart, number>>;
  /** What a verdict counts; of a must it counts so many times as of a wish. */
  readonly verdicts: Readonly<Record<VerdictState, number>>;
  readonly mustCounts: number;
  /** What a step of a ladder counts, by a word of its name; any other step `otherTier`. */
  readonly tiers: Readonly<Record<string, number>>;
  readonly otherTier: number;
}

/** To be replaced part by part once answers have taught better. */
export const handWeights: HandWeights = {
  provenance: {
    by: 'hand',
    date: '2026-11-25',
    because:
      'the given cases ask by a title alone: nothing in them tells what a verdict, a date, a region or a tier counts',
  },
  weights: {
    requirements: 1.2,
    certificates: 0.6,
    process: 0.8,
    region: 0.5,
    quantity: 0.3,
    details: 1.5,
    link: 0.5,
    tier: 0.2,
    meaning: 1,
  },
  verdicts: { met: 1, likely: 0.5, unknown: 0, 'not-met': -1 },
  mustCounts: 2,
  tiers: { 小巨人: 1, 隐形冠军: 0.8, 单项冠军: 1, 专精特新: 0.6 },
  otherTier: 0.3,
};

/** What is known of a demand and a firm beside their texts. */
export interface HandFacts {
  readonly checked: readonly Checked[];
  /** Whether the firm can make as much as is asked for; absent where no quantity is asked. */
  readonly quantity?: VerdictState;
  /** Share, 0 to 1, of what process, requirements and background ask for by words, and of what chain and link do. */
  readonly details: number;
  readonly link: number;
  readonly tier?: string;
  /** How near the firm is by vectors of a model outside, 0 to 1; absent where there is none. */
  readonly meaning?: number;
}

/** How many times a part counts, where it is not once. */
export type Times = Readonly<Partial<Record<HandPart, number>>>;

/** What a part is worth, -1 to 1, and the log-odds it adds. */
export interface HandShare {
  readonly part: HandPart;
  readonly value: number;
  readonly share: number;
}

const KINDS = {
  requirements: 'requirement',
  certificates: 'certificate',
  process: 'process',
  region: 'regions',
} as const;

/** The mean of what the verdicts on one kind of thing count; 0 where nothing of it is asked. */
function verdictMean(checked: readonly Checked[], kind: Checked['requirement']['kind']): number {
  let sum = 0;
  let count = 0;
  for (const { requirement, state } of checked) {
    if (requirement.kind !== kind) continue;
    const times = requirement.must ? handWeights.mustCounts : 1;
    sum += times * handWeights.verdicts[state];
    count += times;
  }
  return count === 0 ? 0 : sum / count;
}

function tierValue(tier: string | undefined): number {
  if (tier === undefined) return 0;
  const known = Object.entries(handWeights.tiers).filter(([word]) => tier.includes(word));
  return known.length > 0 ? Math.max(...known.map(([, value]) => value)) : handWeights.otherTier;
}

/** Every part with its share, in the order of {@link HAND_PARTS}. Pure. */
export function handShares(
  { checked, quantity, details, link, tier, meaning = 0 }: HandFacts,
  times: Times = {},
): HandShare[] {
  const values: Readonly<Record<HandPart, number>> = {
    requirements: verdictMean(checked, KINDS.requirements),
    certificates: verdictMean(checked, KINDS.certificates),
    process: verdictMean(checked, KINDS.process),
    region: verdictMean(checked, KINDS.region),
    quantity: quantity === undefined ? 0 : handWeights.verdicts[quantity],
    details,
    link,
    tier: tierValue(tier),
    meaning,
  };
  return HAND_PARTS.map((part) => ({
    part,
    value: values[part],
    share: handWeights.weights[part] * (times[part] ?? 1) * values[part],
  }));
}

/** What parts can add at most, for a demand that asks for these. */
export function mostByHand(parts: readonly HandPart[]): number {
  return parts.reduce((sum, part) => sum + handWeights.weights[part], 0);
}
