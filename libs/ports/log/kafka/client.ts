import { type Cluster, Kafka, logLevel, PartitionAssigners, type SASLOptions } from 'kafkajs';
import { isUnavailable, Unavailable } from '#ports/unavailable';
import { backoff, pause, reasonOf } from '../backoff.js';
import { stepOverGaps } from './gaps.js';
import { restWhenIdle } from './idle.js';

/** Where the brokers are and how they are spoken to. */
export interface KafkaServers {
  /** `host:port` each. */
  readonly brokers: readonly string[];
  /** Speaks TLS. `ca`: certificates, PEM, that are trusted instead of the well-known ones. Default: no TLS. */
  readonly tls?: { readonly ca?: string };
  /** Signs in with SASL. Default: does not. */
  readonly login?: KafkaLogin;
}

export interface KafkaLogin {
  readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
  readonly username: string;
  readonly password: string;
}

export interface KafkaLogOptions extends KafkaServers {
  /** Shows in the broker's logs and quotas. */
  readonly clientId: string;
  /** Of topics made by this log. Default 6. More partitions let more processes share a group's work. */
  readonly partitions?: number;
  /** Copies of each partition, -1 for the broker's default. Default -1. */
  readonly replicationFactor?: number;
  /** Stands before every topic and group name, so that several installations can share a broker. Default ''. */
  readonly prefix?: string;
  /** Kafka topic settings for event topics made by this log, over those of `topics.ts`. */
  readonly topicSettings?: Readonly<Record<string, string>>;
  /** How old the list of partitions and of the brokers that lead them may grow, ms. Default 30,000. */
  readonly refreshMs?: number;
  /** Told of failing handlers, lost connections and what is done about them. Default: nobody. */
  readonly warn?: (message: string) => void;
}

/**
 * Clients try a few times only: who uses them tries again with new ones, since a client of kafkajs that has once lost its
 * broker does not always recover.
 */
const few = { retries: 3, initialRetryTime: 100, maxRetryTime: 1000 };

export function connectTo(options: KafkaLogOptions): Kafka {
  stepOverGaps();
  restWhenIdle();
  return new Kafka({
    clientId: options.clientId,
    brokers: [...options.brokers],
    ...(options.tls ? { ssl: { ...options.tls } } : {}),
    ...(options.login ? { sasl: saslOf(options.login) } : {}),
    logLevel: logLevel.NOTHING,
    connectionTimeout: 5000,
    requestTimeout: 10_000,
    retry: few,
  });
}

/** kafkajs types each mechanism by itself. */
const saslOf = (login: KafkaLogin): SASLOptions => ({ ...login }) as SASLOptions;

/** kafkajs gives its requests to brokers to those who assign partitions; for reading without a group and for offsets. */
export async function openCluster(kafka: Kafka, metadataMaxAge: number): Promise<Cluster> {
  const found: Cluster[] = [];
  kafka.consumer({
    groupId: 'never-joined',
    metadataMaxAge,
    allowAutoTopicCreation: false,
    partitionAssigners: [
      (config) => {
        found.push(config.cluster);
        return PartitionAssigners.roundRobin(config);
      },
    ],
  });
  const [cluster] = found;
  if (!cluster) throw new Error('kafkajs asked no partition assigner');
  await cluster.connect();
  return cluster;
}

/** Runs `work`, again with fresh metadata while leaders move or brokers are away, for some five seconds. */
export async function persistently<T>(cluster: Cluster, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === 8 || signal.aborted) throw unavailable(error);
      await pause(backoff(attempt), signal);
      await refresh(cluster);
    }
  }
}

/** Reads leaders and coordinators anew; a failure shows in the request that comes next. */
export async function refresh(cluster: Cluster): Promise<void> {
  try {
    await cluster.connect();
    await cluster.refreshMetadata();
  } catch {
    // The next request meets the same broker and says why.
  }
}

export function unavailable(error: unknown): Error {
  if (isUnavailable(error)) return error as Unavailable;
  return new Unavailable(`the event log (${reasonOf(error)})`, { cause: error });
}

/** Error name of the Kafka protocol behind whatever kafkajs threw, such as UNKNOWN_MEMBER_ID. */
export function kafkaCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { type, cause } = error as { type?: unknown; cause?: unknown };
  return typeof type === 'string' ? type : kafkaCode(cause);
}
