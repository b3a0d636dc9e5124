import type { ApiClient } from '#platform/http/api-client';
import { checkImports } from './crash-importer.js';
import type { DemandBook, DemandDoc, FirmBook, ImportDoc, Ledger, ProfileDoc, Repeatable } from './crash-ledger.js';
import type { Product } from './crash-product.js';
import type { Disagreements } from './disagreements.js';
import { inLanes } from './measure.js';
import { readAll } from './reading.js';

export interface HistoryLine {
  readonly version: number;
  readonly action: string;
}

/** What the product holds at the end. */
export interface State {
  readonly demands: ReadonlyMap<string, DemandDoc>;
  readonly histories: ReadonlyMap<string, readonly HistoryLine[]>;
  readonly profiles: ReadonlyMap<string, ProfileDoc>;
  readonly organisations: readonly { readonly id: string; readonly status: string }[];
}

export async function readState(operator: ApiClient): Promise<State> {
  const demands = await readAll<DemandDoc>(operator, '/demands');
  const histories = await inLanes(demands, 4, ({ id }) => readAll<HistoryLine>(operator, `/demands/${id}/history`));
  const profiles = await readAll<ProfileDoc>(operator, '/profiles');
  return {
    demands: new Map(demands.map((demand) => [demand.id, demand])),
    histories: new Map(demands.map(({ id }, place) => [id, (histories[place] ?? []).toReversed()])),
    profiles: new Map(profiles.map((profile) => [profile.id, profile])),
    organisations: await readAll(operator, '/organisations'),
  };
}

/** Every answered write is there, in the state it answered or a later one; nothing happened twice. */
export async function checkState(operator: ApiClient, ledger: Ledger, state: State, wrong: Disagreements) {
  for (const book of ledger.demands) checkDemand(book, state, wrong);
  checkSerials(state, wrong);
  for (const book of ledger.firms) checkFirm(book, state, wrong);
  checkImported(ledger, state, wrong);
  checkImports(await readAll<ImportDoc>(operator, '/imports'), ledger.imports, wrong);
}

function checkDemand(book: DemandBook, state: State, wrong: Disagreements): void {
  const doc = state.demands.get(book.id);
  const history = state.histories.get(book.id) ?? [];
  wrong.check(doc !== undefined, () => `demand ${book.id} is gone`);
  const versions = history.map((line) => line.version).join();
  const expected = Array.from({ length: doc?.version ?? 0 }, (_, i) => i + 1).join();
  wrong.check(versions === expected, () => `history of ${book.id} has ${versions}, not ${expected}`);
  const { lost, extra, last } = follow(book, history);
  wrong.check(lost.length === 0, () => `demand ${book.id} lost what was answered: ${lost}`);
  wrong.check(extra.length === 0, () => `demand ${book.id} was written once more than asked: ${extra}`);
  wrong.check(
    last === undefined || sameJson(last, doc),
    () => `demand ${book.id} is ${JSON.stringify(doc)}, answered ${JSON.stringify(last)}`,
  );
}

/**
 * Lays the history over the steps in order: an answered step must stand at its version, an unknown one may. `last` is
 * the answer to the step of the newest line, where there was one.
 */
function follow({ steps }: DemandBook, history: readonly HistoryLine[]) {
  const lost: string[] = [];
  const extra: string[] = [];
  let at = 0;
  let last: DemandDoc | undefined;
  for (const line of history) {
    const place = steps.findIndex(
      ({ action, answered }, i) =>
        i >= at && action === line.action && (answered === undefined || answered.version === line.version),
    );
    const exact = steps.findIndex(({ answered }, i) => i >= at && answered?.version === line.version);
    const found = exact >= 0 && steps[exact]?.action === line.action ? exact : place;
    if (found < 0) {
      extra.push(`${line.action} at ${line.version}`);
      continue;
    }
    for (const step of steps.slice(at, found)) if (step.answered) lost.push(`${step.action} ${step.answered.version}`);
    last = steps[found]?.answered;
    at = found + 1;
  }
  for (const step of steps.slice(at)) if (step.answered) lost.push(`${step.action} ${step.answered.version}`);
  return { lost, extra, last };
}

/** Two demands with one serial were made by one command. */
function checkSerials({ demands }: State, wrong: Disagreements): void {
  const seen = new Set<string>();
  for (const { id, background = '' } of demands.values()) {
    const serial = background.split(' ')[0] ?? '';
    wrong.check(!seen.has(serial), () => `demand ${id} repeats ${serial}`);
    seen.add(serial);
  }
}

function checkFirm(book: FirmBook, { profiles, organisations }: State, wrong: Disagreements): void {
  const status = organisations.find(({ id }) => id === book.organisationId)?.status;
  wrong.check(status === 'approved', () => `organisation ${book.organisationId} of ${book.name} is ${status}`);
  const profile = profiles.get(book.profileId);
  const owner = profile?.organisationId;
  wrong.check(owner === book.organisationId, () => `profile of ${book.name} belongs to ${owner}`);
  if (!profile) return;
  const answered = book.changes.filter((change) => change.answered);
  const lowest = book.from + answered.length;
  const highest = book.from + book.changes.length;
  const inRange = lowest <= profile.version && profile.version <= highest;
  wrong.check(inRange, () => `profile of ${book.name} is at ${profile.version}, not ${lowest} to ${highest}`);
  const lastAnswer = book.changes.findLastIndex((change) => change.answered);
  const possible = book.changes.slice(Math.max(0, lastAnswer)).map((change) => change.products.join());
  const products = profile.products.join();
  wrong.check(
    book.changes.length === 0 || lastAnswer < 0 || possible.includes(products),
    () => `${book.name} sells ${products}, not ${possible}`,
  );
}

/** Firms written by imports hold what was imported last, and were written as often as it changed. */
function checkImported(ledger: Ledger, { profiles }: State, wrong: Disagreements): void {
  const byName = new Map<string, ProfileDoc[]>();
  for (const profile of profiles.values()) byName.set(profile.name, [...(byName.get(profile.name) ?? []), profile]);
  for (const [name, same] of byName) wrong.check(same.length === 1, () => `${name} is there ${same.length} times`);
  for (const { name, products, version } of ledger.imported.values()) {
    const found = byName.get(name)?.[0];
    const is = `${found?.products.join()} at ${found?.version}`;
    wrong.check(
      is === `${products.join()} at ${version}`,
      () => `${name}: ${is}, not ${products.join()} at ${version}`,
    );
  }
}

/**
 * Asks again what was answered under a key: it must be answered, change nothing and, where nobody wrote since, say the
 * same. The last sixteen causes of a document are remembered; the newest commands are taken.
 */
export async function checkRepeats(product: Product, ledger: Ledger, most: number, wrong: Disagreements) {
  const some = toRepeat(ledger, most);
  for (const { command, answer } of some) {
    const before = answer as { id?: string; version?: number };
    const again = await product.ask<{ id?: string; version?: number }>(command);
    const what = `${command.method} ${command.path} (${command.key})`;
    wrong.check(again.kind === 'answered', () => `${what} again: ${JSON.stringify(again)}`);
    if (again.kind !== 'answered') continue;
    wrong.check(before?.id === again.body?.id, () => `${what} again answers ${again.body?.id}, not ${before?.id}`);
    if (before?.version === undefined || before.version !== again.body.version) continue;
    const same = sameJson(answer, again.body);
    wrong.check(same, () => `${what} again: ${JSON.stringify(again.body)}, not ${JSON.stringify(answer)}`);
  }
  return some.length;
}

/** Creations, and the newest command on each document. */
function toRepeat({ repeatables }: Ledger, most: number) {
  const onDocument = ({ command }: Repeatable) => /\/[\w-]{20}(\/|$)/.test(command.path);
  const creations = repeatables.filter((one) => !onDocument(one)).slice(-most / 2);
  const newest = new Map(repeatables.filter(onDocument).map((one) => [one.command.path, one]));
  return [...creations, ...[...newest.values()].slice(-most / 2)];
}

function sameJson(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
