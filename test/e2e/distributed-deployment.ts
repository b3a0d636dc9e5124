import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Kafka, logLevel } from 'kafkajs';
import mongoose from 'mongoose';
import { readRunFile } from '#apps/standalone/run-file';
import { ApiClient } from '#platform/http/api-client';
import { KafkaLog } from '#ports/log/kafka/kafka-log';
import type { Log } from '#ports/log/log';
import { type Deployment, TEST_SETTINGS } from './deployment.js';

const STACK = fileURLToPath(new URL('../../../scripts/stack.mjs', import.meta.url));

export interface RunningService {
  readonly role: string;
  readonly port: number;
  readonly metricsPort: number;
  readonly pid?: number;
  readonly logFile: string;
}

let serial = 0;

/**
 * The product as services on Kafka, MongoDB and Meilisearch, started by `npm run stack` as its users start it. The servers
 * are those of MONGO_URL, KAFKA_BROKERS and MEILI_URL; several deployments share them under prefixes of their own.
 */
export class DistributedDeployment implements Deployment {
  url = '';
  operator = new ApiClient('');
  operatorSecret = '';
  readonly prefix: string;

  private constructor(
    readonly dataDir: string,
    private readonly settings: Readonly<Record<string, string>>,
    private readonly instances: string,
  ) {
    serial += 1;
    this.prefix = `e2e${process.pid}_${serial}`;
  }

  /** `instances`, e.g. `matching=2,notification=2`; one of each otherwise. */
  static async create(settings: Readonly<Record<string, string>> = {}, instances = ''): Promise<DistributedDeployment> {
    const dataDir = await mkdtemp(join(tmpdir(), 'rulian-e2e-'));
    const deployment = new DistributedDeployment(dataDir, settings, instances);
    await deployment.start();
    return deployment;
  }

  /** Starts what does not run. */
  async start(): Promise<void> {
    const search = process.env.MEILI_URL ? [] : ['--embedded-search'];
    const instances = this.instances ? ['--instances', this.instances] : [];
    await this.stack('up', '--as-built', '--port', '0', '--prefix', this.prefix, ...search, ...instances);
    const run = await readRunFile(this.dataDir);
    if (!run) throw new Error('the stack has left no run.json');
    this.url = run.url;
    this.operatorSecret = run.secret;
    this.operator = new ApiClient(run.url, run.secret, 'en');
  }

  async kill(): Promise<void> {
    await Promise.all(Object.values(await this.services()).map(({ pid }) => killNow(pid)));
  }

  /** Ends one process without warning. */
  async killOne(name: string): Promise<void> {
    await killNow((await this.services())[name]?.pid);
  }

  stop(): Promise<void> {
    return this.stack('down');
  }

  async destroy(): Promise<void> {
    await this.stop();
    await Promise.all([this.dropDatabase(), this.dropTopics()]);
    await rm(this.dataDir, { recursive: true, force: true });
  }

  openLog(): Promise<Log> {
    return KafkaLog.open({ brokers: this.brokers, clientId: 'reader', prefix: `${this.prefix}.` });
  }

  /** The processes by name, as the stack has noted them. */
  async services(): Promise<Readonly<Record<string, RunningService>>> {
    const state = JSON.parse(await readFile(join(this.dataDir, 'stack.json'), 'utf8')) as {
      services: Record<string, RunningService>;
    };
    return state.services;
  }

  get written(): string {
    const { services } = JSON.parse(readFileSync(join(this.dataDir, 'stack.json'), 'utf8')) as {
      services: Record<string, RunningService>;
    };
    return Object.values(services)
      .map(({ logFile }) => readFileSync(logFile, 'utf8').slice(-20_000))
      .join('\n');
  }

  private get brokers(): string[] {
    return (process.env.KAFKA_BROKERS ?? '').split(',');
  }

  private async dropDatabase(): Promise<void> {
    const url = `${(process.env.MONGO_URL ?? '').replace(/\/$/, '')}/rulian_${this.prefix}`;
    const connection = await mongoose.createConnection(url).asPromise();
    await connection.dropDatabase();
    await connection.close();
  }

  private async dropTopics(): Promise<void> {
    const admin = new Kafka({ clientId: 'cleaner', brokers: this.brokers, logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
    const topics = (await admin.listTopics()).filter((topic) => topic.startsWith(`${this.prefix}.`));
    if (topics.length > 0) await admin.deleteTopics({ topics });
    await admin.disconnect();
  }

  private stack(...args: string[]): Promise<void> {
    const env = { ...process.env, ...TEST_SETTINGS, ...this.settings, NODE_OPTIONS: '' };
    const child = spawn(process.execPath, [STACK, ...args, '--folder', this.dataDir], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString();
      });
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) =>
        code === 0 ? resolve() : reject(new Error(`the stack's ${args[0]} ended with ${code}:\n${said}`)),
      );
    });
  }
}

/** Resolves when the process is no more. */
async function killNow(pid: number | undefined): Promise<void> {
  if (pid === undefined) return;
  for (;;) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
