// npm run stack -- up | down | status: the distributed shape on this machine, without Docker. Everything is kept in one
// folder (.stack/local, or --folder): data, logs, secrets, and stack.json, which says what runs.

import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { down, status, up } from './stack/stack.mjs';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    folder: { type: 'string', default: '.stack/local' },
    port: { type: 'string', default: '3000' },
    prefix: { type: 'string', default: '' },
    instances: { type: 'string', default: '' },
    'embedded-search': { type: 'boolean', default: false },
    // With down: Kafka, MongoDB and Meilisearch go on.
    'keep-servers': { type: 'boolean', default: false },
    // For the tests, which have been built and must not build under their own feet.
    'as-built': { type: 'boolean', default: false },
  },
});
const commands = { up, down, status };
const command = commands[positionals[0]];
if (!command) {
  console.error(
    `npm run stack -- up | down | status [--folder ${values.folder}] [--port 3000] [--prefix name]
  [--instances matching=2,notification=2] [--embedded-search] [--keep-servers]
MONGO_URL, KAFKA_BROKERS and MEILI_URL (with MEILI_KEY) name servers that run already; others are started here.`,
  );
  process.exit(1);
}
if (command === up && !values['as-built']) {
  install();
  build({ quiet: true });
}
try {
  await command(values);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
