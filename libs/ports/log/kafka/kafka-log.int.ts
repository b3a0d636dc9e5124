import { afterAll, beforeAll } from '@jest/globals';
import { logContract } from '../log.contract.js';
import { type Brokers, brokers, harness } from './kafka-kit.contract.js';

let kafka: Brokers;

beforeAll(async () => {
  kafka = await brokers(process.env.KAFKA_BROKERS);
}, 90_000);

afterAll(() => kafka.close(), 30_000);

logContract('KafkaLog', () => harness(kafka.list));
