import {
  MessageChannel,
  type MessagePort,
  receiveMessageOnPort,
  type TransferListItem,
  Worker,
  workerData,
} from 'node:worker_threads';

/**
 * Calls into a worker thread that are waited for without an event loop: for code that may not be interrupted, and that has
 * other threads work at the same time. The thread that calls stands still meanwhile.
 */
interface Start {
  readonly port: MessagePort;
  /** [0] counts answers; it is 1 at [1] when the thread has ended. */
  readonly answered: Int32Array<SharedArrayBuffer>;
  readonly data: unknown;
}

type Answer = { readonly value: unknown } | { readonly error: Error };

/** Longer than anything that is asked takes. */
const PATIENCE_MS = 120_000;

/** What is posted is answered in that order. Callers give it the type of what they call. */
export interface Lockstep {
  post(method: string, ...args: unknown[]): void;
  /** The next answer; throws what the method has thrown, and when the thread has ended or answers nothing for long. */
  take(): unknown;
  end(): Promise<void>;
}

/** Starts a worker module that calls {@link serveInLockstep}; `data` is what it gets. */
export function callInLockstep(file: URL, data: unknown, patienceMs = PATIENCE_MS): Lockstep {
  const { port1: port, port2 } = new MessageChannel();
  const answered = new Int32Array(new SharedArrayBuffer(8));
  const start: Start = { port: port2, answered, data };
  const worker = new Worker(file, { workerData: start, transferList: [port2 as TransferListItem] });
  worker.unref();
  port.unref();
  const take = (): unknown => {
    for (;;) {
      const before = Atomics.load(answered, 0);
      const received = receiveMessageOnPort(port) as { message: Answer } | undefined;
      if (received) {
        if ('error' in received.message) throw received.message.error;
        return received.message.value;
      }
      if (Atomics.load(answered, 1) === 1) throw new Error(`the thread ${file.pathname.split('/').pop()} has ended`);
      if (Atomics.wait(answered, 0, before, patienceMs) === 'timed-out') {
        throw new Error(`the thread ${file.pathname.split('/').pop()} does not answer`);
      }
    }
  };
  return {
    post: (method, ...args) => port.postMessage({ method, args }),
    take,
    end: async () => {
      port.close();
      await worker.terminate();
    },
  };
}

/** Called once in a worker module; `make` gets the data the thread was started with. */
export function serveInLockstep<M extends object, D>(make: (data: D) => M): void {
  const { port, answered, data } = workerData as Start;
  const wake = () => {
    Atomics.add(answered, 0, 1);
    Atomics.notify(answered, 0);
  };
  process.on('exit', () => {
    Atomics.store(answered, 1, 1);
    wake();
  });
  const methods = make(data as D) as Record<string, (...args: unknown[]) => unknown>;
  port.on('message', ({ method, args }: { method: string; args: unknown[] }) => {
    let answer: Answer;
    try {
      answer = { value: methods[method]!(...args) };
    } catch (error) {
      answer = { error: error instanceof Error ? error : new Error(String(error)) };
    }
    port.postMessage(answer);
    wake();
  });
}
