import { describe, expect, it } from '@jest/globals';
import { breakingChanges, type Schema } from './breaking-changes.js';

const text = { type: 'string' };
const released: Schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Event',
  type: 'object',
  properties: {
    type: { type: 'string', enum: ['a.made', 'a.changed'] },
    topic: { type: 'string', const: 'public.a' },
    time: { type: 'string', format: 'date-time' },
    data: { $ref: '#/definitions/A' },
  },
  required: ['type', 'topic', 'time', 'data'],
  definitions: {
    A: {
      type: 'object',
      properties: {
        id: text,
        note: text,
        score: { type: 'number', minimum: 0, maximum: 1 },
        version: { type: 'integer' },
        lines: { type: 'array', items: { $ref: '#/definitions/Line' } },
        place: { anyOf: [text, { type: 'object', properties: { city: text }, required: ['city'] }] },
      },
      required: ['id', 'score'],
    },
    Line: { type: 'object', properties: { text, under: { $ref: '#/definitions/Line' } }, required: ['text'] },
  },
};

type Mutable = { [key: string]: Mutable };
/** The released schema after `change`; `a` are the properties of its data. */
function changed(change: (schema: Mutable, a: Mutable) => void): Schema {
  const copy = JSON.parse(JSON.stringify(released)) as Mutable;
  change(copy, copy.definitions!.A!.properties!);
  return copy as unknown as Schema;
}
const set = (holder: Mutable | undefined, key: string, value: unknown) =>
  Object.assign(holder as object, { [key]: value });

describe('a consumer of the released schema could break when', () => {
  it.each<[string, (schema: Mutable, a: Mutable) => void, string]>([
    ['a property is gone', (_, a) => delete a.id, '/data/id is gone'],
    ['an optional property is gone', (_, a) => delete a.note, '/data/note is gone'],
    [
      'a property is no longer required',
      (schema) => set(schema.definitions!.A, 'required', ['id']),
      '/data/score is no longer required',
    ],
    [
      'part of the envelope is no longer required',
      (schema) => set(schema, 'required', ['type', 'topic', 'data']),
      '/time is no longer required',
    ],
    ['a type is another', (_, a) => set(a.id, 'type', 'integer'), '/data/id was released as string and is integer now'],
    [
      'a type is wider',
      (_, a) => set(a.version, 'type', 'number'),
      '/data/version was released as integer and is number now',
    ],
    [
      'null may come as well',
      (_, a) => set(a.note, 'type', ['string', 'null']),
      '/data/note was released as string and is string or null now',
    ],
    ['any type goes', (_, a) => delete a.note!.type, '/data/note was released as string and is anything now'],
    [
      'a value is added to an enumeration',
      (schema) => set(schema.properties!.type, 'enum', ['a.made', 'a.changed', 'a.gone']),
      '/type may be "a.gone" now',
    ],
    [
      'an enumeration is lifted',
      (schema) => delete schema.properties!.type!.enum,
      '/type was released with 2 possible values and may have any now',
    ],
    [
      'a constant is another',
      (schema) => set(schema.properties!.topic, 'const', 'public.b'),
      '/topic may be "public.b" now',
    ],
    [
      'a format is another',
      (schema) => set(schema.properties!.time, 'format', 'date'),
      '/time had format "date-time" and has "date" now',
    ],
    [
      'a format is lifted',
      (schema) => delete schema.properties!.time!.format,
      '/time had format "date-time" and has none now',
    ],
    ['a bound is wider', (_, a) => set(a.score, 'maximum', 100), '/data/score had maximum 1 and has 100 now'],
    [
      'a part of a list changes',
      (schema) => set(schema.definitions!.Line, 'required', []),
      '/data/lines/*/text is no longer required',
    ],
    ['a list may hold anything', (_, a) => delete a.lines!.items, '/data/lines/* may be anything now'],
    [
      'a variant is added',
      (_, a) => set(a.place, 'anyOf', [{ type: 'string' }, { type: 'boolean' }]),
      '/data/place has a variant that is not among the released ones: /data/place was released as string and is boolean now',
    ],
    [
      'a variant is added to what had none',
      (_, a) => set(a, 'note', { anyOf: [{ type: 'string' }, { type: 'number' }] }),
      '/data/note was released as string and is number now',
    ],
    [
      'a keyword that cannot be judged changes',
      (schema) =>
        set(schema.definitions, 'A', { ...schema.definitions!.A, additionalProperties: false, type: 'array' }),
      '/data was released as object and is array now',
    ],
  ])('%s', (_what, change, sentence) => {
    expect(breakingChanges(released, changed(change))).toEqual([sentence]);
  });

  it('a keyword it relied on is not there any more, whatever it means', () => {
    const strict = { type: 'object', additionalProperties: false, patternProperties: { x: {} } };
    expect(breakingChanges(strict, { type: 'object' })).toEqual([
      'the event had additionalProperties false and has none now',
      'the event had patternProperties {"x":{}} and has none now',
    ]);
  });

  it('several things change: each is told', () => {
    const wrong = changed((schema, a) => {
      delete a.note;
      set(schema.properties!.type, 'enum', ['b']);
    });
    expect(breakingChanges(released, wrong)).toEqual(['/type may be "b" now', '/data/note is gone']);
  });
});

describe('a consumer of the released schema goes on working when', () => {
  it.each<[string, (schema: Mutable, a: Mutable) => void]>([
    ['nothing changes', () => undefined],
    ['an optional property is added', (_, a) => set(a, 'more', { type: 'string' })],
    ['an optional part of the envelope is added', (schema) => set(schema.properties, 'more', { type: 'string' })],
    [
      'a property is always there from now on',
      (schema) => set(schema.definitions!.A, 'required', ['id', 'score', 'note']),
    ],
    ['a value of an enumeration comes no more', (schema) => set(schema.properties!.type, 'enum', ['a.made'])],
    ['numbers are whole', (_, a) => set(a.score, 'type', 'integer')],
    ['a format is promised', (_, a) => set(a.note, 'format', 'uri')],
    ['a variant comes no more', (_, a) => set(a, 'place', { type: 'string' })],
    [
      'texts for readers change',
      (schema, a) => {
        set(a.id, 'description', 'other');
        set(schema, 'title', 'Other');
      },
    ],
    [
      'a definition has another name',
      (schema, a) => {
        set(schema.definitions, 'Row', schema.definitions!.Line);
        set(a.lines!.items, '$ref', '#/definitions/Row');
      },
    ],
  ])('%s', (_what, change) => {
    expect(breakingChanges(released, changed(change))).toEqual([]);
  });
});

it('says so when a reference leads nowhere', () => {
  const broken = changed((schema) => delete schema.definitions!.A);
  expect(() => breakingChanges(released, broken)).toThrow('#/definitions/A leads nowhere');
});
