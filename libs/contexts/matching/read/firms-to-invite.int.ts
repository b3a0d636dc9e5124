import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { viewDemand } from '#contracts/disclosure';
import type { Collection } from '#ports/store/store';
import { TemporaryStore } from '#test/kit/embedded';
import { demandState } from '#test/kit/makers';
import { expandDecision, proposalId } from '../expand/proposal.rules.js';
import type { FirmToInviteView } from '../matching.dto.js';
import { PROPOSALS, type Proposal } from '../matching.store.js';
import { FirmsToInvite } from './firms-to-invite.js';

let temporary: TemporaryStore;
let proposals: Collection<Proposal>;
let invite: FirmsToInvite;
beforeEach(async () => {
  temporary = await TemporaryStore.open();
  proposals = await temporary.store.collection(PROPOSALS);
  invite = new FirmsToInvite(proposals);
});
afterEach(() => temporary.destroy());

/** Demand `d0`, `d1` … each proposed to the firm, with rising scores. */
async function propose(firmId: string, demands: number, organisationId?: string): Promise<void> {
  const entries = Array.from({ length: demands }, (_, at) => {
    const reasons = { requirements: [], shared: [], missing: [] };
    const score = (at + 1) / 1000;
    const owned = organisationId ? { organisationId } : {};
    const entry = {
      firmId,
      firmName: `${firmId}公司`,
      region: '山东省',
      rank: 1,
      score,
      reasons,
      ...owned,
    };
    const demand = viewDemand(demandState(`d${at}`, { title: `需求 ${at}` }), 'matched');
    const state = { id: demand.id, demandId: demand.id, demandVersion: 1, ownerId: 'leader', demand, open: true };
    const [expansion] = expandDecision(
      { ...state, entries: [entry], excluded: [], profilesAt: '' },
      1,
      [],
      demand.createdAt ?? '',
      new Set(organisationId ? [proposalId(demand.id, firmId)] : []),
    );
    if (expansion?.kind !== 'insert') throw new Error('not new');
    return expansion.entry;
  });
  for (let at = 0; at < entries.length; at += 1000) await proposals.insert(entries.slice(at, at + 1000));
}

async function pages(limit: number): Promise<FirmToInviteView[][]> {
  const all: FirmToInviteView[][] = [];
  for (let after: string | undefined; ; ) {
    const page = await invite.page(limit, after);
    all.push(page.items);
    if (page.next === undefined) return all;
    after = page.next;
  }
}

describe('firms to invite', () => {
  it('are none when nothing was proposed, or only to firms with an account', async () => {
    expect(await invite.page(20, undefined)).toEqual({ items: [] });
    await propose('f', 2, 'o');
    expect(await invite.page(20, undefined)).toEqual({ items: [] });
  });

  it('come with their demands, best first, twenty at most', async () => {
    await propose('f', 25);
    const { items } = await invite.page(20, undefined);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ firmId: 'f', firmName: 'f公司', region: '山东省' });
    expect(items[0]?.demands.map(({ demandId }) => demandId)).toEqual(
      Array.from({ length: 20 }, (_, at) => `d${24 - at}`),
    );
    expect(items[0]?.demands[0]).toEqual({ demandId: 'd24', title: '需求 24', score: 0.025 });
  });

  // Reads take 500 proposals: firms lie over their borders, one of them (f3) over two.
  const counts = { f0: 300, f1: 199, f2: 2, f3: 1100, f4: 1, f5: 500, f6: 499, f7: 1 };

  it('are neither lost nor doubled over the borders of pages, each with its best', async () => {
    for (const [firmId, demands] of Object.entries(counts)) await propose(firmId, demands);
    for (const limit of [1, 2, 3, 100]) {
      const all = await pages(limit);
      expect(all.flat().map(({ firmId }) => firmId)).toEqual(Object.keys(counts));
      expect(all.map((page) => page.length).slice(0, -1)).toEqual(Array(all.length - 1).fill(limit));
      expect(all.flat().map(({ demands }) => demands.length)).toEqual([20, 20, 2, 20, 1, 20, 20, 1]);
      const best = all.flat().map(({ demands }) => demands[0]?.score);
      expect(best).toEqual([0.3, 0.199, 0.002, 1.1, 0.001, 0.5, 0.499, 0.001]);
    }
  });
});
