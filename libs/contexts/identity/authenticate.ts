import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Authenticator, type Principal, type Role } from '#platform/access/access';
import { sha256 } from '#platform/ids';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import type { Collection } from '#ports/store/store';
import {
  API_KEYS,
  type ApiKey,
  ORGANISATIONS,
  type Organisation,
  PEOPLE,
  type Person,
  SESSIONS,
  type Session,
} from './identity.store.js';

/** Dependency token: the secret that the command line of this machine uses, made anew at each start. */
export const OPERATOR_SECRET = Symbol('operator secret');

export const OPERATOR: Principal = { role: 'operator', admin: true, subject: 'operator' };

/** Sessions (`rls_…`), API keys (`rlk_…`) and the operator's secret (`rlo_…`). Three point reads at most. */
@Injectable()
export class StoredAuthenticator extends Authenticator {
  constructor(
    @InjectCollection(SESSIONS) private readonly sessions: Collection<Session>,
    @InjectCollection(API_KEYS) private readonly keys: Collection<ApiKey>,
    @InjectCollection(PEOPLE) private readonly people: Collection<Person>,
    @InjectCollection(ORGANISATIONS) private readonly organisations: Collection<Organisation>,
    private readonly clock: Clock,
    @Inject(OPERATOR_SECRET) private readonly operatorSecret: string,
  ) {
    super();
  }

  async bySecret(secret: string): Promise<Principal | undefined> {
    if (secret.startsWith('rls_')) return this.bySession(sha256(secret));
    if (secret.startsWith('rlk_')) return this.byKey(sha256(secret));
    if (secret.startsWith('rlo_')) return sameSecret(secret, this.operatorSecret) ? OPERATOR : undefined;
    return undefined;
  }

  private async bySession(id: string): Promise<Principal | undefined> {
    const session = await this.sessions.get(id);
    if (!session || session.expiresAt <= this.clock.iso()) return undefined;
    const person = await this.people.get(session.personId);
    if (!person?.active) return undefined;
    const organisation = await this.organisations.get(person.organisationId);
    if (!organisation) return undefined;
    return {
      ...memberOf(organisation),
      personId: person.id,
      personName: person.name,
      admin: person.admin,
      subject: `person:${person.id}`,
    };
  }

  private async byKey(id: string): Promise<Principal | undefined> {
    const key = await this.keys.get(id);
    const organisation = key && (await this.organisations.get(key.organisationId));
    return organisation ? { ...memberOf(organisation), admin: false, subject: `key:${key.id}` } : undefined;
  }
}

function memberOf(organisation: Organisation): Pick<Principal, 'role' | 'organisation'> {
  const role: Role = organisation.status === 'approved' ? organisation.kind : 'pending';
  const { id, name, selfPublish } = organisation;
  return { role, organisation: { id, name, selfPublish } };
}

function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(sha256(a)), Buffer.from(sha256(b)));
}
