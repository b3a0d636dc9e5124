import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readRunFile } from '#apps/standalone/run-file';
import { ApiClient } from '#platform/http/api-client';
import type { LogEvent } from '#ports/event';
import { EmbeddedLog } from '#ports/log/embedded/embedded-log';

/**
 * A running product as its users meet it: a process of its own, spoken to over HTTP. The end-to-end suite knows nothing
 * else, so that it runs on every shape.
 */
export interface Deployment {
  /** Base address, without a path. Changes with a restart. */
  readonly url: string;
  /** The operator's API, in English. */
  readonly operator: ApiClient;
  /** The secret behind it, new with each start. */
  readonly operatorSecret: string;
  /** Ends it without warning, as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again on the data it left. */
  start(): Promise<void>;
  /** Puts events on its log past its own checks, as a foreign producer could. It may be restarted for it. */
  append(events: readonly LogEvent[]): Promise<void>;
  /** Stops it cleanly and removes its data. */
  destroy(): Promise<void>;
}

const MAIN = fileURLToPath(new URL('../../apps/standalone/main.js', import.meta.url));

/** Limits are lifted: a test signs up and in more often than any person. */
const SETTINGS = {
  PORT: '0',
  RULIAN_DEMO: '0',
  RULIAN_LOG_LEVEL: 'warn',
  RULIAN_REQUESTS_PER_MINUTE: '1000000',
  RULIAN_SIGN_INS_PER_MINUTE: '1000000',
  RULIAN_SIGN_UPS_PER_HOUR: '1000000',
};

/** A clean stop takes longer only when something holds it up. */
const STOP_MS = 15_000;

export class StandaloneDeployment implements Deployment {
  url = '';
  operator = new ApiClient('');
  operatorSecret = '';
  private child: ChildProcess | undefined;
  private output = '';

  private constructor(
    readonly dataDir: string,
    private readonly settings: Readonly<Record<string, string>>,
  ) {}

  static async create(settings: Readonly<Record<string, string>> = {}): Promise<StandaloneDeployment> {
    const deployment = new StandaloneDeployment(await mkdtemp(join(tmpdir(), 'rulian-e2e-')), settings);
    await deployment.start();
    return deployment;
  }

  async start(): Promise<void> {
    await rm(join(this.dataDir, 'run.json'), { force: true });
    const env = { ...process.env, ...SETTINGS, ...this.settings, RULIAN_DATA_DIR: this.dataDir, NODE_OPTIONS: '' };
    this.child = spawn(process.execPath, ['--enable-source-maps', MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const keep = (chunk: Buffer) => {
      this.output = (this.output + chunk.toString()).slice(-20_000);
    };
    this.child.stdout?.on('data', keep);
    this.child.stderr?.on('data', keep);
    const run = await this.running();
    this.url = run.url;
    this.operatorSecret = run.secret;
    this.operator = new ApiClient(run.url, run.secret, 'en');
  }

  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Stops it cleanly; its data stay. */
  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  async append(events: readonly LogEvent[]): Promise<void> {
    await this.stop();
    const log = await EmbeddedLog.open(this.dataDir);
    await log.append(events);
    await log.close();
    await this.start();
  }

  async destroy(): Promise<void> {
    await this.stop();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  /** Of the running process; undefined when there is none. */
  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** Everything the process has written, for looking for secrets in it. */
  get written(): string {
    return this.output;
  }

  /** A file of the data folder as text. */
  read(name: string): Promise<string> {
    return readFile(join(this.dataDir, name), 'utf8');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.child;
    this.child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const over = once(child, 'exit');
    child.kill(signal);
    const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    await over;
    clearTimeout(late);
    if (signal !== 'SIGKILL' && child.signalCode === 'SIGKILL')
      throw new Error(`the product did not stop within ${STOP_MS} ms:\n${this.output}`);
  }

  private async running() {
    for (let attempt = 0; attempt < 600; attempt += 1) {
      if (this.child?.exitCode !== null) throw new Error(`the product did not start:\n${this.output}`);
      const run = await readRunFile(this.dataDir);
      if (run) return run;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`the product did not start within 30 s:\n${this.output}`);
  }
}
