import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Harness } from '../log-kit.contract.js';
import { KafkaLog, type KafkaLogOptions } from './kafka-log.js';

export interface Broker {
  readonly url: string;
  readonly port: number;
  /** As `kill -9`. */
  kill(): Promise<void>;
}

interface Servers {
  startKafka(options: {
    folder: string;
    port?: number;
    controllerPort?: number;
    more?: Readonly<Record<string, string>>;
  }): Promise<Broker>;
  freePort(): Promise<number>;
}

/** The scripts that start servers are no part of the build: they are found from dist/libs/ports/log/kafka. */
export async function servers(): Promise<Servers> {
  const scripts = new URL('../../../../../scripts/stack/servers.mjs', import.meta.url);
  return (await import(scripts.href)) as Servers;
}

export interface Brokers {
  readonly list: readonly string[];
  close(): Promise<void>;
}

/** The brokers of `given` (KAFKA_BROKERS, comma-separated), else one started here. */
export async function brokers(given: string | undefined): Promise<Brokers> {
  if (given) return { list: given.split(','), close: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), 'rulian-kafka-'));
  const broker = await (await servers()).startKafka({ folder });
  return {
    list: [broker.url],
    close: async () => {
      await broker.kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Tests share a broker: each has a prefix of its own. */
export const prefix = () => `t${randomUUID().slice(0, 8)}.`;

/** Opens logs on one prefix and closes all of them in the end. */
export function openKafka(options: Omit<KafkaLogOptions, 'clientId' | 'prefix'>) {
  const own: KafkaLogOptions = { clientId: 'rulian-test', prefix: prefix(), ...options };
  const opened: KafkaLog[] = [];
  return {
    prefix: own.prefix ?? '',
    open: async () => {
      const log = await KafkaLog.open(own);
      opened.push(log);
      return log;
    },
    close: async () => {
      await Promise.all(opened.map((log) => log.close()));
    },
  };
}

export async function harness(list: readonly string[]): Promise<Harness> {
  const logs = openKafka({ brokers: list });
  let log = await logs.open();
  return {
    log,
    reopen: async () => {
      log.abandon();
      log = await logs.open();
      return log;
    },
    destroy: logs.close,
  };
}
