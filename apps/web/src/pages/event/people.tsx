import { Button, Input } from 'antd';
import { useState } from 'react';
import type { Schemas } from '#web/api/client';
import type { MatchmakingEvent } from '#web/api/events';
import { useFormat } from '#web/format/format';
import { useTexts } from '#web/i18n/texts';
import { useToast } from '#web/parts/toast';
import { peopleTexts } from './people-texts';
import { useParticipant } from './queries';

type Span = Schemas['SpanInput'];
type Representative = Schemas['RepresentativeInput'];

const touches = (span: Span, slot: Span) => span.from < slot.to && slot.from < span.to;

/** Absent times with one slot more or less of them; slots that follow each other make one time. */
export function toggled(absent: readonly Span[], slot: Span, slots: readonly Span[]): Span[] {
  const away = slots.filter((one) => absent.some((span) => touches(span, one)) !== (one === slot));
  const spans: Span[] = [];
  for (const { from, to } of away) {
    const last = spans.at(-1);
    if (last?.to === from) spans[spans.length - 1] = { from: last.from, to };
    else spans.push({ from, to });
  }
  return spans;
}

interface PersonProps {
  readonly event: MatchmakingEvent;
  readonly person: Representative;
  readonly change: (person: Representative) => void;
  /** Undefined for the only one. */
  readonly remove: (() => void) | undefined;
}

function Person({ event, person, change, remove }: PersonProps) {
  const t = useTexts(peopleTexts);
  const { hour } = useFormat();
  const { name, absent = [] } = person;
  return (
    <li className="stack tight">
      <div className="row">
        <Input
          aria-label={t.name}
          value={name}
          maxLength={60}
          style={{ maxWidth: 240 }}
          onChange={({ target }) => change({ ...person, name: target.value })}
        />
        {remove && <Button onClick={remove}>{t.remove}</Button>}
      </div>
      <fieldset className="plain-set">
        <legend className="small soft">{t.absent(name)}</legend>
        <div className="row">
          {event.slots.map((slot) => (
            <button
              type="button"
              className="chip"
              key={slot.from}
              aria-pressed={absent.some((span) => touches(span, slot))}
              onClick={() => change({ ...person, absent: toggled(absent, slot, event.slots) })}
            >
              {hour(slot.from)}
            </button>
          ))}
        </div>
      </fieldset>
    </li>
  );
}

interface PeopleProps {
  readonly event: MatchmakingEvent;
  readonly registration: Schemas['RegistrationView'];
}

/** Who of the reader's organisation comes, and when each of them meets nobody. */
export function People({ event, registration }: PeopleProps) {
  const t = useTexts(peopleTexts);
  const toast = useToast();
  const { revise } = useParticipant(event.id);
  const [people, setPeople] = useState<readonly (Representative & { readonly key: number })[]>(
    registration.representatives.map((one, key) => ({ ...one, key })),
  );
  // The list is read anew then, with the ids that were given: what is said afterwards must not go with the old one.
  const save = () =>
    void revise
      .mutateAsync({
        representatives: people.filter(({ name }) => name.trim() !== '').map(({ key: _key, ...one }) => one),
      })
      .then(() => toast.done(t.saved))
      .catch((error: Error) => toast.failed(error));
  const next = Math.max(0, ...people.map(({ key }) => key)) + 1;
  return (
    <section className="card stack">
      <div>
        <h2>{t.title}</h2>
        <p className="soft">{t.hint}</p>
      </div>
      <ul className="stack">
        {people.map(({ key, ...person }) => (
          <Person
            key={key}
            event={event}
            person={person}
            change={(now) => setPeople(people.map((one) => (one.key === key ? { ...now, key } : one)))}
            remove={people.length > 1 ? () => setPeople(people.filter((one) => one.key !== key)) : undefined}
          />
        ))}
      </ul>
      <div className="row">
        {people.length < 10 && <Button onClick={() => setPeople([...people, { key: next, name: '' }])}>{t.add}</Button>}
        <Button type="primary" loading={revise.isPending} onClick={save}>
          {t.save}
        </Button>
      </div>
    </section>
  );
}
