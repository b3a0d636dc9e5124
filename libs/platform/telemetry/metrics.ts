import { createServer } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Log } from '#ports/log/log';
import type { Store } from '#ports/store/store';

/** What a process tells of itself, in the words of Prometheus. Times are seconds. */
const registry = new Registry();

const handling = new Histogram({
  name: 'rulian_event_handling_seconds',
  help: 'Time that a handler took for one batch of events',
  labelNames: ['group'],
  buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
  registers: [registry],
});
const handled = new Counter({
  name: 'rulian_events_handled_total',
  help: 'Events that handlers were given; result is "failed" where the batch ended with an error and comes again',
  labelNames: ['group', 'result'],
  registers: [registry],
});
const requests = new Histogram({
  name: 'rulian_http_request_seconds',
  help: 'Time from a request to the end of its answer',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
  registers: [registry],
});

/** Measures a handler's batch. */
export async function measureHandling<T>(group: string, events: number, work: () => Promise<T>): Promise<T> {
  const end = handling.startTimer({ group });
  try {
    const result = await work();
    handled.inc({ group, result: 'done' }, events);
    return result;
  } catch (error) {
    handled.inc({ group, result: 'failed' }, events);
    throw error;
  } finally {
    end();
  }
}

/** Measures requests by their route, so that ids in addresses make no series of their own. */
export function measureRequests(fastify: FastifyInstance): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    requests.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
    done();
  });
}

export interface Watched {
  readonly store: Store;
  readonly log: Log;
  /** Groups that this process handles. */
  readonly groups: readonly string[];
}

const MOST_LETTERS = 10_000;

/** Gauges that are looked up when somebody asks: what is on its way, and what was set aside. */
function watch({ store, log, groups }: Watched): void {
  new Gauge({
    name: 'rulian_events_unsent',
    help: 'Events written and not on the log yet',
    registers: [registry],
    async collect() {
      const { count, oldest } = await store.unsent();
      this.set(count);
      age.set(oldest === undefined ? 0 : Math.max(0, (Date.now() - Date.parse(oldest)) / 1000));
    },
  });
  const age = new Gauge({
    name: 'rulian_events_unsent_age_seconds',
    help: 'Age of the oldest event that is not on the log yet',
    registers: [registry],
  });
  const stopped = new Gauge({
    name: 'rulian_group_stopped',
    help: '1 where a group of this process has stopped and waits for an operator',
    labelNames: ['group'],
    registers: [registry],
  });
  new Gauge({
    name: 'rulian_events_waiting',
    help: 'Events on the log that a group of this process has not handled yet (lag)',
    labelNames: ['group', 'topic'],
    registers: [registry],
    async collect() {
      for (const group of groups) {
        const lag = await log.lag(group);
        for (const { topic, events } of lag) this.set({ group, topic }, events);
        stopped.set({ group }, lag.some((row) => row.stopped !== undefined) ? 1 : 0);
      }
    },
  });
  new Gauge({
    name: 'rulian_dead_letters',
    help: `Events set aside because a group could not handle them, counted up to ${MOST_LETTERS}`,
    labelNames: ['group'],
    registers: [registry],
    async collect() {
      this.reset();
      for (const { group, letters } of await log.deadLetterCounts(MOST_LETTERS)) this.set({ group }, letters);
    },
  });
}

/** Serves `/metrics` on a port of its own, which only the monitoring need reach. The function stops it. */
export async function serveMetrics(port: number, host: string, watched: Watched): Promise<() => Promise<void>> {
  collectDefaultMetrics({ register: registry });
  watch(watched);
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      // Prometheus shows the target as down and asks again.
      () => response.writeHead(503).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
}
