import { describe, expect, it } from '@jest/globals';
import RequestQueue, { type QueueOptions } from 'kafkajs/src/network/requestQueue/index.js';
import { restWhenIdle } from './idle.js';

restWhenIdle();

const silent = { debug() {}, warn() {} };
const options: QueueOptions = {
  maxInFlightRequests: 1,
  requestTimeout: 30_000,
  enforceRequestTimeout: false,
  clientId: 'test',
  broker: 'broker:9092',
  logger: { ...silent, namespace: () => silent },
};

describe('a connection of kafkajs', () => {
  let sent: number[] = [];
  function filled(requests: number): RequestQueue {
    sent = [];
    const queue = new RequestQueue(options);
    for (let correlationId = 1; correlationId <= requests; correlationId += 1)
      queue.push({
        entry: { correlationId, resolve() {}, reject() {} },
        expectResponse: true,
        sendRequest: () => sent.push(correlationId),
      });
    return queue;
  }
  const answer = (queue: RequestQueue, correlationId: number) =>
    queue.fulfillRequest({ correlationId, payload: Buffer.alloc(0), size: 0 });

  it('sends what waits as soon as what was before it is answered, and then looks no more', () => {
    const queue = filled(2);
    expect(sent).toEqual([1]);
    answer(queue, 1);
    expect(sent).toEqual([1, 2]);
    clearTimeout(queue.throttleCheckTimeoutId ?? undefined);
    queue.throttleCheckTimeoutId = null;
    answer(queue, 2);
    expect(queue.throttleCheckTimeoutId).toBeNull();
  });

  it('sends after the time for which the broker has asked for silence', async () => {
    const queue = filled(0);
    queue.maybeThrottle(60);
    const asked = Date.now();
    await new Promise<void>((resolve) => {
      queue.push({
        entry: { correlationId: 9, resolve() {}, reject() {} },
        expectResponse: true,
        sendRequest: resolve,
      });
    });
    expect(Date.now() - asked).toBeGreaterThanOrEqual(55);
    queue.destroy();
  });
});
