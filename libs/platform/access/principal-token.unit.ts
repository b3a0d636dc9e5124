import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { HouseRequest } from '#platform/http/request';
import { ANONYMOUS, type Principal } from './access.js';
import { PRINCIPAL_HEADER, PrincipalSigner, TokenIdentifier } from './principal-token.js';

const organisation = { id: 'o', name: '甲公司', selfPublish: false };
const member: Principal = { role: 'sme', personId: 'p', organisation, admin: false, subject: 'person:p' };

function newKeys(): { readonly secret: string; readonly open: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const secret = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const open = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  return { secret, open: Buffer.from(open).toString('base64') };
}

const requestWith = (token: string | undefined, url = '/api/v1/demands'): HouseRequest =>
  ({ url, headers: token === undefined ? {} : { [PRINCIPAL_HEADER]: token } }) as unknown as HouseRequest;

describe('the token with which the gateway tells services who asks', () => {
  const keys = newKeys();
  const signer = new PrincipalSigner(keys.secret);
  const demand = new TokenIdentifier([keys.open], 'demand');

  beforeEach(() => {
    jest.useFakeTimers({
      now: new Date('2026-11-22T08:00:00Z'),
      doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'],
    });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const codeOf = (identifier: TokenIdentifier, token: string | undefined, url?: string) =>
    identifier.identify(requestWith(token, url)).then(
      () => 'believed',
      (error: { failures: { code: string }[] }) => error.failures[0]?.code,
    );

  it('carries the principal as it is', async () => {
    expect(await demand.identify(requestWith(await signer.sign(member, 'demand')))).toEqual(member);
    expect(await demand.identify(requestWith(await signer.sign(ANONYMOUS, 'demand')))).toEqual(ANONYMOUS);
  });

  it('is believed by the service it is for and no other', async () => {
    const search = new TokenIdentifier([keys.open], 'search');
    expect(await codeOf(search, await signer.sign(member, 'demand'))).toBe('common.through_gateway');
  });

  it.each([
    ['nothing', undefined],
    ['a session token', 'rls_session'],
    ['a token without signature', 'eyJhbGciOiJub25lIn0.eyJwcmluY2lwYWwiOnsicm9sZSI6Im9wZXJhdG9yIn19.'],
  ])('is needed: %s is not enough', async (_name, token) => {
    expect(await codeOf(demand, token)).toBe('common.through_gateway');
  });

  it('is not needed by probes, who are nobody', async () => {
    expect(await demand.identify(requestWith(undefined, '/health/ready'))).toEqual(ANONYMOUS);
  });

  it('is not believed when another key signed it, or when it was changed', async () => {
    const other = new PrincipalSigner(newKeys().secret);
    expect(await codeOf(demand, await other.sign(member, 'demand'))).toBe('common.through_gateway');
    const [head, , signature] = (await signer.sign(member, 'demand')).split('.');
    const forged = Buffer.from(JSON.stringify({ principal: { ...member, role: 'operator' } })).toString('base64url');
    expect(await codeOf(demand, `${head}.${forged}.${signature}`)).toBe('common.through_gateway');
  });

  it('is believed under each of several keys, while they change', async () => {
    const next = newKeys();
    const both = new TokenIdentifier([next.open, keys.open], 'demand');
    expect(await codeOf(both, await signer.sign(member, 'demand'))).toBe('believed');
    expect(await codeOf(both, await new PrincipalSigner(next.secret).sign(member, 'demand'))).toBe('believed');
  });

  it('is given out again for half a minute, and lasts a minute and what clocks may differ', async () => {
    const token = await signer.sign(member, 'demand');
    jest.setSystemTime(new Date('2026-11-22T08:00:29Z'));
    expect(await signer.sign({ ...member }, 'demand')).toBe(token);
    jest.setSystemTime(new Date('2026-11-22T08:00:31Z'));
    expect(await signer.sign(member, 'demand')).not.toBe(token);
    jest.setSystemTime(new Date('2026-11-22T08:02:59Z'));
    expect(await codeOf(demand, token)).toBe('believed');
    jest.setSystemTime(new Date('2026-11-22T08:03:01Z'));
    expect(await codeOf(demand, token)).toBe('common.clocks_differ');
  });

  it('says that the clocks differ when it is an hour old or of a time to come', async () => {
    const token = await signer.sign(member, 'demand');
    jest.setSystemTime(new Date('2026-11-22T09:00:00Z'));
    expect(await codeOf(demand, token)).toBe('common.clocks_differ');
    jest.setSystemTime(new Date('2026-11-22T07:00:00Z'));
    expect(await codeOf(demand, token)).toBe('common.clocks_differ');
  });

  it('refuses to start with what is no key of the kind, without showing it', () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({ type: 'pkcs8', format: 'pem' });
    for (const wrong of ['', 'secret words', String(rsa), keys.open])
      expect(() => new PrincipalSigner(wrong)).toThrow(
        'Configuration: RULIAN_TOKEN_PRIVATE_KEY must be an Ed25519 key (rulian keys makes one).',
      );
    expect(() => new TokenIdentifier(['secret words'], 'demand')).toThrow('RULIAN_TOKEN_PUBLIC_KEY must be');
  });
});
