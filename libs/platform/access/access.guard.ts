import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { parse as parseCookies } from 'cookie';
import { CONFIG, type Config } from '#platform/config/config';
import { commonErrors } from '#platform/errors/common.errors';
import { Refused } from '#platform/errors/errors';
import type { HouseRequest } from '#platform/http/request';
import {
  ACCESS,
  type AccessRule,
  ANONYMOUS,
  Authenticator,
  mayCall,
  type Principal,
  SESSION_COOKIE,
} from './access.js';
import { RateLimit } from './rate-limit.js';

/** Finds out who is calling, holds callers to their rate, and refuses whom the endpoint's declaration does not name. */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly limit: RateLimit;

  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
    @Inject(CONFIG) config: Config,
  ) {
    this.limit = new RateLimit(config.requestsPerMinute, 60);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<HouseRequest>();
    const rule = this.reflector.get<AccessRule | undefined>(ACCESS, context.getHandler());
    if (!rule)
      throw new Error(`${context.getClass().name}.${context.getHandler().name} does not declare who may call it`);
    const principal = await this.identify(request);
    const known = principal !== undefined && principal.role !== 'anonymous';
    const tooMany = await this.limit.take(known ? principal.subject : `ip:${request.ip}`);
    if (tooMany) throw new Refused([tooMany]);
    if (!principal) unknownCredentials();
    request.principal = principal;
    refuseUnless(rule, principal);
    return true;
  }

  /** Undefined for a token that is wrong; one that cannot be a token is wrong, not absent. */
  private async identify(request: HouseRequest): Promise<Principal | undefined> {
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

function unknownCredentials(): never {
  throw new Refused([commonErrors.sign_in_needed()]);
}

function refuseUnless(rule: AccessRule, principal: Principal): void {
  if (!mayCall(rule, principal)) {
    if (principal.role === 'anonymous') unknownCredentials();
    const allowed = [...new Set([...(rule.any ?? []), ...(rule.own ?? [])])]
      .filter((role) => role !== 'operator')
      .join(', ');
    throw new Refused([commonErrors.forbidden({ allowed })]);
  }
  if (rule.person && !principal.personId) throw new Refused([commonErrors.person_needed()]);
  if (rule.admin && !principal.admin) throw new Refused([commonErrors.admin_needed()]);
}

const changesState = (request: HouseRequest) => !['GET', 'HEAD', 'OPTIONS'].includes(request.method);

/** A browser says where a request comes from; a cookie alone is not enough to change anything (CSRF). */
function isCrossSite(request: HouseRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const origin = request.headers.origin;
  return origin !== undefined && /^https?:\/\/([^/?#@]+)$/.exec(origin)?.[1] !== request.headers.host;
}
