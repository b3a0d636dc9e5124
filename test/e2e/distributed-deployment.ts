import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Kafka, logLevel } from 'kafkajs';
import { Meilisearch } from 'meilisearch';
import mongoose from 'mongoose';
import { readRunFile } from '#apps/standalone/run-file';
import { ApiClient } from '#platform/http/api-client';
import type { LogEvent } from '#ports/event';
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

export interface RunningServer {
  readonly pid?: number;
  readonly port: number;
  readonly url: string;
}

interface StackState {
  readonly services: Readonly<Record<string, RunningService>>;
  readonly servers: Readonly<Record<string, RunningServer>>;
  readonly urls: Readonly<Record<'mongo' | 'kafka', string>>;
}

/**
 * The product as services on Kafka, MongoDB and Meilisearch, started by `npm run stack` as its users start it. Servers named
 * by MONGO_URL, KAFKA_BROKERS and MEILI_URL are used, by several deployments under prefixes of their own; others are its own.
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
    this.prefix = `e2e_${randomBytes(4).toString('hex')}`;
  }

  /** `instances`, e.g. `matching=2,notification=2`; one of each otherwise. */
  static async create(settings: Readonly<Record<string, string>> = {}, instances = ''): Promise<DistributedDeployment> {
    const dataDir = await mkdtemp(join(tmpdir(), 'rulian-e2e-'));
    const deployment = new DistributedDeployment(dataDir, settings, instances);
    try {
      await deployment.start();
    } catch (error) {
      await deployment.destroy();
      throw error;
    }
    return deployment;
  }

  /** Starts what does not run. */
  async start(): Promise<void> {
    const search = hasMeili() ? [] : ['--embedded-search'];
    const instances = this.instances ? ['--instances', this.instances] : [];
    await this.stack('up', '--as-built', '--port', '0', '--prefix', this.prefix, ...search, ...instances);
    const run = await readRunFile(this.dataDir);
    if (!run) throw new Error('the stack has left no run.json');
    this.url = run.url;
    this.operatorSecret = run.secret;
    this.operator = new ApiClient(run.url, run.secret, 'en');
  }

  async kill(role?: string): Promise<void> {
    const killed = Object.values(this.services).filter((service) => role === undefined || service.role === role);
    if (killed.length === 0) throw new Error(`no process has the role ${role}`);
    await Promise.all(killed.map(({ pid }) => killNow(pid)));
  }

  /** Ends one process, a service or a server, without warning. */
  async killOne(name: string): Promise<void> {
    await killNow((this.services[name] ?? this.servers[name])?.pid);
  }

  /** Ends a service without warning and starts it again with more in its environment. */
  async restartWith(name: string, more: Readonly<Record<string, string>>): Promise<void> {
    const { pid, logFile } = this.services[name] ?? {};
    if (pid === undefined || logFile === undefined) throw new Error(`${name} does not run`);
    const [, ...own] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').filter(Boolean);
    const environment = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').filter(Boolean);
    const env = Object.fromEntries(environment.map((line) => line.split(/=(.*)/s).slice(0, 2)));
    await killNow(pid);
    const out = openSync(logFile, 'a');
    const child = spawn(process.execPath, own, {
      env: { ...env, ...more },
      stdio: ['ignore', out, out],
      detached: true,
    });
    closeSync(out);
    child.unref();
    const path = join(this.dataDir, 'stack.json');
    const state = JSON.parse(readFileSync(path, 'utf8')) as { services: Record<string, object> };
    state.services[name] = { ...state.services[name], pid: child.pid };
    writeFileSync(path, JSON.stringify(state));
  }

  /** The services; servers that are its own go on, so that the log can be read. */
  stop(): Promise<void> {
    return this.stack('down', '--keep-servers');
  }

  async destroy(): Promise<void> {
    const shared = Object.keys(this.servers).length === 0;
    await this.stack('down');
    if (shared) await Promise.all([this.dropDatabase(), this.dropTopics(), this.dropIndexes()]);
    await rm(this.dataDir, { recursive: true, force: true });
  }

  async append(events: readonly LogEvent[]): Promise<void> {
    const log = await this.openLog();
    await log.append(events);
    await log.close();
  }

  openLog(): Promise<Log> {
    return KafkaLog.open({ brokers: this.brokers, clientId: 'reader', prefix: `${this.prefix}.` });
  }

  /** The processes by name, as the stack has noted them. */
  get services(): Readonly<Record<string, RunningService>> {
    return this.state.services;
  }

  /** The servers that the stack has started for it, by name. */
  get servers(): Readonly<Record<string, RunningServer>> {
    return this.state.servers;
  }

  get metricsUrls(): readonly string[] {
    return Object.values(this.services).map(({ metricsPort }) => `http://127.0.0.1:${metricsPort}/metrics`);
  }

  get pids(): Readonly<Record<string, number>> {
    const all = Object.entries({ ...this.services, ...this.servers });
    return Object.fromEntries(all.flatMap(([name, { pid }]) => (pid === undefined ? [] : [[name, pid]])));
  }

  get written(): string {
    return Object.values(this.services)
      .map(({ logFile }) => readFileSync(logFile, 'utf8').slice(-20_000))
      .join('\n');
  }

  private get state(): StackState {
    return JSON.parse(readFileSync(join(this.dataDir, 'stack.json'), 'utf8')) as StackState;
  }

  /** A secret of the installation by its setting. */
  secret(setting: string): string {
    const secrets = JSON.parse(readFileSync(join(this.dataDir, 'secrets.json'), 'utf8')) as Record<string, string>;
    return secrets[setting] ?? '';
  }

  get brokers(): string[] {
    return this.state.urls.kafka.split(',');
  }

  private async dropDatabase(): Promise<void> {
    const url = `${this.state.urls.mongo.replace(/\/$/, '')}/rulian_${this.prefix}`;
    const connection = await mongoose.createConnection(url).asPromise();
    await connection.dropDatabase();
    await connection.close();
  }

  private async dropIndexes(): Promise<void> {
    const { MEILI_URL: host, MEILI_KEY: apiKey = '' } = process.env;
    if (!host) return;
    const client = new Meilisearch({ host, apiKey });
    const { results } = await client.getIndexes({ limit: 1000 });
    for (const { uid } of results) if (uid.startsWith(`${this.prefix}_`)) await client.deleteIndex(uid);
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

/** As the stack looks for it. */
function hasMeili(): boolean {
  const { MEILI_URL, MEILI_BIN, PATH = '' } = process.env;
  return (
    Boolean(MEILI_URL || MEILI_BIN) || PATH.split(delimiter).some((folder) => existsSync(join(folder, 'meilisearch')))
  );
}

/** Resolves when the process is no more. */
async function killNow(pid: number | undefined): Promise<void> {
  if (pid === undefined) return;
  while (signalled(pid) && !isZombie(pid)) await new Promise((resolve) => setTimeout(resolve, 10));
}

function signalled(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch {
    return false;
  }
}

/** It has ended, and whoever is its parent by now has not asked how. */
function isZombie(pid: number): boolean {
  try {
    return /^\d+ \(.*\) [ZX] /s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return true;
  }
}
