import { describe, expect, it } from '@jest/globals';
import { HAND_PARTS, type HandFacts, handShares, handWeights, mostByHand } from './by-hand.js';
import type { Checked } from './explain.js';

const checked = (kind: Checked['requirement']['kind'], state: Checked['state'], must = false): Checked => ({
  requirement: { kind, index: 0, name: 'x', must },
  state,
  why: 'stated',
});
const facts = (more: Partial<HandFacts>): HandFacts => ({ checked: [], details: 0, link: 0, ...more });
const shareOf = (part: (typeof HAND_PARTS)[number], more: Partial<HandFacts>) =>
  handShares(facts(more)).find((share) => share.part === part)?.share;

describe('what is set by hand', () => {
  it('says nothing where nothing is asked and nothing is known', () => {
    expect(handShares(facts({})).map(({ part, share }) => [part, share])).toEqual(HAND_PARTS.map((part) => [part, 0]));
  });

  it('rises from not met over unknown and likely to met, in each kind of thing that is asked', () => {
    const kinds = [
      ['requirements', 'requirement'],
      ['certificates', 'certificate'],
      ['process', 'process'],
      ['region', 'regions'],
    ] as const;
    for (const [part, kind] of kinds) {
      const shares = (['not-met', 'unknown', 'likely', 'met'] as const).map((state) =>
        shareOf(part, { checked: [checked(kind, state)] }),
      );
      expect(shares).toEqual([...shares].sort((a = 0, b = 0) => a - b));
      expect(new Set(shares).size).toBe(4);
      expect(shares.at(-1)).toBe(handWeights.weights[part]);
    }
  });

  it('counts a must more than a wish, and never more for many than for one', () => {
    const [must, wish] = [checked('requirement', 'met', true), checked('requirement', 'unknown')];
    expect(shareOf('requirements', { checked: [must, wish] })).toBeCloseTo((handWeights.weights.requirements * 2) / 3);
    expect(shareOf('requirements', { checked: [must, must, must] })).toBe(handWeights.weights.requirements);
  });

  it('knows the steps of ladders by a word of their names', () => {
    const tier = (name: string) => shareOf('tier', { tier: name }) ?? 0;
    expect(tier('国家级专精特新“小巨人”企业')).toBeGreaterThan(tier('山东省专精特新中小企业'));
    expect(tier('山东省专精特新中小企业')).toBeGreaterThan(tier('科技型中小企业'));
    expect(tier('科技型中小企业')).toBeGreaterThan(0);
  });

  it('never adds more than it says it can', () => {
    const best = facts({
      checked: (['requirement', 'certificate', 'process', 'regions'] as const).map((kind) => checked(kind, 'met')),
      ...{ quantity: 'met', details: 1, link: 1, tier: '小巨人', meaning: 1 },
    });
    const sum = handShares(best).reduce((all, { share }) => all + share, 0);
    expect(sum).toBeCloseTo(mostByHand(HAND_PARTS));
  });
});
