import type { ApiClient } from '#platform/http/api-client';
import type { Deployment } from '#test/e2e/deployment';
import { addMember, inDays, type Member, settled } from '#test/e2e/people';
import { asTitles, readLines } from './lines.js';
import { chooseFirms, type Firm, type Query } from './load-claims.js';
import { inLanes } from './measure.js';
import type { Random } from './random.js';
import { readAll } from './reading.js';
import type { Steps } from './steps.js';

const LANES = 8;
const EVENTS = '/matchmaking-events';
/** Organisations of one invitation. */
const BATCH = 200;

/** A firm of the file as a profile. */
interface FirmRow extends Firm {
  readonly domains?: readonly string[];
  readonly industries?: readonly string[];
  readonly patents?: readonly string[];
}

/** Without a file there are none. */
const linesOf = async <T>(file: string | undefined, option: string): Promise<T[]> =>
  file ? readLines(file, option) : [];

export interface World {
  readonly staff: ApiClient;
  readonly leaders: readonly Member[];
  readonly smes: readonly Member[];
  /** Demands that are published. */
  readonly demands: number;
}

export interface WorldSize {
  readonly leaders: number;
  readonly smes: number;
  /** Of each leader. */
  readonly demands: number;
  readonly firms: string | undefined;
  readonly queries: string | undefined;
}

/**
 * Accounts; with files also a profile for each firm, and demands with the texts of the queries. All is settled: what leaders
 * have published is known to the events, with whom it fits.
 */
export async function makeWorld(deployment: Deployment, size: WorldSize, random: Random, steps: Steps): Promise<World> {
  const texts = asTitles(await linesOf<Query>(size.queries, 'queries'));
  const queries = random.shuffled(texts).slice(0, size.leaders * size.demands);
  const rows = chooseFirms(await linesOf<FirmRow>(size.firms, 'firms'), queries, size.smes, random) as FirmRow[];
  const staff = (await addMember(deployment, 'staff', '压测服务中心')).api;
  const [leaders, smes] = await steps.take('accounts', async () => [
    await members(deployment, 'leader', numbered('压测链主', size.leaders)),
    await members(deployment, 'sme', rows.length > 0 ? rows.map(({ name }) => name) : numbered('压测企业', size.smes)),
  ]);
  if (rows.length > 0) await steps.take('profiles', () => inLanes(smes, LANES, (sme, at) => profile(sme, rows[at])));
  await settled(deployment, 600_000);
  if (queries.length > 0)
    await steps.take('demands', () =>
      inLanes(queries, LANES, (query, at) => demand(leaders[at % leaders.length], query)),
    );
  await steps.take('matched', () => settled(deployment, 1_800_000));
  return { staff, leaders, smes, demands: queries.length };
}

const numbered = (name: string, count: number) => Array.from({ length: count }, (_, at) => `${name} ${at}`);

const members = (deployment: Deployment, kind: 'leader' | 'sme', names: readonly string[]): Promise<Member[]> =>
  inLanes(names, LANES, (name) => addMember(deployment, kind, name));

async function profile({ api }: Member, row: FirmRow | undefined): Promise<unknown> {
  if (!row) throw new Error('a firm without a row');
  const { name, domains = [], industries = [], patents = [] } = row;
  return api.post('/profiles', { name, domains, industries, patents });
}

async function demand(leader: Member | undefined, { text }: Query): Promise<unknown> {
  if (!leader) throw new Error('a demand without a leader');
  const body = { type: 'breakthrough', title: text, deadline: inDays(60) };
  const { id } = await leader.api.post<{ id: string }>('/demands', body);
  return leader.api.post(`/demands/${id}/submission`);
}

/** Leaders first; firms as they are candidates for the leaders' demands, then the rest. Answers how many were candidates. */
export async function inviteAll({ staff, leaders, smes }: World, id: string, steps: Steps): Promise<number> {
  const invite = async (ids: readonly string[]) => {
    for (let from = 0; from < ids.length; from += BATCH) {
      const organisations = ids.slice(from, from + BATCH).map((organisationId) => ({ organisationId }));
      await staff.post(`${EVENTS}/${id}/invitations`, { organisations });
    }
  };
  const idsOf = (all: readonly Member[]) => all.map(({ organisationId }) => organisationId);
  const invited = new Set<string>();
  await steps.take('invitations', async () => {
    await invite(idsOf(leaders));
    for (;;) {
      const found = await steps.each('candidates', () =>
        staff.get<{ organisationId: string }[]>(`${EVENTS}/${id}/candidates`),
      );
      if (found.length === 0) break;
      const ids = found.map(({ organisationId }) => organisationId);
      for (const one of ids) invited.add(one);
      await invite(ids);
    }
    await invite(idsOf(smes).filter((one) => !invited.has(one)));
  });
  return invited.size;
}

interface Participant {
  readonly organisationId: string;
  readonly fit?: number;
  readonly demands: readonly { readonly id: string }[];
}

/**
 * Who says something reads whom it can meet and names those that fit best, else by lot: each second wish about one demand, the
 * first a must. The rest (`silent`, 0 to 1) does nothing. Answers how many wishes there are.
 */
export async function sayWishes(
  { leaders, smes }: World,
  id: string,
  { wishes, silent }: { readonly wishes: number; readonly silent: number },
  random: Random,
  steps: Steps,
): Promise<number> {
  const speaking = [...leaders, ...smes].filter(() => !random.chance(silent));
  let count = 0;
  const seen = await steps.take('participants', () =>
    inLanes(speaking, LANES, async ({ api }) => ({
      others: await readAll<Participant>(api, `${EVENTS}/${id}/participants`),
      own: await api.get<{ side: string; demandIds: string[] }>(`${EVENTS}/${id}/registration`),
    })),
  );
  await steps.take('wishes', () =>
    inLanes(speaking, LANES, ({ api }, at) => {
      const { others = [], own } = seen[at] ?? {};
      const order = random.shuffled([...others]).sort((a, b) => (b.fit ?? 0) - (a.fit ?? 0));
      const said = order.slice(0, wishes).map(({ organisationId, demands }, place) => {
        const brought = own?.side === 'leader' ? (own.demandIds ?? []) : demands.map((one) => one.id);
        const demandId = place % 2 === 1 && brought.length > 0 ? random.pick(brought) : undefined;
        return { organisationId, ...(demandId ? { demandId } : {}), wish: place === 0 ? 'must' : 'would' };
      });
      count += said.length;
      return api.put(`${EVENTS}/${id}/preferences`, { wishes: said });
    }),
  );
  return count;
}
