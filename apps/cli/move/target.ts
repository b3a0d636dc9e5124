import { logPrefix } from '#platform/config/service-config';
import type { Files } from '#ports/files/files';
import { MongoFiles } from '#ports/files/mongo/mongo-files';
import type { KafkaServers } from '#ports/log/kafka/client';
import { KafkaImport } from '#ports/log/kafka/import';
import { MongoImport } from '#ports/store/mongo/import';
import { isUnavailable } from '#ports/unavailable';
import { type Address, shownBrokers } from './address.js';

export interface TargetOptions {
  readonly mongo: Address;
  readonly servers: KafkaServers;
  /** Of the installation: RULIAN_PREFIX of its services. */
  readonly prefix: string;
}

/** The servers of the distributed shape, while none of its services runs. */
export class Target {
  private constructor(
    readonly store: MongoImport,
    readonly log: KafkaImport,
    readonly files: Files,
    /** Id of the Kafka cluster. */
    readonly cluster: string,
    readonly prefix: string,
    /** Where the documents go, without what is secret. */
    readonly database: string,
    /** Where the events go. */
    readonly kafka: string,
  ) {}

  static async open({ mongo, servers, prefix }: TargetOptions): Promise<Target> {
    const kafka = shownBrokers(servers.brokers, prefix);
    const store = await MongoImport.open(mongo.url).catch(silence(`MongoDB does not answer at ${mongo.shown}`));
    try {
      const log = await KafkaImport.open({ ...servers, prefix: logPrefix(prefix), clientId: 'rulian-move' }).catch(
        silence(`Kafka does not answer at ${servers.brokers.join(', ')}`),
      );
      const files = await MongoFiles.open(mongo.url).catch(silence(`MongoDB does not answer at ${mongo.shown}`));
      return new Target(store, log, files, await log.clusterId(), prefix, mongo.shown, kafka);
    } catch (error) {
      await store.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    await Promise.allSettled([this.log.close(), this.files.close(), this.store.close()]);
  }
}

function silence(sentence: string): (error: unknown) => never {
  return (error) => {
    throw isUnavailable(error) ? new Error(sentence, { cause: error }) : error;
  };
}
