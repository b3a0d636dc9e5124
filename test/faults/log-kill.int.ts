import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { LogEvent } from '#ports/event';
import { EmbeddedLog } from '#ports/log/embedded/embedded-log';
import { eventOf } from '#ports/log/log-kit.contract';
import type { Told } from './log-process.js';

const program = fileURLToPath(new URL('./log-process.js', import.meta.url));

/** Runs the process until it has acknowledged `appends` appends and handled something, then kills it with SIGKILL. */
async function runAndKill(folder: string, from: number, appends: number) {
  const acknowledged: string[] = [];
  const handled: string[] = [];
  const child = fork(program, [folder, String(from)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  let left = appends;
  child.on('message', (told: Told) => {
    if ('handled' in told) handled.push(...told.handled);
    else acknowledged.push(...told.acknowledged);
    if ('acknowledged' in told) left -= 1;
    if (left <= 0 && handled.length > 0) child.kill('SIGKILL');
  });
  const [, signal] = await once(child, 'close');
  expect(signal).toBe('SIGKILL');
  return { acknowledged, handled };
}

describe('the embedded log in a process that is killed', () => {
  let folder: string;
  let log: EmbeddedLog | undefined;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rulian-kill-'));
  });
  afterEach(async () => {
    await log?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('has every acknowledged event, whole calls only, and delivers what was not handled', async () => {
    const acknowledged: string[] = [];
    const handled = new Set<string>();
    for (const [round, appends] of [15, 60, 140].entries()) {
      const told = await runAndKill(folder, 1 + round * 100_000, appends);
      acknowledged.push(...told.acknowledged);
      for (const id of told.handled) handled.add(id);
    }
    log = await EmbeddedLog.open(folder);
    const stored: string[] = [];
    const tail = await log.tail(['topic'], '', (events) => void stored.push(...events.map(({ id }) => id)));
    await tail.reached(await log.end(['topic']));
    const there = new Set(stored);
    expect(there.size).toBe(stored.length);
    expect(acknowledged.filter((id) => !there.has(id))).toEqual([]);
    for (const key of ['a', 'b', 'c', 'd']) {
      const numbers = stored.filter((id) => id.startsWith(`topic/${key}/`)).map((id) => Number(id.split('/').pop()));
      expect(numbers).toEqual([...numbers].sort((x, y) => x - y));
      expect(numbers.length % 10).toBe(0);
    }
    await handleRest(log, handled);
    expect(stored.filter((id) => !handled.has(id))).toEqual([]);
  });
});

/** Goes on with the group of the killed process until it has handled an event appended now. */
async function handleRest(log: EmbeddedLog, handled: Set<string>): Promise<void> {
  const last = eventOf('topic', 'last', 1);
  await log.append([last]);
  await new Promise<void>((resolve, reject) => {
    const handle = async (events: readonly LogEvent[]) => {
      for (const { id } of events) handled.add(id);
      if (handled.has(last.id)) resolve();
    };
    log.subscribe('group', ['topic'], handle).catch(reject);
  });
}
