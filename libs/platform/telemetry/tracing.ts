import {
  type Context,
  context,
  type Link,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  type IdGenerator,
  NodeTracerProvider,
  RandomIdGenerator,
  type SpanExporter,
} from '@opentelemetry/sdk-trace-node';
import type { FastifyInstance } from 'fastify';
import type { LogEvent } from '#ports/event';

/** Most traces that one batch of events is linked to. */
const MOST_LINKS = 128;

const random = new RandomIdGenerator();
/** Id for the trace that begins now. */
let begun: string | undefined;
const ids: IdGenerator = {
  generateTraceId: () => begun ?? random.generateTraceId(),
  generateSpanId: () => random.generateSpanId(),
};

const tracer = () => trace.getTracer('rulian');

/** Loaded where it is wanted: its hundred modules are a part of every start otherwise. */
async function exporterTo(url: string): Promise<SpanExporter> {
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http');
  return new OTLPTraceExporter({ url });
}

/**
 * Makes spans and carries them along, so that events and log lines know their trace; sends them to an OTLP/HTTP collector
 * when one is named. Once per process, before anything else. The function it gives sends what is left.
 */
export async function startTracing(service: string, collectorUrl: string): Promise<() => Promise<void>> {
  const exporter = collectorUrl ? [await exporterTo(`${collectorUrl}/v1/traces`)] : [];
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': service }),
    idGenerator: ids,
    spanProcessors: exporter.map((one) => new BatchSpanProcessor(one)),
  });
  provider.register();
  return () => provider.shutdown();
}

/** Id of the trace under way, 32 hexadecimal digits. */
export const activeTraceId = (): string | undefined => trace.getSpanContext(context.active())?.traceId;

/** Headers that carry the trace on to another service. */
export function traceHeaders(): Record<string, string> {
  const headers: Record<string, string> = {};
  propagation.inject(context.active(), headers);
  return headers;
}

/**
 * A span for each request. `inner`: the request comes from our gateway, whose trace goes on; from outside a new one
 * begins, with the request's own id where that has the form of a trace's.
 */
export function traceRequests(fastify: FastifyInstance, inner: boolean): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const path = request.routeOptions.url ?? 'unknown';
    // A stream that stays open for hours is no request to measure; probes would fill the collector.
    if (path.startsWith('/health/')) return done();
    const from = inner ? propagation.extract(ROOT_CONTEXT, request.headers) : ROOT_CONTEXT;
    begun = /^[0-9a-f]{32}$/.test(request.id) ? request.id : undefined;
    const attributes = { 'http.request.method': request.method, 'http.route': path, 'rulian.request': request.id };
    const span = tracer().startSpan(`${request.method} ${path}`, { kind: SpanKind.SERVER, attributes }, from);
    begun = undefined;
    reply.raw.once('close', () => {
      span.setAttribute('http.response.status_code', reply.statusCode);
      if (reply.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    });
    context.with(trace.setSpan(from, span), done);
  });
}

const contextOf = ({ traceparent }: LogEvent): Context | undefined =>
  traceparent === undefined ? undefined : propagation.extract(ROOT_CONTEXT, { traceparent });

/** The traces of the events, each once. */
function linksOf(events: readonly LogEvent[]): Link[] {
  const links = new Map<string, Link>();
  for (const event of events) {
    if (links.size === MOST_LINKS || event.traceparent === undefined || links.has(event.traceparent)) continue;
    const spanContext = trace.getSpanContext(contextOf(event) ?? ROOT_CONTEXT);
    if (spanContext) links.set(event.traceparent, { context: spanContext });
  }
  return [...links.values()];
}

/**
 * Runs a handler within a span. A batch goes on with the trace of its first event and is linked to those of the others: an
 * event that is alone in its batch can be followed from the request to the notice.
 */
export function traceHandling<T>(group: string, events: readonly LogEvent[], work: () => Promise<T>): Promise<T> {
  const [first, ...others] = events;
  const parent = (first && contextOf(first)) ?? ROOT_CONTEXT;
  const attributes = {
    'messaging.system': 'rulian',
    'messaging.consumer.group.name': group,
    'messaging.batch.message_count': events.length,
  };
  const options = { kind: SpanKind.CONSUMER, attributes, links: linksOf(others) };
  return tracer().startActiveSpan(`handle ${group}`, options, parent, async (span) => {
    try {
      return await work();
    } catch (error) {
      span.recordException(error as Error);
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}
