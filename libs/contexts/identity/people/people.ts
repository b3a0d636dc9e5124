import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EVENTS, TOPICS } from '#contracts/topics';
import { fail, ok, type Result } from '#platform/errors/errors';
import type { Command } from '#platform/http/request';
import { idFrom, newId } from '#platform/ids';
import { changeDocument, type Decision, insertDocument } from '#platform/store/change';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import type { Collection } from '#ports/store/store';
import { identityErrors } from '../identity.errors.js';
import { type Organisation, PEOPLE, type Person, personEventState } from '../identity.store.js';
import { hashPassword, passwordFits } from '../passwords.js';

const MOST_PEOPLE = 500;

export interface NewPerson {
  readonly name: string;
  readonly email: string;
  /** Without one nobody can sign in as the person until a link has been used. */
  readonly password?: string;
  readonly admin: boolean;
  readonly language: 'zh' | 'en';
}

export interface PersonChange {
  readonly name?: string;
  readonly language?: 'zh' | 'en';
  readonly admin?: boolean;
  readonly active?: boolean;
  readonly passwordHash?: string;
}

/** The people of an organisation: added by its administrators, each with an own address and password. */
@Injectable()
export class PeopleHandler {
  constructor(
    @InjectCollection(PEOPLE) private readonly people: Collection<Person>,
    private readonly clock: Clock,
  ) {}

  async add(organisation: Organisation, input: NewPerson, command: Command): Promise<Result<Person>> {
    const count = await this.people.count('byOrganisation', [organisation.id], MOST_PEOPLE);
    if (count >= MOST_PEOPLE) return fail(identityErrors.too_many_people({ max: MOST_PEOPLE }));
    const { password, ...rest } = input;
    const doc: Omit<Person, 'version'> = {
      id: command.key ? idFrom('person', command.key) : newId(),
      organisationId: organisation.id,
      kind: organisation.kind,
      ...rest,
      passwordHash: await hashPassword(password ?? randomBytes(32).toString('base64url')),
      active: true,
      createdAt: this.clock.iso(),
    };
    const event = {
      topic: TOPICS.person,
      type: EVENTS.personRegistered,
      time: doc.createdAt,
      data: personEventState(doc),
    };
    const duplicates = { byEmail: { ...identityErrors.email_taken(), pointer: '/email' } };
    return insertDocument(this.people, doc, [event], { cause: command.key, duplicates });
  }

  /** Changes a person. The last active administrator of an organisation stays one. */
  async change(person: Person, change: PersonChange, command: Pick<Command, 'key'>): Promise<Result<Person>> {
    const losesAdmin = person.admin && person.active && (change.admin === false || change.active === false);
    if (losesAdmin && !(await this.hasOtherAdmin(person))) return fail(identityErrors.last_admin());
    const at = this.clock.iso();
    return changeDocument(this.people, person.id, { cause: command.key }, (current) =>
      changePerson(current, change, at),
    );
  }

  async changePassword(
    person: Person,
    current: string,
    next: string,
    command: Pick<Command, 'key'>,
  ): Promise<Result<Person>> {
    if (!(await passwordFits(person.passwordHash, current))) {
      return fail({ ...identityErrors.current_password(), pointer: '/currentPassword' });
    }
    return this.change(person, { passwordHash: await hashPassword(next) }, command);
  }

  private async hasOtherAdmin(person: Person): Promise<boolean> {
    const page = await this.people.find('byOrganisation', { eq: [person.organisationId], limit: MOST_PEOPLE });
    return page.items.some((other) => other.id !== person.id && other.admin && other.active);
  }
}

function changePerson(person: Person, change: PersonChange, at: string): Result<Decision<Person>> {
  const doc = { ...person, ...change };
  return ok({
    doc,
    events: [{ topic: TOPICS.person, type: EVENTS.personChanged, time: at, data: personEventState(doc) }],
  });
}
