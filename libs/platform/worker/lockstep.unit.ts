import { afterEach, describe, expect, it } from '@jest/globals';
import { callInLockstep, type Lockstep } from './lockstep.js';

const file = new URL('../../../test/kit/echo.worker.js', import.meta.url);
const open: Lockstep[] = [];
const start = (patienceMs?: number): Lockstep => {
  const thread = callInLockstep(file, 'hello', patienceMs);
  open.push(thread);
  return thread;
};
afterEach(async () => {
  for (const thread of open.splice(0)) await thread.end();
});

describe('a thread in lockstep', () => {
  it('answers in the order in which it was asked, without an event loop', () => {
    const thread = start();
    thread.post('sleep', 20);
    thread.post('greet', 'a');
    thread.post('greet', 'b');
    expect([thread.take(), thread.take(), thread.take()]).toEqual([20, 'hello a', 'hello b']);
  });

  it('works beside others', () => {
    const [one, other] = [start(), start()] as const;
    const shared = new Int32Array(new SharedArrayBuffer(4));
    one.post('wait', shared);
    other.post('call', shared);
    expect(one.take()).toBe('called');
  });

  it('passes on what is thrown, and goes on', () => {
    const thread = start();
    thread.post('fail');
    thread.post('greet', 'a');
    expect(() => thread.take()).toThrow('too far');
    expect(thread.take()).toBe('hello a');
  });

  it('says that the thread has ended, or that it does not answer', () => {
    const thread = start();
    thread.post('end');
    expect(() => thread.take()).toThrow('the thread echo.worker.js has ended');
    expect(() => thread.take()).toThrow('the thread echo.worker.js has ended');
    const slow = start(50);
    slow.post('sleep', 400);
    expect(() => slow.take()).toThrow('the thread echo.worker.js does not answer');
  });
});
