import { describe, expect, it } from '@jest/globals';
import { Reflector } from '@nestjs/core';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { readConfig } from '#platform/config/config';
import type { HouseRequest } from '#platform/http/request';
import { AccessGuard } from './access.guard.js';
import {
  Access,
  ANONYMOUS,
  Authenticator,
  mayCall,
  ownsOrStaff,
  type Principal,
  ROLES,
  type Role,
  SESSION_COOKIE,
} from './access.js';
import { EdgeIdentifier } from './edge-identifier.js';

const SESSION = 'rls_session_of_a_member';
const ADMIN = 'rls_session_of_an_admin';
const KEY = 'rlk_key_of_an_organisation';

const organisation = { id: 'o', name: '甲公司', selfPublish: false };
const member: Principal = { role: 'sme', personId: 'p', organisation, admin: false, subject: 'person:p' };
const known: Readonly<Record<string, Principal>> = {
  [SESSION]: member,
  [ADMIN]: { ...member, personId: 'a', admin: true, subject: 'person:a' },
  [KEY]: { role: 'sme', organisation, admin: false, subject: 'key:k' },
};

class KnownSecrets extends Authenticator {
  async bySecret(secret: string): Promise<Principal | undefined> {
    return known[secret];
  }
}

class Endpoints {
  @Access({ any: ['anonymous', 'sme'] })
  open() {}
  @Access({ own: ['sme'] })
  members() {}
  @Access({ any: ['staff', 'operator'] })
  staff() {}
  @Access({ any: ['sme'], admin: true })
  admins() {}
  @Access({ any: ['sme'], person: true })
  people() {}
  undeclared() {}
}
type Endpoint = keyof Endpoints;

interface Call {
  readonly method?: string;
  readonly ip?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

function newGuard(requestsPerMinute = 1000) {
  const config = readConfig({ RULIAN_REQUESTS_PER_MINUTE: String(requestsPerMinute) });
  const guard = new AccessGuard(new Reflector(), new EdgeIdentifier(new KnownSecrets(), config));
  return async (endpoint: Endpoint, { method = 'GET', ip = '10.0.0.1', headers = {} }: Call = {}) => {
    const request = { method, ip, headers: { host: 'rulian.example', ...headers } } as unknown as HouseRequest;
    const context = new ExecutionContextHost([request], Endpoints, Endpoints.prototype[endpoint]);
    try {
      await guard.canActivate(context);
      return request.principal?.subject;
    } catch (error) {
      return (error as Error).message;
    }
  };
}

const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });
const cookie = (secret: string) => ({ cookie: `other=1; ${SESSION_COOKIE}=${secret}` });

describe('who is calling', () => {
  const call = newGuard();

  it.each([
    ['nobody without credentials', {}, 'anonymous'],
    ['who has the bearer token', bearer(SESSION), 'person:p'],
    ['who has it with another spelling of the word', { authorization: `bearer ${SESSION}` }, 'person:p'],
    ['who has the cookie', cookie(SESSION), 'person:p'],
    ['nobody with a cookie that has ended', cookie('rls_something_old_by_now'), 'anonymous'],
    ['nobody with another scheme', { authorization: 'Basic YWxhZGRpbjpvcGVuc2VzYW1l' }, 'anonymous'],
    ['refused with a wrong token', bearer('rls_something_old_by_now'), 'common.sign_in_needed'],
    ['who has the token, not the cookie', { ...cookie(SESSION), ...bearer(KEY) }, 'key:k'],
    [
      'refused with a wrong token and a right cookie',
      { ...cookie(SESSION), ...bearer('rls_something_old_by_now') },
      'common.sign_in_needed',
    ],
  ])('is %s', async (_, headers, subject) => {
    expect(await call('open', { headers })).toBe(subject);
  });
});

describe('an endpoint', () => {
  const call = newGuard();

  it.each<[Endpoint, Record<string, string>, string]>([
    ['members', {}, 'common.sign_in_needed'],
    ['members', bearer(SESSION), 'person:p'],
    ['staff', {}, 'common.sign_in_needed'],
    ['staff', bearer(SESSION), 'common.forbidden'],
    ['admins', bearer(SESSION), 'common.admin_needed'],
    ['admins', bearer(ADMIN), 'person:a'],
    ['admins', bearer(KEY), 'common.admin_needed'],
    ['people', bearer(SESSION), 'person:p'],
    ['people', bearer(KEY), 'common.person_needed'],
    ['undeclared', bearer(SESSION), 'Endpoints.undeclared does not declare who may call it'],
  ])('for %s with %j: %s', async (endpoint, headers, outcome) => {
    expect(await call(endpoint, { headers })).toBe(outcome);
  });
});

describe('a request of another site', () => {
  const call = newGuard();

  it.each([
    ['from this site', { 'sec-fetch-site': 'same-origin' }, 'person:p'],
    ['typed by the person', { 'sec-fetch-site': 'none' }, 'person:p'],
    ['from another site', { 'sec-fetch-site': 'cross-site' }, 'common.cross_site'],
    ['from a sister site', { 'sec-fetch-site': 'same-site' }, 'common.cross_site'],
    ['from this origin', { origin: 'https://rulian.example' }, 'person:p'],
    ['from another origin', { origin: 'https://evil.example' }, 'common.cross_site'],
    ['from an origin that ends like ours', { origin: 'https://evilrulian.example' }, 'common.cross_site'],
    ['from our name on another port', { origin: 'https://rulian.example:8443' }, 'common.cross_site'],
    ['from a sandbox', { origin: 'null' }, 'common.cross_site'],
    [
      'with an origin of ours from another site',
      { origin: 'https://rulian.example', 'sec-fetch-site': 'cross-site' },
      'common.cross_site',
    ],
    ['from no browser', {}, 'person:p'],
  ])('%s: %j', async (_, headers, outcome) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      expect(await call('open', { method, headers: { ...cookie(SESSION), ...headers } })).toBe(outcome);
    }
  });

  it('may read, may bring its own token, and is nobody without a session', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
    for (const method of ['GET', 'HEAD', 'OPTIONS']) {
      expect(await call('open', { method, headers: { ...headers, ...cookie(SESSION) } })).toBe('person:p');
    }
    expect(await call('open', { method: 'POST', headers: { ...headers, ...bearer(SESSION) } })).toBe('person:p');
    expect(await call('open', { method: 'POST', headers })).toBe('anonymous');
  });
});

describe('the rate', () => {
  it('is held per account, and per address for those without one', async () => {
    const call = newGuard(2);
    const headers = bearer(SESSION);
    expect([await call('open', { headers }), await call('open', { headers, ip: '10.0.0.2' })]).toEqual([
      'person:p',
      'person:p',
    ]);
    expect(await call('open', { headers, ip: '10.0.0.3' })).toBe('common.too_many');
    expect(await call('open', { headers: bearer(ADMIN) })).toBe('person:a');
    expect([await call('open'), await call('open'), await call('open')]).toEqual([
      'anonymous',
      'anonymous',
      'common.too_many',
    ]);
    expect(await call('open', { ip: '10.0.0.9' })).toBe('anonymous');
  });

  it('counts wrong tokens as well', async () => {
    const call = newGuard(2);
    const wrong = { headers: bearer('rls_something_old_by_now') };
    const outcomes = [await call('open', wrong), await call('open', wrong), await call('open', wrong)];
    expect(outcomes).toEqual(['common.sign_in_needed', 'common.sign_in_needed', 'common.too_many']);
  });
});

describe('roles and owners', () => {
  it.each(ROLES)('a rule names %s or does not', (role: Role) => {
    const principal = { ...ANONYMOUS, role };
    expect(mayCall({ any: [role] }, principal)).toBe(true);
    expect(mayCall({ own: [role] }, principal)).toBe(true);
    expect(mayCall({ any: ROLES.filter((other) => other !== role) }, principal)).toBe(false);
    expect(mayCall({}, principal)).toBe(false);
  });

  it.each([
    [member, 'o', true],
    [member, 'p', false],
    [member, undefined, false],
    [ANONYMOUS, undefined, false],
    [{ ...member, role: 'staff' }, 'p', true],
    [{ ...ANONYMOUS, role: 'operator' }, 'p', true],
  ] as const)('%j and the things of %s: %s', (principal, owner, may) => {
    expect(ownsOrStaff(principal, owner)).toBe(may);
  });
});
