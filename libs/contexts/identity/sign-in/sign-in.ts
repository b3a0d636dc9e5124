import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { RateLimit } from '#platform/access/rate-limit';
import { CONFIG, type Config } from '#platform/config/config';
import { fail, ok, type Result } from '#platform/errors/errors';
import { sha256 } from '#platform/ids';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import type { Collection } from '#ports/store/store';
import { identityErrors } from '../identity.errors.js';
import { PEOPLE, type Person, SESSIONS, type Session } from '../identity.store.js';
import { passwordFits } from '../passwords.js';

export const SESSION_DAYS = 30;

export interface SignedIn {
  readonly token: string;
  readonly expiresAt: string;
  readonly person: Person;
}

/** Opens a session. Wrong tries are limited per account and per address. */
@Injectable()
export class SignInHandler {
  private readonly perAccount: RateLimit;
  private readonly perAddress: RateLimit;

  constructor(
    @InjectCollection(PEOPLE) private readonly people: Collection<Person>,
    @InjectCollection(SESSIONS) private readonly sessions: Collection<Session>,
    private readonly clock: Clock,
    @Inject(CONFIG) config: Config,
  ) {
    this.perAccount = new RateLimit(config.signInsPerMinute, 60);
    // Many people share the address of an office.
    this.perAddress = new RateLimit(10 * config.signInsPerMinute, 60);
  }

  async signIn(email: string, password: string, address: string): Promise<Result<SignedIn>> {
    const refused = (await this.perAccount.take(email)) ?? (await this.perAddress.take(address));
    if (refused) return fail(refused);
    const [person] = await this.people.manyBy('byEmail', [email]);
    if (!(await passwordFits(person?.passwordHash, password)) || !person)
      return fail(identityErrors.wrong_credentials());
    if (!person.active) return fail(identityErrors.person_inactive());
    await this.perAccount.forget(email);
    await this.perAddress.giveBack(address);
    return ok(await this.open(person));
  }

  async signOut(token: string): Promise<void> {
    const session = await this.sessions.get(sha256(token));
    if (session) await this.sessions.remove(session.id, session.version);
  }

  /** Ends every session of a person, e.g. after a change of password. */
  async signOutEverywhere(personId: string): Promise<void> {
    for (;;) {
      const page = await this.sessions.find('byPerson', { eq: [personId], limit: 100 });
      await Promise.all(page.items.map((session) => this.sessions.remove(session.id, session.version)));
      if (page.next === undefined) return;
    }
  }

  private async open(person: Person): Promise<SignedIn> {
    const now = this.clock.now();
    const token = `rls_${randomBytes(32).toString('base64url')}`;
    const expiresAt = new Date(now.getTime() + SESSION_DAYS * 86_400_000).toISOString();
    await this.sessions.insert([
      { doc: { id: sha256(token), personId: person.id, createdAt: now.toISOString(), expiresAt } },
    ]);
    return { token, expiresAt, person };
  }
}
