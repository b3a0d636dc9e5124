import { context, isSpanContextValid, trace } from '@opentelemetry/api';

/** W3C `traceparent` of what is being done now, to travel with its events; undefined outside of any trace. */
export function activeTraceparent(): string | undefined {
  const span = trace.getSpanContext(context.active());
  if (!span || !isSpanContextValid(span)) return undefined;
  return `00-${span.traceId}-${span.spanId}-${span.traceFlags.toString(16).padStart(2, '0')}`;
}
