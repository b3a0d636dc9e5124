// npm run test:distributed [-- jest arguments]: runs the tests that need servers (jest.distributed.config.mjs): of the adapters,
// and the end-to-end suite on the distributed shape.
// Servers that the chosen tests need are started for this run, unless MONGO_URL, KAFKA_BROKERS or MEILI_URL name others.

import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { distributed } from '../jest.config.mjs';
import { build, root } from './build.mjs';
import { install } from './install.mjs';
import { meiliProgram, startKafka, startMeili, startMongo } from './stack/servers.mjs';

/** Servers: the variable that names one, and how to start it. */
const kinds = {
  mongo: { variable: 'MONGO_URL', start: startMongo },
  kafka: { variable: 'KAFKA_BROKERS', start: startKafka },
  meilisearch: {
    variable: 'MEILI_URL',
    start: async ({ folder }) => {
      const key = randomBytes(16).toString('hex');
      process.env.MEILI_KEY = key;
      return startMeili({ folder, key });
    },
    missing: () => !meiliProgram(),
  },
};

install();
build();
const jest = [
  '--experimental-vm-modules',
  '--no-warnings',
  join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
  '--config',
  join(root, 'jest.distributed.config.mjs'),
  ...process.argv.slice(2),
];

const list = spawnSync(process.execPath, [...jest, '--listTests'], { cwd: root, encoding: 'utf8' });
const chosen = (name) => list.stdout?.includes(`${sep}${name}${sep}`);

/** Kinds of servers that the chosen tests need. */
function needed() {
  if (chosen('e2e')) return Object.keys(kinds);
  return new Set(Object.keys(distributed).flatMap((name) => (chosen(name) ? distributed[name] : [])));
}

const folder = mkdtempSync(join(tmpdir(), 'rulian-servers-'));
const servers = [];
const leftOut = [];
let child;
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child?.kill(signal));

async function start(kind) {
  const { variable, start, missing } = kinds[kind];
  if (process.env[variable]) return;
  if (missing?.()) {
    console.log(
      `!!! THE ${kind.toUpperCase()} TESTS DO NOT RUN: there is no server here, and ${variable} names none !!!`,
    );
    leftOut.push(kind);
    return;
  }
  const server = await start({ folder: join(folder, kind) });
  servers.push(server);
  process.env[variable] = server.url;
  console.log(`${kind}: ${server.url} (process ${server.pid})`);
}

function runJest() {
  const without = Object.keys(distributed).filter((folder) =>
    distributed[folder].some((kind) => leftOut.includes(kind)),
  );
  const ignored = without.flatMap((folder) => ['--testPathIgnorePatterns', `/${folder}/`]);
  // A whole product takes the machine; tests of adapters wait for servers most of the time.
  const workers = `--maxWorkers=${chosen('e2e') ? 1 : 2}`;
  child = spawn(process.execPath, [...jest, workers, '--passWithNoTests', ...ignored], {
    cwd: root,
    env: { ...process.env, RULIAN_E2E_SHAPE: 'distributed' },
    stdio: 'inherit',
  });
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}

let status = 1;
try {
  for (const kind of needed()) await start(kind);
  status = await runJest();
} finally {
  for (const server of servers) await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(status);
