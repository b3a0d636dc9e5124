import { ApiClient } from '#platform/http/api-client';
import type { LogEvent } from '#ports/event';
import type { Log } from '#ports/log/log';

/** A product that can be spoken to. */
export interface Reachable {
  /** Base address, without a path. Changes with a restart. */
  readonly url: string;
  /** The operator's API, in English. */
  readonly operator: ApiClient;
  /** The secret behind it. */
  readonly operatorSecret: string;
}

/**
 * A running product as its users meet it: a process of its own, spoken to over HTTP. The end-to-end suite knows nothing
 * else, so that it runs on every shape.
 */
export interface Deployment extends Reachable {
  /** Folder by which the command line finds it. */
  readonly dataDir: string;
  /** What its processes have written lately, for looking for secrets and faults in it. */
  readonly written: string;
  /** Its running processes by name. */
  readonly pids: Readonly<Record<string, number>>;
  /** Addresses of the metrics of its processes. */
  readonly metricsUrls: readonly string[];
  /** Ends it without warning, as a power cut would; where it is several processes, only those of `role` when one is named. */
  kill(role?: string): Promise<void>;
  /** Stops it cleanly; its data stay. */
  stop(): Promise<void>;
  /** Starts it again on the data it left. */
  start(): Promise<void>;
  /** Its event log, for reading what is on it. Standalone: only while it is stopped. */
  openLog(): Promise<Log>;
  /** Puts events on its log past its own checks, as a foreign producer could. It may be restarted for it. */
  append(events: readonly LogEvent[]): Promise<void>;
  /** Stops it cleanly and removes its data. */
  destroy(): Promise<void>;
}

/** Limits are lifted: a test signs up and in more often than any person. */
export const TEST_SETTINGS = {
  RULIAN_DEMO: '0',
  RULIAN_LOG_LEVEL: 'warn',
  RULIAN_REQUESTS_PER_MINUTE: '1000000',
  RULIAN_SIGN_INS_PER_MINUTE: '1000000',
  RULIAN_SIGN_UPS_PER_HOUR: '1000000',
  RULIAN_PROPOSALS_PER_WEEK: '1000000',
};
