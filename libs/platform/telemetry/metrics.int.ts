import { afterEach, beforeEach, expect, it } from '@jest/globals';
import Fastify from 'fastify';
import { skip } from '#ports/log/log';
import { eventually } from '#ports/log/log-kit.contract';
import { TemporaryHouse } from '#test/kit/embedded';
import { logEvent } from '#test/kit/makers';
import { freePort } from '#test/kit/ports';
import { measureHandling, measureRequests, serveMetrics } from './metrics.js';

let house: TemporaryHouse;
beforeEach(async () => {
  house = await TemporaryHouse.open();
});
afterEach(() => house.destroy());

it('tell what waits, what was set aside, what handlers and requests took', async () => {
  const { log, store } = house;
  const port = await freePort();
  const group = await log.subscribe('thing.watch', ['internal.thing'], async (events) =>
    events.map(() => skip('poison')),
  );
  const stop = await serveMetrics(port, '127.0.0.1', { store, log, groups: ['thing.watch'] });
  await log.append([logEvent('internal.thing', 'thing.made', 'a', {}, 1)]);
  await eventually(async () => (await log.deadLetters({ limit: 1 })).length > 0);
  await group.close();
  await log.append([logEvent('internal.thing', 'thing.made', 'b', {}, 1)]);
  await measureHandling('thing.watch', 3, async () => undefined);
  await expect(measureHandling('thing.watch', 2, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  const web = Fastify();
  measureRequests(web);
  web.get('/things/:id', async () => 'x');
  await web.inject('/things/7');
  const { status, headers } = await fetch(`http://127.0.0.1:${port}/metrics`);
  const text = await fetch(`http://127.0.0.1:${port}/metrics`).then((response) => response.text());
  expect([status, headers.get('content-type')]).toEqual([200, expect.stringContaining('text/plain')]);
  for (const line of [
    'rulian_events_unsent 0',
    'rulian_events_unsent_age_seconds 0',
    'rulian_events_waiting{group="thing.watch",topic="internal.thing"} 1',
    'rulian_group_stopped{group="thing.watch"} 0',
    'rulian_dead_letters{group="thing.watch"} 1',
    'rulian_events_handled_total{group="thing.watch",result="done"} 3',
    'rulian_events_handled_total{group="thing.watch",result="failed"} 2',
    'rulian_event_handling_seconds_count{group="thing.watch"} 2',
    'rulian_http_request_seconds_count{method="GET",route="/things/:id",status="200"} 1',
  ])
    expect(text.split('\n')).toContain(line);
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
  await web.close();
  await stop();
});
