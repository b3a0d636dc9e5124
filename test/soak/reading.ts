import type { ApiClient } from '#platform/http/api-client';
import type { LogEvent } from '#ports/event';
import type { Deployment } from '#test/e2e/deployment';

export interface ProposalRead {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly demandId: string;
  readonly firmId: string;
  readonly firmName: string;
  readonly reachable: boolean;
  readonly releasedAt?: string;
  readonly reasons: { readonly shared: readonly { readonly text?: string }[] };
}

export interface NoticeRead {
  readonly id: string;
  readonly kind: string;
  readonly about: { readonly type: string; readonly id: string };
}

export interface SearchRead {
  readonly hits: readonly { readonly id: string; readonly show: Readonly<Record<string, unknown>> }[];
  readonly facets: Readonly<Record<string, readonly { readonly value: string; readonly count: number }[]>>;
}

interface PageRead<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

/** All items of a list, page by page. */
export async function readAll<T>(api: ApiClient, path: string): Promise<T[]> {
  const all: T[] = [];
  let cursor: string | undefined;
  do {
    const more = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page = await api.get<PageRead<T>>(`${path}${path.includes('?') ? '&' : '?'}limit=100${more}`);
    all.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return all;
}

export interface LogRead {
  /** Newest event by `topic/subject`. */
  readonly newest: ReadonlyMap<string, LogEvent>;
  readonly all: readonly LogEvent[];
  readonly deadLetters: readonly string[];
}

/** What is on the log of a product that is stopped. */
export async function readLog(deployment: Deployment, topics: readonly string[]): Promise<LogRead> {
  const log = await deployment.openLog();
  try {
    const newest = new Map<string, LogEvent>();
    const all: LogEvent[] = [];
    const tail = await log.tail(topics, '', (told) => {
      // What the fault "poison" has put there is nothing to compare.
      const events = told.filter(({ subject }) => subject !== 'poison');
      all.push(...events);
      for (const event of events) newest.set(`${event.topic}/${event.subject}`, event);
    });
    await tail.reached(await log.end(topics));
    await tail.close();
    const letters = await log.deadLetters({ limit: 1000 });
    return { newest, all, deadLetters: letters.map(({ group, event, reason }) => `${group}: ${event.id}: ${reason}`) };
  } finally {
    await log.close();
  }
}
