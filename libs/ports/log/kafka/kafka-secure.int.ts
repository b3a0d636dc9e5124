import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Heard, nameOf, series } from '../log-kit.contract.js';
import type { KafkaServers } from './client.js';
import { type Broker, openKafka, servers } from './kafka-kit.contract.js';

const PASSWORD = 'a-test-password';
const jaas = 'org.apache.kafka.common.security.plain.PlainLoginModule required';

/** A certificate for 127.0.0.1 that no authority has signed. Gives the key store's settings and the certificate. */
async function certificate(folder: string) {
  const store = join(folder, 'broker.p12');
  const of = ['-keystore', store, '-storetype', 'PKCS12', '-storepass', PASSWORD, '-alias', 'broker'];
  const name = ['-dname', 'CN=127.0.0.1', '-ext', 'SAN=IP:127.0.0.1', '-keyalg', 'RSA'];
  execFileSync('keytool', ['-genkeypair', ...of, ...name], { stdio: 'ignore' });
  const file = join(folder, 'broker.pem');
  execFileSync('keytool', ['-exportcert', '-rfc', ...of, '-file', file], { stdio: 'ignore' });
  const settings = { 'ssl.keystore.location': store, 'ssl.keystore.type': 'PKCS12', 'ssl.keystore.password': PASSWORD };
  return { settings, ca: await readFile(file, 'utf8') };
}

describe('a broker that speaks TLS and asks who is there', () => {
  let folder: string;
  let broker: Broker;
  let secure: KafkaServers;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rulian-kafka-secure-'));
    const { startKafka, freePort } = await servers();
    const [port, controllerPort, inner] = [await freePort(), await freePort(), await freePort()];
    const { settings, ca } = await certificate(folder);
    const more = {
      ...settings,
      listeners: `SASL_SSL://127.0.0.1:${port},INNER://127.0.0.1:${inner},CONTROLLER://127.0.0.1:${controllerPort}`,
      'advertised.listeners': `SASL_SSL://127.0.0.1:${port},INNER://127.0.0.1:${inner}`,
      'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,INNER:PLAINTEXT,SASL_SSL:SASL_SSL',
      'inter.broker.listener.name': 'INNER',
      'sasl.enabled.mechanisms': 'PLAIN',
      'listener.name.sasl_ssl.plain.sasl.jaas.config': `${jaas} user_rulian="${PASSWORD}";`,
    };
    broker = await startKafka({ folder, port, controllerPort, more });
    const login = { mechanism: 'plain', username: 'rulian', password: PASSWORD } as const;
    secure = { brokers: [broker.url], tls: { ca }, login };
  }, 90_000);

  afterAll(async () => {
    await broker.kill();
    await rm(folder, { recursive: true, force: true });
  }, 30_000);

  it('carries events to those who can show who they are', async () => {
    const logs = openKafka(secure);
    const [writer, reader] = [await logs.open(), await logs.open()];
    const heard = new Heard();
    const events = series('thing', 'a', 20);
    await writer.append(events);
    await reader.subscribe('group', ['thing'], heard.handle);
    await heard.all(events.map(nameOf));
    await logs.close();
  }, 60_000);

  it.each([
    ['another password', () => ({ login: { mechanism: 'plain', username: 'rulian', password: 'wrong' } as const })],
    ['a certificate that is not trusted', () => ({ tls: {} })],
  ])(
    'does not let in %s, and says why',
    async (_, wrong) => {
      const logs = openKafka({ ...secure, ...wrong() });
      await expect(logs.open()).rejects.toThrow(/authentication|certificate/i);
      await logs.close();
    },
    60_000,
  );
});
