import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { fail, ok, type Result } from '#platform/errors/errors';
import type { Command } from '#platform/http/request';
import { sha256 } from '#platform/ids';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import type { Collection } from '#ports/store/store';
import { identityErrors } from '../identity.errors.js';
import { PASSWORD_LINKS, type PasswordLink, PEOPLE, type Person } from '../identity.store.js';
import { hashPassword } from '../passwords.js';
import { PeopleHandler } from '../people/people.js';
import { SignInHandler } from '../sign-in/sign-in.js';

/** Hours for which a link is good. */
export const LINK_HOURS = 24;

export interface OpenLink {
  readonly link: PasswordLink;
  readonly person: Person;
}

/**
 * Links with which a person sets a new password without knowing the old one: good for a day and once. The newest link of a
 * person is the only one. Whoever makes it brings it to the person; the code is in the answer and nowhere else.
 */
@Injectable()
export class PasswordLinkHandler {
  constructor(
    @InjectCollection(PASSWORD_LINKS) private readonly links: Collection<PasswordLink>,
    @InjectCollection(PEOPLE) private readonly people: Collection<Person>,
    private readonly peopleHandler: PeopleHandler,
    private readonly signIns: SignInHandler,
    private readonly clock: Clock,
  ) {}

  /** `createdBy`: subject of who asks for it. */
  async make(person: Person, createdBy: string): Promise<Result<{ link: PasswordLink; code: string }>> {
    if (!person.active) return fail(identityErrors.person_inactive());
    const now = this.clock.now();
    const code = randomBytes(24).toString('base64url');
    const doc = {
      id: sha256(code),
      personId: person.id,
      createdBy,
      createdAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + LINK_HOURS * 3_600_000).toISOString(),
    };
    const older = await this.links.find('byPerson', { eq: [person.id], limit: 100 });
    await Promise.all(older.items.map((link) => this.links.remove(link.id, link.version)));
    await this.links.insert([{ doc }]);
    return ok({ link: { ...doc, version: 1 }, code });
  }

  /** Whose link it is, while it can be used. */
  async read(code: string): Promise<Result<OpenLink>> {
    const link = await this.links.get(sha256(code));
    return link ? this.ofPerson(link) : fail(identityErrors.link_invalid());
  }

  /**
   * Uses the link up, sets the password and ends every session of the person. In this order: of two who use it at once one
   * gets through. A repeat with the same key goes on where the first was cut off. The key alone is the cause: a digest of
   * the body would be a fast hash of the password.
   */
  async use(code: string, password: string, { key }: Pick<Command, 'key'>): Promise<Result<Person>> {
    const id = sha256(code);
    const known = (await this.links.get(id)) ?? (key ? await this.links.recall(id, key) : undefined);
    const open = known ? await this.ofPerson(known) : fail(identityErrors.link_invalid());
    if (!open.ok) return open;
    const removed = await this.links.remove(id, open.value.link.version, [], key);
    if (removed.status !== 'done' && removed.status !== 'already') return fail(identityErrors.link_invalid());
    const changed = await this.peopleHandler.change(
      open.value.person,
      { passwordHash: await hashPassword(password) },
      { key },
    );
    if (changed.ok) await this.signIns.signOutEverywhere(changed.value.id);
    return changed;
  }

  private async ofPerson(link: PasswordLink): Promise<Result<OpenLink>> {
    const person = await this.people.get(link.personId);
    if (!person || link.expiresAt <= this.clock.iso()) return fail(identityErrors.link_invalid());
    return person.active ? ok({ link, person }) : fail(identityErrors.person_inactive());
  }
}
