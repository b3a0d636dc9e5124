import { execFileSync } from 'node:child_process';
import { closeSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Kafka, logLevel } from 'kafkajs';
import { Meilisearch } from 'meilisearch';
import { TOPICS } from '#contracts/topics';
import type { DistributedDeployment } from '#test/e2e/distributed-deployment';
import { eventually } from '#test/e2e/people';
import { sleep } from './measure.js';

interface Settings {
  readonly times: number;
  readonly tell: (text: string) => void;
}

export interface Fault {
  readonly what: string;
  run(deployment: DistributedDeployment, settings: Settings): Promise<void>;
}

const SETTLE_MS = 10_000;

/** Ends a process without warning, waits, starts it again. */
async function killFor(deployment: DistributedDeployment, name: string, ms: number): Promise<void> {
  await deployment.killOne(name);
  await sleep(ms);
  await deployment.start();
}

/** Stands still and goes on, as a process whose machine was frozen: its groups have gone on without it meanwhile. */
async function freezeFor(deployment: DistributedDeployment, name: string, ms: number): Promise<void> {
  const pid = deployment.pids[name];
  if (pid === undefined) throw new Error(`${name} does not run`);
  process.kill(pid, 'SIGSTOP');
  await sleep(ms);
  process.kill(pid, 'SIGCONT');
}

const POISONED = [TOPICS.demand, TOPICS.profile, TOPICS.proposal, TOPICS.person, TOPICS.decision];

/** Of how many topics the message that is no event is among the dead letters. */
async function setAside({ operator }: DistributedDeployment): Promise<number> {
  type Letter = { readonly event: { readonly topic: string; readonly type: string } };
  const { items } = await operator.get<{ items: Letter[] }>('/operations/dead-letters?limit=100');
  const unreadable = items.filter(({ event }) => event.type === 'record.unreadable');
  return new Set(unreadable.map(({ event }) => event.topic)).size;
}

/** Messages that no producer of ours writes, past the log's own checks. */
async function appendPoison({ prefix, brokers }: DistributedDeployment): Promise<void> {
  const producer = new Kafka({ clientId: 'poison', brokers: [...brokers], logLevel: logLevel.NOTHING }).producer();
  await producer.connect();
  const event = (topic: string, data: unknown) =>
    JSON.stringify({
      specversion: '1.0',
      id: `poison/${topic}`,
      source: '/poison',
      type: 'demand.published',
      subject: 'poison',
      time: '2026-11-22T00:00:00.000Z',
      datacontenttype: 'application/json',
      sequence: 1,
      partitionkey: 'poison',
      topic,
      data,
    });
  for (const topic of POISONED)
    await producer.send({
      topic: `${prefix}.${topic}`,
      messages: [
        { key: 'poison', value: 'poison, no JSON at all' },
        { key: 'poison', value: event(topic, null) },
        { key: 'poison', value: event(topic, { poison: true }) },
      ],
    });
  await producer.disconnect();
}

async function deleteIndexes({ prefix, servers }: DistributedDeployment, key: string): Promise<void> {
  const client = new Meilisearch({ host: servers.meilisearch?.url ?? '', apiKey: key });
  const { results } = await client.getIndexes({ limit: 100 });
  for (const { uid } of results) if (uid.startsWith(`${prefix}_`)) await client.deleteIndex(uid);
}

/** Writes until there is no room left. */
function fill(path: string): void {
  const file = openSync(path, 'w');
  const zeros = Buffer.alloc(1024 * 1024);
  try {
    for (;;) writeSync(file, zeros);
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ENOSPC') throw error;
  } finally {
    closeSync(file);
  }
}

export const FAULTS: Readonly<Record<string, Fault>> = {
  broker: {
    what: 'the Kafka broker is stopped for 30 s',
    async run(deployment) {
      await sleep(SETTLE_MS);
      await killFor(deployment, 'kafka', 30_000);
      await sleep(SETTLE_MS);
    },
  },
  mongo: {
    what: 'the MongoDB server is killed, three times',
    async run(deployment, { tell }) {
      for (let time = 1; time <= 3; time += 1) {
        await sleep(SETTLE_MS);
        await killFor(deployment, 'mongo', 3000);
        tell(`${time} kills`);
      }
      await sleep(SETTLE_MS);
    },
  },
  search: {
    what: 'Meilisearch is killed, its indexes are deleted, its disk is wiped',
    async run(deployment) {
      await sleep(SETTLE_MS);
      await killFor(deployment, 'meilisearch', 5000);
      await sleep(SETTLE_MS);
      await deleteIndexes(deployment, deployment.secret('MEILI_KEY'));
      await sleep(SETTLE_MS);
      await deployment.killOne('meilisearch');
      const data = join(deployment.dataDir, 'meilisearch', 'data');
      for (const name of readdirSync(data)) rmSync(join(data, name), { recursive: true });
      await deployment.start();
      await sleep(SETTLE_MS);
    },
  },
  services: {
    what: 'each service is killed, two at a time, again and again',
    async run(deployment, { times, tell }) {
      const names = Object.keys(deployment.services);
      for (let time = 1; time <= times; time += 1) {
        // Two at a time, in other pairs each time.
        const turned = names.map((_, at) => names[(at + time) % names.length] ?? '');
        for (let at = 0; at < turned.length; at += 2) {
          await Promise.all(turned.slice(at, at + 2).map((name) => deployment.killOne(name)));
          await sleep(200);
          await deployment.start();
        }
        tell(`${time} kills of each of ${names.length} processes`);
      }
    },
  },
  poison: {
    what: 'messages that nobody can read or handle',
    async run(deployment) {
      await sleep(SETTLE_MS / 2);
      await appendPoison(deployment);
      await sleep(SETTLE_MS);
      await eventually(async () => (await setAside(deployment)) === POISONED.length, 60_000);
    },
  },
  rebalance: {
    what: 'processes stand still in the middle of their batches for longer than their groups wait, then go on',
    async run(deployment, { tell }) {
      for (const name of ['matching-1', 'notification-1', 'matching-2', 'notification-2', 'demand', 'capability']) {
        await sleep(SETTLE_MS / 2);
        await freezeFor(deployment, name, 15_000);
        tell(`${name} stood still`);
      }
      await sleep(SETTLE_MS);
    },
  },
  clock: {
    what: 'the clocks of one matching and one notification process are an hour ahead, an hour behind, then right (needs faketime)',
    async run(deployment) {
      await sleep(SETTLE_MS / 2);
      // The library itself: the faketime command stays as a parent, and a kill would leave the service behind.
      const library = execFileSync('faketime', ['-f', '+0s', 'printenv', 'LD_PRELOAD'], { encoding: 'utf8' }).trim();
      const fake = { LD_PRELOAD: library, FAKETIME_DONT_FAKE_MONOTONIC: '1' };
      for (const FAKETIME of ['+3600s', '-3600s', '+0s']) {
        for (const name of ['matching-1', 'notification-1']) await deployment.restartWith(name, { ...fake, FAKETIME });
        await sleep(2 * SETTLE_MS);
      }
    },
  },
  disk: {
    what: "the broker's disk is full for 20 s (needs the right to mount)",
    async run(deployment) {
      const folder = join(deployment.dataDir, 'kafka', 'data');
      const copy = `${folder}.copy`;
      await deployment.killOne('kafka');
      execFileSync('cp', ['-a', folder, copy]);
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=400m', 'tmpfs', folder]);
      try {
        execFileSync('cp', ['-a', `${copy}/.`, folder]);
        await deployment.start();
        await sleep(SETTLE_MS);
        fill(join(folder, 'filler'));
        await sleep(2 * SETTLE_MS);
        rmSync(join(folder, 'filler'));
        // A broker that could not write has ended by itself, or ends now.
        await deployment.killOne('kafka');
        await deployment.start();
        await sleep(SETTLE_MS);
        await deployment.killOne('kafka');
        rmSync(copy, { recursive: true });
        execFileSync('cp', ['-a', folder, copy]);
      } finally {
        await deployment.killOne('kafka');
        execFileSync('umount', ['-l', folder]);
      }
      rmSync(folder, { recursive: true });
      execFileSync('mv', [copy, folder]);
      await deployment.start();
      await sleep(SETTLE_MS);
    },
  },
};
