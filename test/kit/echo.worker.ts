import { serveInLockstep } from '#platform/worker/lockstep';

/** What a thread in lockstep is tried with. */
serveInLockstep((greeting: string) => ({
  greet: (name: string) => `${greeting} ${name}`,
  fail: () => {
    throw new RangeError('too far');
  },
  sleep: (ms: number) => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
    return ms;
  },
  wait: (shared: Int32Array<SharedArrayBuffer>) =>
    Atomics.wait(shared, 0, 0, 20_000) === 'timed-out' ? 'not called' : 'called',
  call: (shared: Int32Array<SharedArrayBuffer>) => {
    Atomics.store(shared, 0, 1);
    Atomics.notify(shared, 0);
  },
  end: () => process.exit(0),
}));
