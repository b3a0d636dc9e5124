import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { demandState, requirement } from '#test/kit/makers';
import { DISCLOSURE } from './demand.js';
import {
  CHOSEN_CIRCLES,
  CIRCLES,
  circleFor,
  confidentialFields,
  DEMAND_FIELDS,
  DEMAND_READERS,
  FILE_CIRCLE,
  STAGES,
} from './disclosure.js';
import { publicDemand } from './public-demand.js';

const text = readFileSync(join(process.cwd(), 'docs/disclosure.md'), 'utf8');

/** The rows of the table under a heading, without its head. */
function table(heading: string): string[][] {
  const section = text.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

describe('docs/disclosure.md', () => {
  it('says of every field of a demand what the code does', () => {
    const said = table('Fields of a demand').map(([field, circle, narrowable]) => [field, circle, narrowable]);
    const done = Object.entries(DEMAND_FIELDS).map(([field, rule]) => [
      field,
      rule.circle,
      rule.narrowable ? 'yes' : 'no',
    ]);
    expect(said.length).toBeGreaterThan(20);
    expect(said.sort()).toEqual(done.sort());
  });

  it('says to which circle a file of a demand is kept', () => {
    const [ofDemand] = table('Files');
    expect(ofDemand?.slice(0, 3)).toEqual(['of a demand', FILE_CIRCLE, 'yes']);
  });

  it('says of every reader and stage which circle it is', () => {
    const said = table('Who is in which circle, and when').map(([reader, ...circles]) => [reader, ...circles]);
    const done = DEMAND_READERS.map((reader) => [reader, ...STAGES.map((stage) => CIRCLES[reader][stage])]);
    expect(said).toEqual(done);
  });
});

describe('a demand that is shown to chosen firms only', () => {
  const chosen = { order: 'at-once', firms: [] } as const;

  it('is read as docs/disclosure.md says', () => {
    const said = table('Of a demand that is shown to chosen firms only');
    const done = DEMAND_READERS.map((reader) => [
      reader,
      ...STAGES.map((stage) => CHOSEN_CIRCLES[reader][stage] ?? 'nothing'),
    ]);
    expect(said).toEqual(done);
  });

  it('is in no circle of anybody, and has no public copy', () => {
    expect(circleFor(demandState('d'), 'anybody', 'open')).toBe('public');
    expect(circleFor(demandState('d', { chosen }), 'anybody', 'open')).toBeUndefined();
    expect(circleFor(demandState('d', { chosen }), 'firm', 'open')).toBeUndefined();
    expect(circleFor(demandState('d', { chosen }), 'firm', 'matched')).toBe('matched');
    expect(publicDemand(demandState('d'))).toBeDefined();
    expect(publicDemand(demandState('d', { chosen }))).toBeUndefined();
    expect(publicDemand(demandState('d', { chosen, status: 'closed' }))).toBeUndefined();
  });
});

describe('what is noted when it is read', () => {
  const demand = demandState('d', {
    background: '背景',
    process: '磨齿',
    ipTerms: '归需求方',
    budget: { max: 5 },
    requirements: [requirement('r1', '公差'), requirement('r2', '镀层', { disclosure: 'named' })],
    disclosure: { background: 'matched', process: 'nda', ipTerms: 'owner' },
  });

  it.each([
    ['public', []],
    ['matched', []],
    ['nda', ['process', 'budget']],
    ['named', ['requirements', 'process', 'budget']],
    ['owner', ['requirements', 'process', 'budget', 'ipTerms']],
  ] as const)('of %s are the fields in which it sees more than a matched firm', (level, fields) => {
    expect(confidentialFields(demand, level)).toEqual(fields);
  });

  it('is nothing where nothing is kept back, or nothing is there', () => {
    expect(confidentialFields(demandState('d'), 'owner')).toEqual([]);
    const empty = demandState('d', { disclosure: { chain: 'nda', certificates: 'nda' } });
    for (const level of DISCLOSURE) expect(confidentialFields(empty, level)).toEqual([]);
  });
});
