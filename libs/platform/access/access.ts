import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiExtension } from '@nestjs/swagger';

/**
 * The one registry of roles. `anonymous`: not signed in; `pending`: of an organisation that staff have not approved yet;
 * `sme`, `leader`, `staff`: of an approved organisation of that kind; `operator`: the command line of the running machine.
 */
export const ROLES = ['anonymous', 'pending', 'sme', 'leader', 'staff', 'operator'] as const;
export type Role = (typeof ROLES)[number];

export const SIGNED_IN: readonly Role[] = ['pending', 'sme', 'leader', 'staff', 'operator'];
export const MEMBERS: readonly Role[] = ['sme', 'leader', 'staff'];

/** Who is asking. Built once per request; in the distributed shape it travels in the gateway's token. */
export interface Principal {
  readonly role: Role;
  /** Absent for anonymous callers, API keys and the operator. */
  readonly personId?: string;
  readonly personName?: string;
  readonly organisation?: { readonly id: string; readonly name: string; readonly selfPublish: boolean };
  /** Administrator of the organisation. */
  readonly admin: boolean;
  /** Stable name of the caller for limits and idempotency keys. */
  readonly subject: string;
}

/** By whom it is that the product does something by itself. */
export const SYSTEM = { role: 'operator', personName: '系统' } as const;

export const ANONYMOUS: Principal = { role: 'anonymous', admin: false, subject: 'anonymous' };

/** Who may call an endpoint. A test walks every endpoint with every role against this declaration. */
export interface AccessRule {
  /** Roles that may call it whatever organisation the thing belongs to. */
  readonly any?: readonly Role[];
  /** Roles that may call it only for things of their own organisation; the use case checks the owner. */
  readonly own?: readonly Role[];
  /** Administrators of the organisation only (operators count). */
  readonly admin?: boolean;
  /** A person, not an API key. */
  readonly person?: boolean;
}

export const ACCESS = 'rulian:access';

/** Declares who may call an endpoint; an endpoint without it does not boot. Shown in OpenAPI as `x-access`. */
export function Access(rule: AccessRule) {
  const secured = rule.any?.includes('anonymous') ? [] : [ApiBearerAuth(), ApiCookieAuth()];
  return applyDecorators(SetMetadata(ACCESS, rule), ApiExtension('x-access', rule), ...secured);
}

/** True when the role may call at all; ownership is the use case's to check. */
export function mayCall(rule: AccessRule, principal: Principal): boolean {
  return Boolean(rule.any?.includes(principal.role) || rule.own?.includes(principal.role));
}

export const isStaff = (principal: Principal): boolean => principal.role === 'staff' || principal.role === 'operator';

/** True when the caller's organisation is `organisationId`, or the caller is staff or the operator. */
export function ownsOrStaff(principal: Principal, organisationId: string | undefined): boolean {
  return isStaff(principal) || (organisationId !== undefined && principal.organisation?.id === organisationId);
}

/** Finds the principal of a request's credentials; undefined when they are wrong or expired. */
export abstract class Authenticator {
  abstract bySecret(secret: string): Promise<Principal | undefined>;
}

/** Name of the browser's session cookie. */
export const SESSION_COOKIE = 'rulian_session';
