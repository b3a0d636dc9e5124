import { type MessagePort, parentPort, type ResourceLimits, type Transferable, Worker } from 'node:worker_threads';

/**
 * Request and answer over a worker thread. Errors keep name, message and code; the answers come in any order.
 * Worker modules are plain compiled files: `callWorker(new URL('./x.worker.js', import.meta.url), data)`.
 */
// biome-ignore lint/suspicious/noExplicitAny: the shape of any function table; callers see the typed remote
type Methods = Record<string, (...args: any[]) => unknown>;

export type Remote<M extends Methods> = {
  [K in keyof M]: (...args: Parameters<M[K]>) => Promise<Awaited<ReturnType<M[K]>>>;
};

interface Request {
  readonly id: number;
  readonly method: string;
  readonly args: unknown[];
}

interface Failure {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
  readonly stack?: string;
}

interface Answer {
  readonly id: number;
  readonly value?: unknown;
  readonly failure?: Failure;
}

/** Called once in a worker module. A method may return a promise; `ready` resolves the caller's `started`. */
export function serveWorker<M extends Methods>(methods: M, port: MessagePort | null = parentPort): void {
  if (!port) throw new Error('serveWorker runs in a worker thread only');
  port.on('message', (request: Request) => {
    const answer = (value: unknown) => port.postMessage({ id: request.id, value } satisfies Answer);
    const fail = (error: unknown) => port.postMessage({ id: request.id, failure: describe(error) } satisfies Answer);
    try {
      const method = methods[request.method];
      if (!method) throw new Error(`no method ${request.method}`);
      const value = method(...request.args);
      if (value instanceof Promise) value.then(answer, fail);
      else answer(value);
    } catch (error) {
      fail(error);
    }
  });
}

export interface WorkerHandle<M extends Methods> {
  readonly call: Remote<M>;
  /** Calls that have not been answered yet: the caller's measure for back-pressure. */
  pending(): number;
  /** Ends the thread; calls under way reject. */
  end(): Promise<void>;
}

/**
 * Starts a worker. When it dies every open and later call rejects with the reason; with `limits`, also for want of memory,
 * which would end the process otherwise.
 */
export function callWorker<M extends Methods>(
  file: URL,
  workerData: unknown,
  transfer: Transferable[] = [],
  limits: ResourceLimits = {},
): WorkerHandle<M> {
  const worker = new Worker(file, { workerData, transferList: transfer, resourceLimits: limits });
  const open = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let next = 1;
  let dead: Error | undefined;

  const die = (reason: Error) => {
    dead ??= reason;
    for (const { reject } of open.values()) reject(dead);
    open.clear();
  };
  worker.on('message', (answer: Answer) => {
    const waiting = open.get(answer.id);
    if (!waiting) return;
    open.delete(answer.id);
    if (answer.failure) waiting.reject(revive(answer.failure));
    else waiting.resolve(answer.value);
  });
  worker.on('error', (error) => die(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', (code) =>
    die(new Error(`worker thread ${file.pathname.split('/').pop()} ended with code ${code}`)),
  );

  const call = new Proxy({} as Remote<M>, {
    get:
      (_target, method: string) =>
      (...args: unknown[]) =>
        new Promise((resolve, reject) => {
          if (dead) return reject(dead);
          const id = next++;
          open.set(id, { resolve, reject });
          worker.postMessage({ id, method, args } satisfies Request);
        }),
  });
  return {
    call,
    pending: () => open.size,
    end: async () => {
      await worker.terminate();
    },
  };
}

function describe(error: unknown): Failure {
  const e = error as Partial<Failure> | undefined;
  return {
    name: e?.name ?? 'Error',
    message: e?.message ?? String(error),
    ...(typeof e?.code === 'string' ? { code: e.code } : {}),
    ...(e?.stack ? { stack: e.stack } : {}),
  };
}

function revive(failure: Failure): Error {
  return Object.assign(new Error(failure.message), failure);
}
