import { deploy } from '#test/e2e/deploy';
import type { Deployment } from '#test/e2e/deployment';
import type { Disagreements } from './disagreements.js';
import { sleep } from './measure.js';
import type { Random } from './random.js';

export interface Command {
  /** A session's token, or `operator`; nobody when left out. */
  readonly who?: string;
  readonly method: 'POST' | 'PATCH' | 'GET';
  readonly path: string;
  readonly body?: unknown;
  /** A body that is sent as it is, as JSON lines. */
  readonly file?: string;
  readonly key?: string;
}

export type Answer<T> =
  | { readonly kind: 'answered'; readonly body: T }
  | { readonly kind: 'refused'; readonly status: number; readonly code: string }
  /** The process died before it answered: the command was carried out or not. */
  | { readonly kind: 'unknown' };

const ANSWER_MS = 30_000;

/** A product that is killed and started again, and the requests that go to it. */
export class Product {
  kills = 0;
  answered = 0;
  refused = 0;
  unknown = 0;
  /** Commands that got no answer and were asked again under their key. */
  askedAgain = 0;
  private up: Promise<void> = Promise.resolve();
  private opened: () => void = () => undefined;
  private listeners: (() => void)[] = [];

  private constructor(
    readonly deployment: Deployment,
    private readonly wrong: Disagreements,
  ) {}

  static async create(wrong: Disagreements): Promise<Product> {
    return new Product(await deploy(), wrong);
  }

  /** Resolves while the product runs. */
  running(): Promise<void> {
    return this.up;
  }

  /** Resolves at the next answer of 2xx to a write. */
  nextAnswer(): Promise<void> {
    return new Promise((resolve) => this.listeners.push(resolve));
  }

  /** Kills it now. It stays down until `start`. */
  async kill(): Promise<void> {
    this.up = new Promise((resolve) => {
      this.opened = resolve;
    });
    await this.deployment.kill();
    this.kills += 1;
  }

  async start(): Promise<void> {
    await this.deployment.start();
    this.opened();
  }

  /** Starts it and kills it again after `ms`, ready or not; then it is down. */
  async killWhileStarting(ms: number): Promise<void> {
    const started = this.deployment.start().then(
      () => true,
      () => false,
    );
    await sleep(ms);
    await this.deployment.kill();
    this.kills += 1;
    // Had the process not been there yet, it would be coming up now.
    if (await started) await this.deployment.kill();
  }

  /** Asks once the product runs. A 5xx other than "not available" is a disagreement. */
  async ask<T>(command: Command): Promise<Answer<T>> {
    await this.up;
    try {
      const response = await this.send(command);
      const text = await response.text();
      const body = text === '' ? undefined : (JSON.parse(text) as unknown);
      if (response.ok) {
        this.noteAnswer(command);
        return { kind: 'answered', body: body as T };
      }
      const { code } = body as { code: string };
      if (code === 'common.unavailable') return this.heardNothing(100);
      this.wrong.check(response.status < 500, () => `${command.method} ${command.path} answered ${text}`);
      this.refused += 1;
      return { kind: 'refused', status: response.status, code };
    } catch {
      // The process is gone: give the one who killed it a moment to say so.
      return this.heardNothing(5);
    }
  }

  /** A process, or something behind the one that answered, is away: whether the command was carried out is not known. */
  private async heardNothing(ms: number): Promise<{ kind: 'unknown' }> {
    this.unknown += 1;
    await sleep(ms);
    return { kind: 'unknown' };
  }

  /** Like `ask`; without an answer, mostly asks again under the command's key until there is one. */
  async perform<T>(command: Command, random: Random): Promise<Answer<T>> {
    let answer = await this.ask<T>(command);
    if (answer.kind !== 'unknown' || !command.key || random.chance(0.3)) return answer;
    while (answer.kind === 'unknown') {
      this.askedAgain += 1;
      answer = await this.ask<T>(command);
    }
    return answer;
  }

  /** Reads until there is an answer; a refusal throws. */
  async read<T>(who: string, path: string): Promise<T> {
    for (;;) {
      const answer = await this.ask<T>({ who, method: 'GET', path });
      if (answer.kind === 'answered') return answer.body;
      if (answer.kind === 'refused') throw new Error(`GET ${path} answered ${answer.status} ${answer.code}`);
    }
  }

  private send({ who, method, path, body, file, key }: Command): Promise<Response> {
    const token = who === 'operator' ? this.deployment.operatorSecret : who;
    const content = file ?? (body === undefined ? undefined : JSON.stringify(body));
    const headers: Record<string, string> = { 'accept-language': 'en' };
    if (token) headers.authorization = `Bearer ${token}`;
    if (key) headers['idempotency-key'] = key;
    if (content !== undefined) headers['content-type'] = file ? 'application/x-ndjson' : 'application/json';
    return fetch(`${this.deployment.url}/api/v1${path}`, {
      method,
      headers,
      signal: AbortSignal.timeout(ANSWER_MS),
      ...(content === undefined ? {} : { body: content }),
    });
  }

  private noteAnswer({ method }: Command): void {
    if (method === 'GET') return;
    this.answered += 1;
    for (const told of this.listeners.splice(0)) told();
  }
}
