import { inDays, type Member } from '#test/e2e/people';
import type { Claimed, Query } from './load-claims.js';
import { type Quantiles, quantiles, sleep } from './measure.js';

export interface Published {
  readonly id: string;
  readonly title: string;
  /** `performance.now()` when the request that published it began. */
  readonly asked: number;
  /** Milliseconds until that request was answered. */
  readonly answered: number;
}

const draft = async (leader: Member, { text }: Query): Promise<{ id: string; title: string }> =>
  leader.api.post('/demands', { type: 'breakthrough', title: text, deadline: inDays(60) });

async function submit(leader: Member, { id, title }: { id: string; title: string }): Promise<Published> {
  const asked = performance.now();
  const { status } = await leader.api.post<{ status: string }>(`/demands/${id}/submission`);
  if (status !== 'published') throw new Error(`demand ${id} is ${status}`);
  return { id, title, asked, answered: performance.now() - asked };
}

/** `rate` demands a second: each is written as a draft and handed in at its own moment, whatever became of the last. */
export async function publishSteadily(leader: Member, queries: readonly Query[], rate: number): Promise<Published[]> {
  const started = performance.now();
  const underWay: Promise<Published>[] = [];
  for (const [place, query] of queries.entries()) {
    await sleep(Math.max(0, started + (place * 1000) / rate - performance.now()));
    underWay.push(draft(leader, query).then((demand) => submit(leader, demand)));
  }
  return Promise.all(underWay);
}

/** Drafts first, then all handed in at once. */
export async function publishAtOnce(leader: Member, queries: readonly Query[]): Promise<Published[]> {
  const drafts: { id: string; title: string }[] = [];
  for (const query of queries) drafts.push(await draft(leader, query));
  return Promise.all(drafts.map((demand) => submit(leader, demand)));
}

export interface Latency {
  readonly demands: number;
  /** Milliseconds of the publishing request. */
  readonly answer: Quantiles;
  /** Milliseconds from the start of the publishing request to the notice in a claimed firm's stream. */
  readonly notice: Quantiles;
}

/** `demandOf`: proposal id → demand id. */
export function latencyOf(
  published: readonly Published[],
  claimed: readonly Claimed[],
  demandOf: ReadonlyMap<string, string>,
): Latency {
  const asked = new Map(published.map((demand) => [demand.id, demand.asked]));
  const waits = heardOf(claimed).flatMap(({ proposalId, at }) => {
    const start = asked.get(demandOf.get(proposalId) ?? '');
    return start === undefined ? [] : [at - start];
  });
  return {
    demands: published.length,
    answer: quantiles(published.map((demand) => demand.answered)),
    notice: quantiles(waits),
  };
}

/** The proposals that firms heard of in their streams, and when, as `performance.now()`. */
export function heardOf(claimed: readonly Claimed[]): { readonly proposalId: string; readonly at: number }[] {
  return claimed
    .flatMap((firm) => firm.heard)
    .flatMap(({ data, at }) => {
      const { kind, about } = data as { kind: string; about: { id: string } };
      return kind === 'proposal.released' ? [{ proposalId: about.id, at }] : [];
    });
}
