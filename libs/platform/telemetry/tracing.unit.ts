import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { context, ROOT_CONTEXT, type Span, trace } from '@opentelemetry/api';
import Fastify from 'fastify';
import { completeEvent, type LogEvent } from '#ports/event';
import { activeTraceparent } from '#ports/trace';
import { activeTraceId, startTracing, traceHandling, traceHeaders, traceRequests } from './tracing.js';

const ID = '0123456789abcdef0123456789abcdef';
let stop: () => Promise<void>;
beforeAll(async () => {
  stop = await startTracing('test', '');
});
afterAll(() => stop());

/** An event as a store completes it now. */
const eventNow = (id: string): LogEvent =>
  completeEvent(
    'thing',
    id,
    1,
    0,
    { topic: 'internal.thing', type: 'thing.made', time: '', data: {} },
    undefined,
    activeTraceparent(),
  );

describe('a trace', () => {
  it('begins with the id of a request from outside and is in its events and the headers to the next service', async () => {
    const edge = Fastify({ genReqId: () => ID });
    traceRequests(edge, false);
    edge.post('/things', async () => ({ event: eventNow('a'), headers: traceHeaders() }));
    const answer = await edge.inject({
      method: 'POST',
      url: '/things',
      headers: { traceparent: `00-${'f'.repeat(32)}-${'e'.repeat(16)}-01` },
    });
    const { event, headers } = answer.json<{ event: LogEvent; headers: { traceparent: string } }>();
    expect(event.traceparent).toMatch(new RegExp(`^00-${ID}-[0-9a-f]{16}-01$`));
    expect(headers.traceparent).toBe(event.traceparent);
    await edge.close();
  });

  it('goes on in the service behind the gateway, also while the body is read', async () => {
    const inner = Fastify();
    traceRequests(inner, true);
    inner.addContentTypeParser('text/csv', (_request, payload, done) => {
      let text = '';
      payload.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      payload.on('end', () => done(null, text));
    });
    inner.post('/things', async () => ({ trace: activeTraceId() }));
    const traceparent = `00-${ID}-${'e'.repeat(16)}-01`;
    const headers = { traceparent, 'content-type': 'text/csv' };
    const answer = await inner.inject({ method: 'POST', url: '/things', headers, payload: 'a,b' });
    expect(answer.json()).toEqual({ trace: ID });
    await inner.close();
  });

  it('goes on from an event through its handler into the events that the handler causes', async () => {
    const heard: LogEvent = { ...eventNow('a'), traceparent: `00-${ID}-${'e'.repeat(16)}-01` };
    const caused = await traceHandling('g', [heard], async () => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      return eventNow('b');
    });
    expect(caused.traceparent).toContain(ID);
    expect(caused.traceparent).not.toBe(heard.traceparent);
  });

  it('links a batch to the traces of all its events, each once', async () => {
    const ids = ['1', '2', '2', '3'].map((digit) => digit.repeat(32));
    const events = ids.map((id) => ({ ...eventNow(id), traceparent: `00-${id}-${'e'.repeat(16)}-01` }));
    const span = await traceHandling('g', events, async () => trace.getSpan(context.active()));
    const { links } = span as Span & { links: { context: { traceId: string } }[] };
    expect(links.map((link) => link.context.traceId)).toEqual([ids[1], ids[3]]);
  });

  it('is none outside of requests and handlers', () => {
    context.with(ROOT_CONTEXT, () => {
      expect(activeTraceId()).toBeUndefined();
      expect(eventNow('a').traceparent).toBeUndefined();
    });
  });
});
