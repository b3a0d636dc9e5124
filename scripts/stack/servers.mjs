// The servers of the distributed shape on this machine, without Docker: Kafka and a MongoDB-protocol server on Java, and
// Meilisearch where there is one. Loopback only. Used by `npm run stack` and by the tests of the adapters.
import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes, randomInt } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { root } from '../build.mjs';

const JARS = join(root, '.stack', 'jars');

function run(command, args, cwd) {
  const done = spawnSync(command, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
  if (done.error) throw new Error(`${command} is needed and cannot be started: ${done.error.message}`);
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${done.status}`);
}

/** Brings the jars of deploy/local/<name>/pom.xml once; gives the class path. */
function jars(name) {
  const folder = join(JARS, name);
  if (!existsSync(folder) || readdirSync(folder).length === 0) {
    const pom = join(root, 'deploy', 'local', name, 'pom.xml');
    run('mvn', ['-q', '-B', '-ntp', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${folder}`], root);
  }
  return join(folder, '*');
}

/** Compiles deploy/local/<name>/src when it has changed since; gives the folder of the classes. */
function compiled(name, classPath) {
  const folder = join(root, 'deploy', 'local', name, 'src');
  const sources = readdirSync(folder).map((file) => join(folder, file));
  const hash = createHash('sha256');
  for (const source of sources) hash.update(readFileSync(source));
  const classes = join(JARS, `${name}-${hash.digest('hex').slice(0, 12)}`);
  if (existsSync(classes)) return classes;
  // Under another name until it is whole: a compilation that was cut off is not taken for a finished one.
  const part = `${classes}.${process.pid}`;
  mkdirSync(part, { recursive: true });
  run('javac', ['-cp', classPath, '-d', part, ...sources], root);
  if (existsSync(classes)) rmSync(part, { recursive: true });
  else renameSync(part, classes);
  return classes;
}

/** Below the ports that systems give to outgoing connections: one of those could take it before its server starts. */
const PORTS = { from: 12_000, count: 20_000 };

/** Which ports were given away. Who has one may not listen on it yet, or has been killed and will start there again. */
const GIVEN = join(tmpdir(), `rulian-ports-${process.getuid?.() ?? ''}`);
const GIVEN_MS = 6 * 3_600_000;

/** Whether the port is the caller's now: no other process of this machine is given it for some hours. */
function take(port) {
  const file = join(GIVEN, String(port));
  mkdirSync(GIVEN, { recursive: true });
  try {
    writeFileSync(file, '', { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  if (Date.now() - statSync(file).mtimeMs < GIVEN_MS) return false;
  writeFileSync(file, '');
  return true;
}

/** A port that nobody listens on and nobody else is given. */
export async function freePort() {
  for (;;) {
    const port = PORTS.from + randomInt(PORTS.count);
    const free = await new Promise((resolve) => {
      const server = createServer();
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
    });
    if (free && take(port)) return port;
  }
}

function listens(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const say = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => say(true));
    socket.once('error', () => say(false));
  });
}

/** Whether a process of this id runs; one that has ended and that nobody has asked after yet does not. */
export function runs(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  const status = `/proc/${pid}/stat`;
  return !existsSync(status) || !/^\d+ \(.*\) [ZX] /s.test(readIfThere(status));
}

function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '0 () X ';
  }
}

/** Ends a process by its id and waits for it. False when it took longer than `ms` and was ended by force. */
export async function end(pid, signal = 'SIGTERM', ms = 20_000) {
  if (!runs(pid)) return true;
  process.kill(pid, signal);
  const until = Date.now() + ms;
  while (runs(pid) && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 50));
  if (!runs(pid)) return true;
  process.kill(pid, 'SIGKILL');
  return false;
}

/** Starts a process that outlives this one; what it says goes to `logFile`. */
export function launch(command, args, { logFile, ...options }) {
  mkdirSync(dirname(logFile), { recursive: true });
  const out = openSync(logFile, 'a');
  const child = spawn(command, args, { ...options, stdio: ['ignore', out, out], detached: true });
  closeSync(out);
  child.unref();
  return child;
}

/** The last words of a log file. */
export const lastWords = (logFile) => (existsSync(logFile) ? readFileSync(logFile, 'utf8').slice(-8000) : '');

/** Starts a server, waits until its port listens, gives it a way to end. `kill` is without warning. */
async function serve(name, command, args, port, folder) {
  const logFile = join(folder, `${name}.log`);
  const child = launch(command, args, { logFile, cwd: folder });
  const gone = new Promise((resolve) => {
    child.once('exit', resolve);
    child.once('error', resolve);
  });
  const ended = () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
  const stop = async (signal) => {
    // It was let go of so that it can outlive this process; now this process waits for it.
    child.ref();
    if (!ended()) child.kill(signal);
    await gone;
  };
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (ended()) throw new Error(`${name} ended at its start:\n${lastWords(logFile)}`);
    if (await listens(port))
      return { name, port, pid: child.pid, stop: () => stop('SIGTERM'), kill: () => stop('SIGKILL') };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await stop('SIGKILL');
  throw new Error(`${name} did not listen on ${port} within 60 s:\n${lastWords(logFile)}`);
}

/** A KRaft broker that is its own controller. `url` is the broker list; `more` are settings over those given here. */
export async function startKafka({ folder, port, controllerPort, partitions = 6, more = {} }) {
  mkdirSync(folder, { recursive: true });
  const classPath = jars('kafka');
  const listen = port ?? (await freePort());
  const control = controllerPort ?? (await freePort());
  const settings = join(folder, 'server.properties');
  const data = join(folder, 'data');
  writeFileSync(
    settings,
    Object.entries({
      'process.roles': 'broker,controller',
      'node.id': 1,
      'controller.quorum.voters': `1@127.0.0.1:${control}`,
      listeners: `PLAINTEXT://127.0.0.1:${listen},CONTROLLER://127.0.0.1:${control}`,
      'advertised.listeners': `PLAINTEXT://127.0.0.1:${listen}`,
      'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
      'controller.listener.names': 'CONTROLLER',
      'log.dirs': data,
      'num.partitions': partitions,
      'offsets.topic.replication.factor': 1,
      'offsets.topic.num.partitions': 8,
      'transaction.state.log.replication.factor': 1,
      'transaction.state.log.min.isr': 1,
      'group.initial.rebalance.delay.ms': 0,
      'auto.create.topics.enable': false,
      'log.cleaner.dedupe.buffer.size': 33554432,
      ...more,
    })
      .map(([key, value]) => `${key}=${value}\n`)
      .join(''),
  );
  if (!existsSync(join(data, 'meta.properties'))) {
    // 22 characters as Kafka asks for; in base64url a dash at the start would be taken for an option.
    const id = randomBytes(11).toString('hex');
    const format = ['-cp', classPath, 'kafka.tools.StorageTool', 'format', '-t', id, '-c', settings];
    const done = spawnSync('java', format, { encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`Kafka's storage could not be made: ${done.stderr || done.error}`);
  }
  const java = ['-Xmx512m', '-Xms256m', '-cp', classPath, 'kafka.Kafka', settings];
  const server = await serve('kafka', 'java', java, listen, folder);
  return { ...server, url: `127.0.0.1:${listen}` };
}

/** A server of the MongoDB protocol that keeps its data in a file. `url` is the connection string without a database. */
export async function startMongo({ folder, port }) {
  mkdirSync(folder, { recursive: true });
  const classPath = jars('mongo');
  const classes = compiled('mongo', classPath);
  const listen = port ?? (await freePort());
  const args = [
    '-Xmx512m',
    '-cp',
    `${classPath}${delimiter}${classes}`,
    'LocalMongo',
    join(folder, 'mongo.mv'),
    String(listen),
  ];
  const server = await serve('mongo', 'java', args, listen, folder);
  return { ...server, url: `mongodb://127.0.0.1:${listen}` };
}

/** The Meilisearch program of this machine: MEILI_BIN, or `meilisearch` on the PATH; undefined when there is none. */
export function meiliProgram() {
  const named = process.env.MEILI_BIN;
  if (named) return named;
  const found = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'meilisearch'));
  return found.find((path) => existsSync(path));
}

export async function startMeili({ folder, port, key }) {
  const program = meiliProgram();
  if (!program) throw new Error('there is no Meilisearch here: set MEILI_BIN or MEILI_URL');
  mkdirSync(folder, { recursive: true });
  const listen = port ?? (await freePort());
  // By default each task takes and clears two thirds of the machine's memory: a second for a single document.
  const memory = ['--max-indexing-memory', '128MiB'];
  const args = [
    '--db-path',
    join(folder, 'data'),
    '--http-addr',
    `127.0.0.1:${listen}`,
    '--no-analytics',
    '--master-key',
    key,
  ];
  const server = await serve('meilisearch', program, [...args, ...memory], listen, folder);
  return { ...server, url: `http://127.0.0.1:${listen}`, key };
}
