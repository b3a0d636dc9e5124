import { readFile } from 'node:fs/promises';
import { deploy } from '#test/e2e/deploy';
import type { Deployment } from '#test/e2e/deployment';

export interface Quantiles {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/** Nearest-rank quantiles, rounded to a tenth. */
export function quantiles(values: readonly number[]): Quantiles {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => Math.round((sorted[Math.ceil(sorted.length * share) - 1] ?? 0) * 10) / 10;
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), max: at(1) };
}

/** Peak resident memory of a process in MB; undefined where there is no /proc. */
export async function peakMegabytes(pid: number): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1024);
}

/** Runs `work` on all items, `lanes` at a time; the results are in the order of the items. */
export async function inLanes<T, R>(
  items: readonly T[],
  lanes: number,
  work: (item: T, place: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const lane = async () => {
    for (let place = next++; place < items.length; place = next++)
      results[place] = await work(items[place] as T, place);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}

/** Seconds since a moment of `performance.now()`, to a tenth. */
export const secondsSince = (start: number): number => Math.round((performance.now() - start) / 100) / 10;

/** Tells who waits what is going on. */
export const progress = (text: string): boolean => process.stderr.write(`${text}\n`);

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Starts a product, prints what `work` tells as JSON and ends it. A failure is told before the end, which may fail in turn. */
export async function report<T>(work: (deployment: Deployment) => Promise<T>): Promise<T | undefined> {
  const deployment = await deploy();
  try {
    const told = await work(deployment);
    console.log(JSON.stringify(told, undefined, 2));
    return told;
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
    return undefined;
  } finally {
    await deployment.destroy();
  }
}
