import { Injectable } from '@nestjs/common';
import { firmNameKey } from '#contracts/firm-name';
import type { OrganisationKind } from '#contracts/identity';
import { EVENTS, TOPICS } from '#contracts/topics';
import { commonErrors } from '#platform/errors/common.errors';
import { fail, ok, type Result } from '#platform/errors/errors';
import type { Command } from '#platform/http/request';
import { idFrom, newId, sha256 } from '#platform/ids';
import { insertDocument } from '#platform/store/change';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import type { Collection } from '#ports/store/store';
import { identityErrors } from '../identity.errors.js';
import {
  ORGANISATIONS,
  type Organisation,
  organisationEventState,
  PEOPLE,
  type Person,
  personEventState,
} from '../identity.store.js';
import { hashPassword } from '../passwords.js';

export interface SignUp {
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly creditCode?: string;
  readonly region?: string;
  readonly invitation?: string;
  readonly person: { readonly name: string; readonly email: string; readonly password: string };
  readonly language: 'zh' | 'en';
}

const CODE_TAKEN = { ok: false, failure: { ...identityErrors.code_taken(), pointer: '/creditCode' } } as const;

/**
 * A new organisation with its first person, who is its administrator; staff approve it later.
 * Two documents, the person first. A credit code in use is looked for before either is written, so that the form can be
 * mended and sent again under the same key. A crash in between leaves a person without an organisation; the next sign-up
 * with that address takes its place. The key alone is the cause: a digest of the body would be a fast hash of the password.
 */
@Injectable()
export class SignUpHandler {
  constructor(
    @InjectCollection(ORGANISATIONS) private readonly organisations: Collection<Organisation>,
    @InjectCollection(PEOPLE) private readonly people: Collection<Person>,
    private readonly clock: Clock,
  ) {}

  async signUp(input: SignUp, command: Command): Promise<Result<{ organisation: Organisation; person: Person }>> {
    if (input.kind !== 'staff' && !input.creditCode)
      return fail({ ...identityErrors.credit_code_needed(), pointer: '/creditCode' });
    const organisationId = command.key ? idFrom('organisation', command.key) : newId();
    if (await this.isTaken(input.creditCode, organisationId)) return CODE_TAKEN;
    const at = this.clock.iso();
    const person = await this.insertPerson(
      {
        id: idFrom('founder', organisationId),
        organisationId,
        kind: input.kind,
        name: input.person.name,
        email: input.person.email,
        passwordHash: await hashPassword(input.person.password),
        admin: true,
        active: true,
        language: input.language,
        createdAt: at,
      },
      command,
    );
    if (!person.ok) return person;
    const organisation = await this.insertOrganisation(organisationId, input, person.value.id, at, command);
    if (!organisation.ok) {
      await this.takeBack(person.value, at);
      return organisation;
    }
    return isAnswerTo(input, organisation.value, person.value)
      ? ok({ organisation: organisation.value, person: person.value })
      : fail(commonErrors.idempotency_reused());
  }

  private async isTaken(creditCode: string | undefined, organisationId: string): Promise<boolean> {
    const [holder] = creditCode ? await this.organisations.manyBy('byCode', [creditCode]) : [];
    return holder !== undefined && holder.id !== organisationId;
  }

  /** Those who have heard of the person hear that there is nobody to tell. */
  private takeBack(person: Person, at: string) {
    const data = { ...personEventState(person), active: false };
    return this.people.remove(person.id, person.version, [
      { topic: TOPICS.person, type: EVENTS.personChanged, time: at, data },
    ]);
  }

  private async insertOrganisation(id: string, input: SignUp, founderId: string, at: string, command: Command) {
    const doc: Omit<Organisation, 'version'> = {
      id,
      name: input.name,
      nameKey: firmNameKey(input.name),
      kind: input.kind,
      ...(input.creditCode ? { creditCode: input.creditCode, codeKey: input.creditCode } : {}),
      ...(input.region ? { region: input.region } : {}),
      ...(input.invitation ? { invitationHash: sha256(input.invitation) } : {}),
      status: 'pending',
      selfPublish: false,
      founderId,
      createdAt: at,
    };
    const event = {
      topic: TOPICS.organisation,
      type: EVENTS.organisationRegistered,
      time: at,
      data: organisationEventState(doc),
    };
    return insertDocument(this.organisations, doc, [event], {
      cause: command.key,
      duplicates: { byCode: CODE_TAKEN.failure },
    });
  }

  private async insertPerson(doc: Omit<Person, 'version'>, command: Command): Promise<Result<Person>> {
    const event = {
      topic: TOPICS.person,
      type: EVENTS.personRegistered,
      time: doc.createdAt,
      data: personEventState(doc),
    };
    const taken = fail({ ...identityErrors.email_taken(), pointer: '/person/email' });
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const [written] = await this.people.insert([{ doc, events: [event] }], command.key);
      if (written?.status === 'done') return ok(written.doc);
      // Known and gone: this key's sign-up was refused after the person was written, and the person taken back.
      const known = written?.status === 'already' ? await this.people.get(doc.id) : undefined;
      if (known) return ok(known);
      const used = written?.status === 'already' || (written?.status === 'duplicate' && written.index === 'id');
      if (used) return fail(commonErrors.idempotency_reused());
      const [holder] = await this.people.manyBy('byEmail', [doc.email]);
      if (holder && !(await this.isOrphan(holder))) return taken;
      if (holder) await this.takeBack(holder, doc.createdAt);
    }
    return taken;
  }

  /** Left by a crash: old enough that its own sign-up cannot be under way, and without an organisation. */
  private async isOrphan(person: Person): Promise<boolean> {
    if (this.clock.now().getTime() - Date.parse(person.createdAt) < 60_000) return false;
    return (await this.organisations.get(person.organisationId)) === undefined;
  }
}

/** Under a key used before, what is there may be of another request; all but the password is compared. */
function isAnswerTo(input: SignUp, organisation: Organisation, person: Person): boolean {
  return (
    organisation.name === input.name &&
    organisation.kind === input.kind &&
    organisation.creditCode === input.creditCode &&
    organisation.region === input.region &&
    person.name === input.person.name &&
    person.email === input.person.email
  );
}
