import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { TOPICS } from '#contracts/topics';
import { idFrom } from '#platform/ids';
import { OnEvents } from '#platform/messaging/on-events';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import type { LogEvent } from '#ports/event';
import type { Collection } from '#ports/store/store';
import { PREFERENCES, type Preferences, RECIPIENTS, type Recipient } from '../notification.store.js';
import { toTell } from './notice.rules.js';
import { PeopleKnown } from './people-known.js';
import type { ToTell } from './to-tell.js';
import { type NewNotice, WriteNotices } from './write-notices.js';

/**
 * Tries of an event whose people are not known yet: some two minutes. The event of a person can be as late as that when
 * the process that was about to note it has died and its group has to find that out.
 */
const PATIENCE = 60;

interface Telling {
  readonly event: LogEvent;
  readonly tell: ToTell;
}

/**
 * Writes a notice for each person whom an event concerns. The notice's id is made of event and person, so a repeated
 * event writes none twice.
 */
@Controller()
export class NotifyPeople {
  constructor(
    @InjectCollection(RECIPIENTS) private readonly recipients: Collection<Recipient>,
    @InjectCollection(PREFERENCES) private readonly preferences: Collection<Preferences>,
    private readonly known: PeopleKnown,
    private readonly notices: WriteNotices,
    private readonly clock: Clock,
  ) {}

  @OnEvents({
    group: 'notification.notices',
    topics: [
      TOPICS.proposal,
      TOPICS.demand,
      TOPICS.chosen,
      TOPICS.organisation,
      TOPICS.claim,
      TOPICS.response,
      TOPICS.evaluation,
      TOPICS.engagement,
      TOPICS.message,
      TOPICS.registration,
      TOPICS.agenda,
      TOPICS.seatOffer,
    ],
    tries: PATIENCE,
    // One that waits holds up no other.
    orderFree: true,
  })
  async handle(@Payload() events: readonly LogEvent[]): Promise<void> {
    const tellings = events.flatMap((event): Telling[] => toTell(event).map((tell) => ({ event, tell })));
    if (tellings.length === 0) return;
    await this.known.make();
    const people = await this.peopleFor(tellings);
    const muted = await this.mutedBy([...new Set([...people.values()].flat().map((person) => person.id))]);
    const told = tellings.flatMap(({ event, tell }) =>
      concerned(tell, people.get(keyOf(tell)) ?? [])
        .filter((person) => !muted.get(person.id)?.includes(tell.kind))
        .map((person) => this.notice(event, tell, person)),
    );
    await this.notices.write(told);
  }

  /** Active people by organisation, two queries a batch. */
  private async peopleFor(tellings: readonly Telling[]): Promise<Map<string, Recipient[]>> {
    const organisations = [...new Set(tellings.map(({ tell }) => keyOf(tell)))].filter((key) => key !== STAFF);
    const [members, staff] = await Promise.all([
      this.recipients.manyBy('byOrganisation', organisations),
      tellings.some(({ tell }) => keyOf(tell) === STAFF) ? this.recipients.manyBy('staff', ['staff']) : [],
    ]);
    const people = new Map<string, Recipient[]>([[STAFF, staff]]);
    for (const person of members)
      people.set(person.organisationId, [...(people.get(person.organisationId) ?? []), person]);
    // Every organisation has a person; that we know none yet means that the event of the person is still on its way.
    const unknown = organisations.find((id) => !people.has(id));
    if (unknown !== undefined) throw new Error(`the people of organisation ${unknown} are not known yet`);
    return people;
  }

  private async mutedBy(personIds: readonly string[]): Promise<Map<string, readonly string[]>> {
    const found: Preferences[] = [];
    for (let at = 0; at < personIds.length; at += 1000)
      found.push(...(await this.preferences.many(personIds.slice(at, at + 1000))));
    return new Map(found.map((preference) => [preference.id, preference.muted]));
  }

  private notice(event: LogEvent, { kind, about, params }: ToTell, person: Recipient): NewNotice {
    const id = idFrom('notice', event.id, person.id);
    return { id, personId: person.id, kind, about, params, at: this.clock.iso() };
  }
}

const STAFF = ':staff';
const keyOf = (tell: ToTell): string => ('staff' in tell.to ? STAFF : tell.to.organisation);

/** The person that is named, where it is still there; else all who are. */
function concerned({ to }: ToTell, people: readonly Recipient[]): readonly Recipient[] {
  const active = people.filter((person) => person.active);
  const named = 'person' in to ? active.filter(({ id }) => id === to.person) : [];
  return named.length > 0 ? named : active;
}
