import { Injectable } from '@nestjs/common';
import { PARTIES, type PersonRef } from '#contracts/engagement';
import { commonErrors } from '#platform/errors/common.errors';
import { fail, ok } from '#platform/errors/errors';
import { changeDocument } from '#platform/store/change';
import { InjectCollection } from '#platform/store/collections';
import type { Collection } from '#ports/store/store';
import { SYSTEM } from '../act.js';
import { ENGAGEMENTS, type Engagement } from '../engagement.store.js';
import { KNOWN_PEOPLE, type KnownPerson } from '../known/known.store.js';
import { noteLeaving } from './thread.rules.js';

/** Who sees to threads, and whether they are still there. */
@Injectable()
export class Owners {
  constructor(
    @InjectCollection(ENGAGEMENTS) private readonly threads: Collection<Engagement>,
    @InjectCollection(KNOWN_PEOPLE) private readonly people: Collection<KnownPerson>,
  ) {}

  /** An active person of the organisation. */
  async find(personId: string, organisationId: string | undefined): Promise<PersonRef | undefined> {
    const person = await this.people.get(personId);
    const fits = person?.active && person.organisationId === organisationId;
    return fits ? { id: person.id, name: person.name } : undefined;
  }

  /** Those of them who are active people of the organisation. */
  async findAll(personIds: readonly string[], organisationId: string): Promise<PersonRef[]> {
    const fit = (await this.findActive(personIds)).filter((person) => person.organisationId === organisationId);
    return fit.map(({ id, name }) => ({ id, name }));
  }

  /** Those of them who are active, whatever their organisation, in the order asked for. */
  async findActive(personIds: readonly string[]): Promise<KnownPerson[]> {
    const known = new Map((await this.people.many([...personIds])).map((person) => [person.id, person]));
    return personIds.flatMap((id) => known.get(id) ?? []).filter(({ active }) => active);
  }

  /** Looks again after a thread got an owner: the person may have left at that moment. */
  async check(thread: Engagement, at: string): Promise<Engagement> {
    const ids = PARTIES.flatMap((party) => thread[party]?.id ?? []);
    const left = (await this.people.many(ids)).filter(({ active }) => !active);
    for (const { id } of left) await this.note(thread.id, id, true, at);
    return left.length === 0 ? thread : ((await this.threads.get(thread.id)) ?? thread);
  }

  /** People have left or are back: the open threads that are theirs say so. Two queries. */
  async noteEverywhere(people: readonly KnownPerson[], at: string): Promise<void> {
    const active = new Map(people.map((person) => [person.id, person.active]));
    const ids = [...active.keys()];
    const indexes = ['leaderPerson', 'firmPerson'];
    const found = await Promise.all(indexes.map((index) => this.threads.manyBy(index, ids)));
    const wrong = found.flat().flatMap((thread) =>
      PARTIES.flatMap((party) => {
        const { id = '', gone = false } = thread[party] ?? {};
        return active.has(id) && active.get(id) === gone ? [{ thread: thread.id, id, gone: !gone }] : [];
      }),
    );
    for (const { thread, id, gone } of wrong) await this.note(thread, id, gone, at);
  }

  private async note(id: string, personId: string, gone: boolean, at: string): Promise<void> {
    await changeDocument(this.threads, id, {}, (thread) => {
      const party = PARTIES.find((one) => thread[one]?.id === personId);
      const decision = party && noteLeaving(thread, party, gone, { by: SYSTEM, at });
      return decision ? ok(decision) : fail(commonErrors.not_found());
    });
  }
}
