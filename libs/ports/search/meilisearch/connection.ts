import { type EnqueuedTask, Meilisearch, type Task } from 'meilisearch';
import { Unavailable } from '#ports/unavailable';

/** Milliseconds a request may take; a search takes some, handing over a slice of documents may take seconds. */
const REQUEST_MS = 60_000;
/** Waits between looks at a task: 2 ms doubling up to 250 ms. */
const FIRST_LOOK_MS = 2;
const LAST_LOOK_MS = 250;
/** Milliseconds until a task counts as stuck; it may still be carried out, and the same change may come again. */
const TASK_MS = 600_000;
/** Codes of errors that pass without a change of what was asked. */
const PASSING = new Set([
  'no_space_left_on_device',
  'database_size_limit_reached',
  'io_error',
  'internal',
  'too_many_open_files',
  'too_many_search_requests',
]);

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** The code that the server gave with an error, e.g. `index_not_found`; undefined when it is none of the server's. */
export function codeOf(error: unknown): string | undefined {
  const cause = (error as { cause?: { code?: unknown } } | undefined)?.cause;
  return typeof cause?.code === 'string' ? cause.code : undefined;
}

/** One server. Every failure that may pass by itself becomes {@link Unavailable}; others are thrown as they come. */
export class Connection {
  private readonly client: Meilisearch;
  private closed = false;

  constructor(options: { readonly url: string; readonly key: string }) {
    this.client = new Meilisearch({ host: options.url, apiKey: options.key, timeout: REQUEST_MS });
  }

  async call<T>(ask: (client: Meilisearch) => Promise<T>): Promise<T> {
    if (this.closed) throw new Error('search is closed');
    try {
      return await ask(this.client);
    } catch (error) {
      throw passes(error) ? new Unavailable('Meilisearch', { cause: error }) : error;
    }
  }

  /** Hands a task over and resolves when it has succeeded. Rejects with {@link TaskFailed} when it has not. */
  async run(enqueue: (client: Meilisearch) => Promise<EnqueuedTask>): Promise<void> {
    await this.succeeded((await this.call(enqueue)).taskUid);
  }

  async succeeded(uid: number): Promise<void> {
    const task = await this.ended(uid);
    if (task.status === 'succeeded') return;
    const failed = new TaskFailed(task);
    throw PASSING.has(failed.code) ? new Unavailable('Meilisearch', { cause: failed }) : failed;
  }

  /** Resolves when nothing that was handed over for the index waits any more, whoever handed it over. */
  async settled(index: string): Promise<void> {
    for (;;) {
      const { results } = await this.call((client) =>
        client.tasks.getTasks({ indexUids: [index], statuses: ['enqueued', 'processing'], limit: 1 }),
      );
      if (!results[0]) return;
      await this.ended(results[0].uid);
    }
  }

  close(): void {
    this.closed = true;
  }

  private async ended(uid: number): Promise<Task> {
    const until = performance.now() + TASK_MS;
    for (let wait = FIRST_LOOK_MS; performance.now() < until; wait = Math.min(wait * 2, LAST_LOOK_MS)) {
      const task = await this.call((client) => client.tasks.getTask(uid));
      if (task.status !== 'enqueued' && task.status !== 'processing') return task;
      await pause(wait);
    }
    throw new Unavailable(`Meilisearch, whose task ${uid} has not ended for ten minutes,`);
  }
}

/** A task that the server took and did not carry out. `code` is the server's, e.g. `index_already_exists`. */
export class TaskFailed extends Error {
  override readonly name = 'TaskFailed';
  readonly code: string;

  constructor({ uid, type, status, error }: Task) {
    super(`Meilisearch task ${uid} (${type}) ${status}${error ? `: ${error.message}` : ''}`);
    this.code = error?.code ?? status;
  }
}

/** The server does not answer, answers too late, or says that it cannot now. Told by name: realms differ under Jest. */
function passes(error: unknown): boolean {
  const { name, response } = error as { name?: unknown; response?: { status?: unknown } };
  if (name === 'MeilisearchRequestError' || name === 'MeilisearchRequestTimeOutError') return true;
  const status = typeof response?.status === 'number' ? response.status : 0;
  return status >= 500 || status === 429 || status === 408 || PASSING.has(codeOf(error) ?? '');
}
