import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Deployment } from '#test/e2e/deployment';
import { addMember, inDays, settled } from '#test/e2e/people';
import { asTitles, readLines } from './lines.js';
import type { Query } from './load-claims.js';
import { inLanes, peakMegabytes, progress, report, secondsSince, sleep } from './measure.js';

/**
 * Many changes at once: `npm run soak -- bulk [--distributed] --firms FILE --queries FILE [--changes 50000]
 * [--demands 2000]`. Imports the firms, publishes the demands, imports changed versions of the firms meanwhile, waits until
 * nothing is on its way, and tells how long it took and which handlers and processes the time went to. One JSON object.
 */
const { values: options } = parseArgs({
  options: {
    firms: { type: 'string' },
    queries: { type: 'string' },
    changes: { type: 'string', default: '50000' },
    demands: { type: 'string', default: '2000' },
  },
});

type Row = Readonly<Record<string, unknown>> & { readonly products?: readonly string[] };

async function importRows({ operator }: Deployment, rows: readonly Row[]) {
  const body = rows.map((row) => JSON.stringify(row)).join('\n');
  const { id } = await patiently(() => operator.upload<{ id: string }>('/imports', 'application/x-ndjson', body));
  return operator.imported<{ status: string; rows: number; handled: number; updated: number; created: number }>(id);
}

/** Each round says one thing more of every firm, and something else. */
async function change(deployment: Deployment, rows: readonly Row[], changes: number): Promise<number> {
  let done = 0;
  for (let round = 1; done < changes; round += 1) {
    const some = rows.slice(0, changes - done).map((row) => ({
      ...row,
      products: [...(row.products ?? []), `第${round}批新产品${['轴承', '阀门', '导管', '齿轮'][round % 4]}`],
    }));
    const { updated } = await importRows(deployment, some);
    done += updated;
    progress(`${done} profiles changed`);
    if (updated === 0) throw new Error('an import changed nothing');
  }
  return done;
}

async function publish(deployment: Deployment, queries: readonly Query[]): Promise<number> {
  const leader = await addMember(deployment, 'leader', '批量测试链主集团');
  await inLanes(queries, 4, async ({ text }) => {
    const body = { type: 'breakthrough', title: text, deadline: inDays(60) };
    const key = randomUUID();
    const { id } = await patiently(() => leader.api.post<{ id: string }>('/demands', body, key));
    await patiently(() => leader.api.post(`/demands/${id}/submission`, undefined, `${key}-submission`));
  });
  return queries.length;
}

/** Requests that were refused for want of room. */
let askedAgain = 0;

/** A product that is full says so (503); a client waits and asks again with the same key, for two minutes at most. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      if (tries === 60 || (error as { status?: unknown }).status !== 503) throw error;
      askedAgain += 1;
      await sleep(2000);
    }
  }
}

/** Seconds of processor time a process has had; undefined where there is no /proc. */
async function processorSeconds(pid: number): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')).split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100;
}

async function processors({ pids }: Deployment): Promise<Record<string, number>> {
  const found = Object.entries(pids).map(async ([name, pid]) => [name, await processorSeconds(pid)] as const);
  return Object.fromEntries(await Promise.all(found));
}

/** Seconds that handlers took, summed over processes, by group. */
async function handlingSeconds({ metricsUrls }: Deployment): Promise<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const url of metricsUrls) {
    const text = await fetch(url).then((response) => response.text());
    for (const [, group = '', value] of text.matchAll(/^rulian_event_handling_seconds_sum\{group="([^"]+)"\} (\S+)/gm))
      sums[group] = Math.round(((sums[group] ?? 0) + Number(value)) * 10) / 10;
  }
  return sums;
}

/** The most that waited at any time, by group. */
function watchLag({ url }: Deployment) {
  const most: Record<string, number> = {};
  let over = false;
  const watching = (async () => {
    while (!over) {
      const answer = await fetch(`${url}/health/backlog`).then(
        (response) => response.json() as Promise<{ lag?: { group: string; events: number }[] }>,
        () => ({ lag: [] }),
      );
      for (const { group, events } of answer.lag ?? []) most[group] = Math.max(most[group] ?? 0, events);
      await sleep(1000);
    }
  })();
  return async () => {
    over = true;
    await watching;
    return most;
  };
}

async function run(deployment: Deployment) {
  const rows = await readLines<Row>(options.firms, 'firms');
  const texts = asTitles(await readLines<Query>(options.queries, 'queries'));
  // Some stand for two demands when more are asked for than there are.
  const queries = Array.from({ length: Number(options.demands) }, (_, at) => texts[at % texts.length] as Query);
  const importStart = performance.now();
  const { created } = await importRows(deployment, rows);
  await settled(deployment);
  const imported = secondsSince(importStart);
  const before = await processors(deployment);
  const mostLag = watchLag(deployment);
  const start = performance.now();
  const [changed, published] = await Promise.all([
    change(deployment, rows, Number(options.changes)),
    publish(deployment, queries),
  ]);
  const taken = secondsSince(start);
  await settled(deployment, 30 * 60_000);
  const handled = secondsSince(start);
  const after = await processors(deployment);
  const used = Object.entries(after).map(([name, seconds]) => [name, Math.round(seconds - (before[name] ?? 0))]);
  const memory = Object.entries(deployment.pids).map(async ([name, pid]) => [name, await peakMegabytes(pid)]);
  return {
    import: { firms: created, secondsUntilHandled: imported },
    changed,
    published,
    askedAgain,
    secondsUntilTaken: taken,
    secondsUntilHandled: handled,
    changesPerSecond: Math.round(changed / handled),
    mostWaiting: await mostLag(),
    handlingSeconds: await handlingSeconds(deployment),
    processorSeconds: Object.fromEntries(used),
    peakMegabytes: Object.fromEntries(await Promise.all(memory)),
  };
}

await report(run);
