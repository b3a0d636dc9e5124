import type { Admin, Cluster, Kafka } from 'kafkajs';
import { Appender } from './appender.js';
import { connectTo, type KafkaLogOptions, openCluster, unavailable } from './client.js';
import { Names } from './names.js';
import { Progress } from './progress.js';
import { Topics } from './topics.js';

/** What speaks to the broker for one process. */
export interface Connected {
  readonly kafka: Kafka;
  readonly admin: Admin;
  readonly cluster: Cluster;
  readonly names: Names;
  readonly topics: Topics;
  readonly appender: Appender;
  readonly progress: Progress;
  /** Aborted when nothing is to be tried again. */
  readonly ending: AbortController;
  /** How old what is known of partitions may grow, ms. */
  readonly refreshMs: number;
}

/** Throws Unavailable when no broker answers. */
export async function openConnected(options: KafkaLogOptions): Promise<Connected> {
  const names = new Names(options.prefix ?? '');
  const { partitions = 6, replicationFactor = -1, topicSettings: settings = {}, refreshMs = 30_000 } = options;
  const kafka = connectTo(options);
  const admin = kafka.admin();
  const ending = new AbortController();
  const topics = new Topics(admin, names, { partitions, replicationFactor, settings });
  const appender = new Appender(kafka, topics, names, options.warn ?? (() => {}));
  try {
    await Promise.all([admin.connect(), appender.open()]);
    const cluster = await openCluster(kafka, refreshMs);
    const progress = new Progress(cluster, names, topics, ending.signal);
    return { kafka, admin, cluster, names, topics, appender, progress, ending, refreshMs };
  } catch (error) {
    await Promise.allSettled([admin.disconnect(), appender.close()]);
    throw unavailable(error);
  }
}

/** Sends what is under way, then lets go. */
export async function closeConnected({ ending, appender, cluster, admin }: Connected): Promise<void> {
  ending.abort();
  await Promise.allSettled([appender.close(), cluster.disconnect(), admin.disconnect()]);
}
