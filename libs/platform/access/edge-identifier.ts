import { Inject, Injectable } from '@nestjs/common';
import { parse as parseCookies } from 'cookie';
import { CONFIG, type Config } from '#platform/config/config';
import { commonErrors } from '#platform/errors/common.errors';
import { Refused } from '#platform/errors/errors';
import type { HouseRequest } from '#platform/http/request';
import { ANONYMOUS, Authenticator, type Principal, SESSION_COOKIE } from './access.js';
import { Identifier } from './identifier.js';
import { RateLimit } from './rate-limit.js';

/** Where requests come in from outside: reads session tokens, keys and cookies, and holds callers to their rate. */
@Injectable()
export class EdgeIdentifier extends Identifier {
  private readonly limit: RateLimit;

  constructor(
    private readonly authenticator: Authenticator,
    @Inject(CONFIG) config: Config,
  ) {
    super();
    this.limit = new RateLimit(config.requestsPerMinute, 60);
  }

  async identify(request: HouseRequest): Promise<Principal> {
    const principal = await this.find(request);
    const known = principal !== undefined && principal.role !== 'anonymous';
    const tooMany = await this.limit.take(known ? principal.subject : `ip:${request.ip}`);
    if (tooMany) throw new Refused([tooMany]);
    if (!principal) throw new Refused([commonErrors.sign_in_needed()]);
    return principal;
  }

  /** Undefined for a token that is wrong; one that cannot be a token is wrong, not absent. */
  private async find(request: HouseRequest): Promise<Principal | undefined> {
    const authorization = request.headers.authorization ?? '';
    if (/^Bearer\b/i.test(authorization)) {
      const bearer = /^Bearer\s+(\S{16,200})$/i.exec(authorization)?.[1];
      return bearer ? this.authenticator.bySecret(bearer) : undefined;
    }
    const cookie = parseCookies(request.headers.cookie ?? '')[SESSION_COOKIE];
    if (!cookie) return ANONYMOUS;
    const principal = (await this.authenticator.bySecret(cookie)) ?? ANONYMOUS;
    if (principal.role !== 'anonymous' && changesState(request) && isCrossSite(request))
      throw new Refused([commonErrors.cross_site()]);
    return principal;
  }
}

const changesState = (request: HouseRequest) => !['GET', 'HEAD', 'OPTIONS'].includes(request.method);

/** A browser says where a request comes from; a cookie alone is not enough to change anything (CSRF). */
function isCrossSite(request: HouseRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const origin = request.headers.origin;
  return origin !== undefined && /^https?:\/\/([^/?#@]+)$/.exec(origin)?.[1] !== request.headers.host;
}
