import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Running, startStandalone } from '#apps/standalone/start';
import { TOPICS } from '#contracts/topics';
import { readConfig } from '#platform/config/config';
import { ApiClient } from '#platform/http/api-client';
import type { LogEvent } from '#ports/event';
import type { Tail } from '#ports/log/log';
import type { Reachable } from '#test/e2e/deployment';

const SETTINGS = {
  PORT: '0',
  RULIAN_DEMO: '0',
  RULIAN_LOG_LEVEL: 'silent',
  RULIAN_REQUESTS_PER_MINUTE: '1000000',
  RULIAN_SIGN_INS_PER_MINUTE: '1000000',
  RULIAN_SIGN_UPS_PER_HOUR: '1000000',
  RULIAN_PROPOSALS_PER_WEEK: '1000000',
};

/** The product in this process, with everything it ever puts on the log. */
export class PublicWorld implements Reachable {
  readonly events: LogEvent[] = [];

  private constructor(
    private readonly running: Running,
    private readonly folder: string,
    readonly operator: ApiClient,
  ) {}

  static async open(): Promise<PublicWorld> {
    const folder = await mkdtemp(join(tmpdir(), 'rulian-public-'));
    const running = await startStandalone(readConfig({ ...SETTINGS, RULIAN_DATA_DIR: folder }));
    const operator = new ApiClient(running.url, running.operatorSecret, 'en');
    const world = new PublicWorld(running, folder, operator);
    world.tail = await running.parts.log.tail(Object.values(TOPICS), '', (events) => void world.events.push(...events));
    return world;
  }

  private tail: Tail | undefined;

  get url(): string {
    return this.running.url;
  }
  get operatorSecret(): string {
    return this.running.operatorSecret;
  }

  /** Resolves when {@link events} holds all that was on the log when this was called. */
  async heard(): Promise<void> {
    await this.tail?.reached(await this.running.parts.log.end(Object.values(TOPICS)));
  }

  async removeProfile(id: string): Promise<void> {
    const headers = { authorization: `Bearer ${this.operatorSecret}` };
    const answer = await fetch(`${this.url}/api/v1/profiles/${id}`, { method: 'DELETE', headers });
    if (answer.status !== 204) throw new Error(`not removed: ${answer.status}`);
  }

  async destroy(): Promise<void> {
    await this.tail?.close();
    await this.running.stop();
    await rm(this.folder, { recursive: true });
  }
}
