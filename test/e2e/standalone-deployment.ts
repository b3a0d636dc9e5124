import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readRunFile } from '#apps/standalone/run-file';
import { ApiClient } from '#platform/http/api-client';
import type { LogEvent } from '#ports/event';
import { EmbeddedLog } from '#ports/log/embedded/embedded-log';
import type { Log } from '#ports/log/log';
import { freePort } from '#test/kit/ports';
import { type Deployment, TEST_SETTINGS } from './deployment.js';

const MAIN = fileURLToPath(new URL('../../apps/standalone/main.js', import.meta.url));

/** A clean stop takes longer only when something holds it up. */
const STOP_MS = 15_000;

/** The product in one process. */
export class StandaloneDeployment implements Deployment {
  url = '';
  operator = new ApiClient('');
  operatorSecret = '';
  private child: ChildProcess | undefined;
  private output = '';
  private metricsPort = 0;

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
    this.metricsPort = await freePort();
    const env = {
      ...process.env,
      ...TEST_SETTINGS,
      ...this.settings,
      PORT: '0',
      RULIAN_DATA_DIR: this.dataDir,
      NODE_OPTIONS: '',
    };
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
    const log = await this.openLog();
    await log.append(events);
    await log.close();
    await this.start();
  }

  async destroy(): Promise<void> {
    await this.stop();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  get metricsUrls(): readonly string[] {
    return [`http://127.0.0.1:${this.metricsPort}/metrics`];
  }

  get pids(): Readonly<Record<string, number>> {
    return this.child?.pid === undefined ? {} : { standalone: this.child.pid };
  }

  /** Everything the process has written, for looking for secrets in it. */
  get written(): string {
    return this.output;
  }

  openLog(): Promise<Log> {
    return EmbeddedLog.open(this.dataDir);
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
    for (let attempt = 0; attempt < 2400; attempt += 1) {
      if (this.child?.exitCode !== null) throw new Error(`the product did not start:\n${this.output}`);
      const run = await readRunFile(this.dataDir);
      if (run) return run;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`the product did not start within 2 min:\n${this.output}`);
  }
}
