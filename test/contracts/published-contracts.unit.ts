import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { createAsyncApi } from '#contracts/asyncapi';
import { GUARDED_FIELDS } from '#contracts/demand';
import { DEMAND_FIELDS } from '#contracts/disclosure';
import { PUBLIC_TOPICS, publicSchemas } from '#contracts/schemas';
import { EVENTS, TOPICS } from '#contracts/topics';
import { breakingChanges, type Schema } from './breaking-changes.js';
import { readJson, root } from './schema-kit.js';

const schemas = publicSchemas();

describe('the schemas of public events', () => {
  it('are what the code gives; if not: npm run contracts', () => {
    const run = spawnSync(process.execPath, [join(root, 'scripts', 'contracts.mjs'), '--check'], { encoding: 'utf8' });
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
  });

  it('exist for every public topic', () => {
    const topics = Object.values(TOPICS).filter((topic) => topic.startsWith('public.'));
    expect([...PUBLIC_TOPICS].sort()).toEqual(topics.sort());
  });

  it('never break a consumer of what was released', () => {
    const files = readdirSync(join(root, 'libs/contracts/released'));
    const released = files.map((file) => file.replace(/\.v1\.json$/, ''));
    expect(released.sort()).toEqual([...PUBLIC_TOPICS].sort());
    const broken = PUBLIC_TOPICS.flatMap((topic) =>
      breakingChanges(readJson(`libs/contracts/released/${topic}.v1.json`), schemas[topic]).map(
        (place) => `${topic}: ${place}. What was released must stay; a new shape needs a new topic.`,
      ),
    );
    expect(broken).toEqual([]);
  });

  it('name nothing that is internal', () => {
    const names = (schema: Schema): string[] =>
      Object.entries(schema).flatMap(([key, value]) =>
        typeof value === 'object' && value !== null
          ? [...(key === 'properties' ? Object.keys(value) : []), ...names(value as Schema)]
          : [],
      );
    const internal = [
      'blocked',
      'disclosure',
      'ownerId',
      'organisationId',
      'returnReason',
      'sensitive',
      'approval',
      'reasons',
      'dueKey',
      'reader',
    ];
    for (const topic of PUBLIC_TOPICS) {
      expect(names(schemas[topic]).filter((name) => internal.includes(name))).toEqual([]);
      expect(names(schemas[topic])).toEqual(expect.arrayContaining(['specversion', 'data']));
    }
  });

  it('are open for properties that come later', () => {
    expect(JSON.stringify(schemas)).not.toMatch(/additionalProperties|unevaluatedProperties/);
  });

  it('require no field that its owner may withhold', () => {
    const { definitions } = schemas['public.demand'] as { definitions: Record<string, { required: string[] }> };
    const required = definitions.PublicDemand?.required ?? [];
    // Lists are there and empty when they are withheld.
    const guarded = GUARDED_FIELDS.filter((field) => field !== 'requirements' && field !== 'certificates');
    expect(required.filter((field) => (guarded as readonly string[]).includes(field))).toEqual([]);
    const kept = Object.entries(DEMAND_FIELDS).filter(([, { circle }]) => circle !== 'public');
    const lists = ['requirements', 'certificates'];
    expect(kept.map(([field]) => field).filter((field) => required.includes(field) && !lists.includes(field))).toEqual(
      [],
    );
    expect(required).toContain('title');
  });
});

describe('the AsyncAPI document', () => {
  const document = createAsyncApi({ schemas, prefix: 'city.' });

  it('is one by the published schema of AsyncAPI 3.0', () => {
    const official = readJson<Schema>('node_modules/@asyncapi/specs/schemas/3.0.0.json');
    const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false, meta: false }).compile(official);
    validate(document);
    expect(validate.errors ?? []).toEqual([]);
    validate({ ...document, operations: { wrong: { action: 'shout' } } });
    expect(validate.errors).not.toBeNull();
  });

  it('has every public topic under its full name, and every type of event that is written there', () => {
    const channels = Object.values(document.channels) as { address: string; messages: object }[];
    expect(channels.map(({ address }) => address).sort()).toEqual([
      'city.public.demand',
      'city.public.firm',
      'city.public.match',
    ]);
    const told = channels.flatMap(({ messages }) => Object.keys(messages));
    // What a firm answers is between it and who asked.
    const never = [
      EVENTS.demandDrafted,
      EVENTS.demandSubmitted,
      EVENTS.demandReturned,
      EVENTS.proposalSeen,
      EVENTS.demandMarked,
      EVENTS.demandApproved,
      EVENTS.proposalAnswered,
    ];
    const expected = Object.values(EVENTS).filter(
      (type) => /^(demand|profile|proposal)\./.test(type) && !never.some((other) => other === type),
    );
    expect(told.sort()).toEqual(expected.sort());
    expect(JSON.stringify(document)).toContain('puts \\"city.\\" before every topic name');
  });

  it('says of every message what it means', () => {
    const messages = document.components.messages as Record<string, { name: string; summary: string }>;
    expect(Object.values(messages).filter(({ name, summary }) => name === summary)).toEqual([]);
  });

  it('has no reference that leads nowhere', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map((match) => match[1] ?? '');
    const lost = references.filter(
      (path) => path.split('/').reduce<unknown>((at, key) => (at as Schema | undefined)?.[key], document) === undefined,
    );
    expect([references.length > 20, lost]).toEqual([true, []]);
  });
});
