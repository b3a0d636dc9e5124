// The processes of the distributed shape: started, ended, looked at. See ../stack.mjs.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from '../build.mjs';
import {
  end,
  freePort,
  lastWords,
  launch,
  meiliProgram,
  runs,
  startKafka,
  startMeili,
  startMongo,
} from './servers.mjs';

const INNER = ['demand', 'capability', 'matching', 'engagement', 'events', 'notification', 'search'];
const READY_MS = 120_000;

const read = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined);

/** Whole or not at all, and for the owner's eyes only. */
function write(path, value) {
  writeFileSync(`${path}.new`, JSON.stringify(value, undefined, 2), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

async function secretsOf(folder) {
  const path = join(folder, 'secrets.json');
  const known = read(path);
  if (known) return known;
  const { makeKeys } = await import('../../dist/apps/cli/keys.js');
  const made = makeKeys();
  write(path, made);
  return made;
}

/** What runs, with the ports it has: a restart keeps them. */
const stateOf = (folder) => read(join(folder, 'stack.json')) ?? { servers: {}, services: {} };

function instancesOf(text) {
  const counts = Object.fromEntries(INNER.map((role) => [role, 1]));
  for (const part of text.split(',').filter(Boolean)) {
    const [role, count] = part.split('=');
    if (!INNER.includes(role) || !/^[1-9]$/.test(count ?? ''))
      throw new Error(`--instances: "${part}" is not role=1…9`);
    if (role === 'search' && count !== '1') throw new Error('--instances: there is one search process');
    counts[role] = Number(count);
  }
  return counts;
}

async function servers(folder, state, secrets, embeddedSearch, save) {
  const kinds = {
    mongo: ['MONGO_URL', startMongo],
    kafka: ['KAFKA_BROKERS', startKafka],
    ...(embeddedSearch ? {} : { meilisearch: ['MEILI_URL', startMeili] }),
  };
  const urls = {};
  for (const [name, [variable, start]] of Object.entries(kinds)) {
    const given = process.env[variable];
    if (given) {
      urls[name] = given;
      continue;
    }
    if (name === 'meilisearch' && !meiliProgram())
      throw new Error('There is no Meilisearch here: set MEILI_URL or MEILI_BIN, or try it with --embedded-search.');
    const known = state.servers[name];
    if (!known || !runs(known.pid)) {
      const ports = known ?? { port: await freePort(), controllerPort: await freePort() };
      const { port, controllerPort } = ports;
      const started = await start({ folder: join(folder, name), port, controllerPort, key: secrets.MEILI_KEY });
      state.servers[name] = { pid: started.pid, port, controllerPort, url: started.url };
      save();
    }
    urls[name] = state.servers[name].url;
  }
  return urls;
}

function environmentOf(role, { folder, name, prefix, urls, secrets, ports, embeddedSearch }) {
  const [, database] = /^mongodb(?:\+srv)?:\/\/[^/]+\/([^/?]+)/.exec(urls.mongo) ?? [];
  const mongo = database ? urls.mongo : `${urls.mongo.replace(/\/$/, '')}/rulian${prefix && `_${prefix}`}`;
  const shared = {
    RULIAN_ROLE: role,
    HOST: '127.0.0.1',
    RULIAN_DATA_DIR: join(folder, 'data', name),
    RULIAN_PREFIX: prefix,
    MONGO_URL: mongo,
    KAFKA_BROKERS: urls.kafka,
  };
  if (role !== 'gateway') {
    const search = embeddedSearch
      ? { RULIAN_SEARCH_EMBEDDED: '1' }
      : { MEILI_URL: urls.meilisearch, MEILI_KEY: process.env.MEILI_KEY ?? secrets.MEILI_KEY };
    return {
      ...shared,
      RULIAN_TRUST_PROXY: '1',
      RULIAN_TOKEN_PUBLIC_KEY: secrets.RULIAN_TOKEN_PUBLIC_KEY,
      ...(role === 'search' ? search : {}),
    };
  }
  const upstreams = INNER.map((inner) => [
    `RULIAN_${inner.toUpperCase()}_URL`,
    ports[inner].map((port) => `http://127.0.0.1:${port}`).join(','),
  ]);
  return {
    ...shared,
    RULIAN_TOKEN_PRIVATE_KEY: secrets.RULIAN_TOKEN_PRIVATE_KEY,
    RULIAN_OPERATOR_SECRET: secrets.RULIAN_OPERATOR_SECRET,
    ...Object.fromEntries(upstreams),
  };
}

/** Settings of people who run it reach every process; those that say where things are do not. */
const outside = () =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(PORT|HOST|MONGO_URL|KAFKA_BROKERS|MEILI_.*)$/.test(name)),
  );

async function isReady(port) {
  try {
    return (await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(3000) })).ok;
  } catch {
    return false;
  }
}

async function untilReady(name, { pid, port, logFile }) {
  for (const end = Date.now() + READY_MS; Date.now() < end; ) {
    if (!runs(pid)) throw new Error(`${name} ended at its start:\n${lastWords(logFile)}`);
    if (await isReady(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${name} was not ready within ${READY_MS / 1000} s:\n${lastWords(logFile)}`);
}

/** Starts what does not run yet. Again on a running stack: starts only what has ended. */
export async function up({ folder: named, port, prefix, instances, 'embedded-search': embeddedSearch }) {
  const folder = resolve(root, named);
  mkdirSync(folder, { recursive: true });
  const state = stateOf(folder);
  const save = () => write(join(folder, 'stack.json'), state);
  const secrets = await secretsOf(folder);
  const urls = await servers(folder, state, secrets, embeddedSearch, save);
  state.urls = urls;
  const counts = instancesOf(instances);
  const wanted = INNER.flatMap((role) =>
    Array.from({ length: counts[role] }, (_, at) => ({ role, name: counts[role] === 1 ? role : `${role}-${at + 1}` })),
  );
  wanted.push({ role: 'gateway', name: 'gateway' });
  const ports = {};
  for (const { role, name } of wanted) {
    const own = role === 'gateway' && port !== '0' ? Number(port) : undefined;
    const service = { role, ...state.services[name] };
    service.port = own ?? service.port ?? (await freePort());
    service.metricsPort ??= await freePort();
    state.services[name] = service;
    ports[role] = [...(ports[role] ?? []), service.port];
  }
  const started = [];
  for (const { role, name } of wanted) {
    const service = state.services[name];
    if (service.pid !== undefined && runs(service.pid)) continue;
    const own = environmentOf(role, { folder, name, prefix, urls, secrets, ports, embeddedSearch });
    const env = {
      ...outside(),
      ...own,
      PORT: String(service.port),
      RULIAN_METRICS_PORT: String(service.metricsPort),
    };
    service.logFile = join(folder, 'logs', `${name}.log`);
    const main = join(root, 'dist', 'apps', 'main.js');
    service.pid = launch(process.execPath, ['--enable-source-maps', main], {
      logFile: service.logFile,
      cwd: root,
      env,
    }).pid;
    save();
    started.push(name);
  }
  for (const name of started) await untilReady(name, state.services[name]);
  const url = `http://localhost:${state.services.gateway.port}`;
  write(join(folder, 'run.json'), { url, secret: secrets.RULIAN_OPERATOR_SECRET, pid: state.services.gateway.pid });
  console.log(`Rulian 入链  ${url}   API: ${url}/api/docs`);
  console.log(`Command line / 命令行: RULIAN_DATA_DIR=${named} npm run -s rulian -- …`);
}

/** Ends everything; the data stay. Services first, so that they can finish what they have begun. */
export async function down({ folder: named, 'keep-servers': keepServers }) {
  const folder = resolve(root, named);
  const state = stateOf(folder);
  const { gateway, ...inner } = state.services;
  rmSync(join(folder, 'run.json'), { force: true });
  const forced = [];
  const endAll = (things) =>
    Promise.all(
      Object.entries(things).map(async ([name, { pid }]) => {
        if (pid !== undefined && !(await end(pid))) forced.push(name);
      }),
    );
  if (gateway) await endAll({ gateway });
  await endAll(inner);
  const servers = keepServers ? {} : state.servers;
  await endAll(servers);
  for (const thing of [...Object.values(state.services), ...Object.values(servers)]) delete thing.pid;
  if (existsSync(folder)) write(join(folder, 'stack.json'), state);
  if (forced.length > 0) throw new Error(`Ended by force, as they did not stop within 20 s: ${forced.join(', ')}`);
  console.log('Stopped. / 已停止。');
}

/** One line a process. */
export async function status({ folder: named }) {
  const state = stateOf(resolve(root, named));
  const line = (name, pid, port, word) =>
    console.log(`${name.padEnd(18)} ${String(pid ?? '-').padStart(8)} ${String(port).padStart(6)}  ${word}`);
  for (const [name, { pid, port }] of Object.entries(state.servers))
    line(name, pid, port, pid !== undefined && runs(pid) ? 'runs' : 'ended');
  for (const [name, { pid, port }] of Object.entries(state.services)) {
    const alive = pid !== undefined && runs(pid);
    line(name, pid, port, alive ? ((await isReady(port)) ? 'ready' : 'not ready') : 'ended');
  }
  if (Object.keys(state.services).length === 0) console.log('Nothing runs here. / 没有运行中的进程。');
}
