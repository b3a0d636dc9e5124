import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { commonErrors } from '#platform/errors/common.errors';
import { Refused } from '#platform/errors/errors';
import type { HouseRequest } from '#platform/http/request';
import { ACCESS, type AccessRule, mayCall, type Principal } from './access.js';
import { Identifier } from './identifier.js';

/** Finds out who is calling and refuses whom the endpoint's declaration does not name. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly identifier: Identifier,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<HouseRequest>();
    const rule = this.reflector.get<AccessRule | undefined>(ACCESS, context.getHandler());
    if (!rule)
      throw new Error(`${context.getClass().name}.${context.getHandler().name} does not declare who may call it`);
    const principal = await this.identifier.identify(request);
    request.principal = principal;
    refuseUnless(rule, principal);
    return true;
  }
}

function refuseUnless(rule: AccessRule, principal: Principal): void {
  if (!mayCall(rule, principal)) {
    if (principal.role === 'anonymous') throw new Refused([commonErrors.sign_in_needed()]);
    const allowed = [...new Set([...(rule.any ?? []), ...(rule.own ?? [])])]
      .filter((role) => role !== 'operator')
      .join(', ');
    throw new Refused([commonErrors.forbidden({ allowed })]);
  }
  if (rule.person && !principal.personId) throw new Refused([commonErrors.person_needed()]);
  if (rule.admin && !principal.admin) throw new Refused([commonErrors.admin_needed()]);
}
