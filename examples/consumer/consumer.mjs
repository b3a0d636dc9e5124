// Reads a public topic from its start, checks each event against the published schema, prints it. See README.md.
import { parseArgs } from 'node:util';
import { Ajv } from 'ajv';
import { Kafka, logLevel } from 'kafkajs';

const text = (value) => ({ type: 'string', default: value });
const { values: options } = parseArgs({
  options: {
    brokers: text('localhost:9092'),
    api: text('http://localhost:3000'),
    topic: text('public.match'),
    prefix: text(''),
    group: text('rulian-consumer-example'),
    'until-idle': text('0'),
  },
});

const answer = await fetch(`${options.api}/api/schemas/${options.topic}.json`);
if (!answer.ok) throw new Error(`no schema of ${options.topic} at ${options.api}: HTTP ${answer.status}`);
const formats = { date: /^\d{4}-\d\d-\d\d$/, 'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/ };
const isValid = new Ajv({ allErrors: true, formats }).compile(await answer.json());

const idleMs = Number(options['until-idle']);
const kafka = new Kafka({ clientId: options.group, brokers: options.brokers.split(','), logLevel: logLevel.ERROR });
const consumer = kafka.consumer({ groupId: options.group });
const count = { read: 0, invalid: 0 };
let idle;
const stop = async () => {
  await consumer.disconnect();
  console.log(JSON.stringify(count));
  process.exit(count.invalid === 0 ? 0 : 1);
};
const wait = () => {
  clearTimeout(idle);
  if (idleMs > 0) idle = setTimeout(stop, idleMs);
};

function handle({ value }) {
  wait();
  if (value === null) return; // A tombstone says nothing.
  const event = parse(value.toString());
  const valid = isValid(event);
  count.read += 1;
  if (!valid) count.invalid += 1;
  console.log(JSON.stringify(valid ? { valid, event } : { valid, errors: isValid.errors, event }));
}

function parse(json) {
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}

process.once('SIGINT', stop);
process.once('SIGTERM', stop);
await consumer.connect();
await consumer.subscribe({ topic: options.prefix + options.topic, fromBeginning: true });
consumer.on(consumer.events.GROUP_JOIN, wait);
await consumer.run({ eachMessage: async ({ message }) => handle(message) });
