// Reads a public topic from its start, checks each event against the published schema, prints it. See README.md.
import { parseArgs } from 'node:util';
import { Ajv } from 'ajv';
import { Kafka, logLevel } from 'kafkajs';

const text = (value) => ({ type: 'string', default: value });
const { brokers, api, topic, prefix, group } = parseArgs({
  options: {
    brokers: text('localhost:9092'),
    api: text('http://localhost:3000'),
    topic: text('public.match'),
    prefix: text(''),
    group: text('rulian-consumer-example'),
  },
}).values;

const schema = await fetch(`${api}/api/schemas/${topic}.json`).then((answer) => answer.json());
const formats = { date: /^\d{4}-\d\d-\d\d$/, 'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/ };
const validate = new Ajv({ allErrors: true, formats }).compile(schema);

const kafka = new Kafka({ clientId: group, brokers: brokers.split(','), logLevel: logLevel.ERROR });
const consumer = kafka.consumer({ groupId: group });
await consumer.connect();
await consumer.subscribe({ topic: prefix + topic, fromBeginning: true });
const eachMessage = async ({ message: { value } }) => {
  if (value === null) return; // A tombstone: the key is gone.
  const event = JSON.parse(value.toString());
  console.log(
    JSON.stringify(validate(event) ? { valid: true, event } : { valid: false, errors: validate.errors, event }),
  );
};
await consumer.run({ eachMessage });
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => consumer.disconnect());
