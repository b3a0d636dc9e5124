import { modelOf } from './model.js';
import { seatMeetings } from './seat.js';
import type { Instance } from './types.js';
import { type Fault, violations } from './validate.js';

/** A sentence in both languages of the product. */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

export type Checked = { readonly instance: Instance } | { readonly problem: Sentence };

const FAULTS: Readonly<Record<Fault, Sentence>> = {
  'not-listed': { zh: '双方不在配对中', en: 'the two are not among the pairs' },
  'no-such-slot': { zh: '没有这个时段', en: 'there is no such slot' },
  unavailable: { zh: '有一方在该时段不在场', en: 'one of them is not there in the slot' },
  capacity: {
    zh: '有一方在该时段的会面超过其同时会面数',
    en: 'one of them has more meetings in the slot than at once',
  },
  'max-meetings': { zh: '有一方的会面超过上限', en: 'one of them has more meetings than its maximum' },
  'firms-meet-again': { zh: '两家企业会面多次', en: 'the two firms meet more than once' },
  'pair-meets-again': { zh: '双方会面多次', en: 'the two meet more than once' },
  'table-number': { zh: '没有这张桌子，或桌子已用完', en: 'there is no such table, or none is left' },
  'table-taken': { zh: '同一时段同一张桌子被用两次', en: 'the table is used twice in the slot' },
  'table-of-another': { zh: '桌子属于另一家链主', en: 'the table belongs to another leader' },
  'not-an-own-table': { zh: '桌子不是该链主自己的', en: 'the table is none of the leader’s own' },
  'locked-meeting-moved': { zh: '与另一个锁定的会面冲突', en: 'it is in the way of another locked meeting' },
  score: { zh: '总分不符', en: 'the score is not the sum' },
  bound: { zh: '上界低于总分', en: 'the bound is below the score' },
};

type Json = Readonly<Record<string, unknown>>;

class Problem extends Error {
  constructor(readonly sentence: Sentence) {
    super(sentence.en);
  }
}

const isPlain = (json: unknown): json is Json => typeof json === 'object' && json !== null && !Array.isArray(json);
const isCount = (value: unknown, from = 0): value is number => Number.isSafeInteger(value) && (value as number) >= from;
/** More slots or tables than any hall has would only be a slip, and cost memory. */
const MOST = 100_000;

function ensure(holds: boolean, zh: string, en: string): asserts holds {
  if (!holds) throw new Problem({ zh, en });
}

function listOf(json: Json, name: string, list = json[name]): readonly unknown[] {
  ensure(Array.isArray(list), `“${name}”应为列表`, `"${name}" must be a list`);
  return list;
}

function checkTables(tables: unknown, slots: number): void {
  const one = (value: unknown) => value === null || (isCount(value) && value <= MOST);
  const fits = Array.isArray(tables) ? tables.length === slots && tables.every(one) : one(tables);
  ensure(
    fits,
    '“tables”应为不小于 0 的整数、null（不限），或每个时段一个',
    '"tables" must be a whole number from 0, null (no limit), or one of these for each slot',
  );
}

function checkParty(party: unknown, at: number, slots: number): string {
  ensure(isPlain(party), `parties[${at}] 应为对象`, `parties[${at}] must be an object`);
  const { id, side, capacity, maxMeetings, unavailable, minMeetings, firm, tables } = party;
  ensure(typeof id === 'string' && id !== '', `parties[${at}] 缺少 id`, `parties[${at}] needs an id`);
  const sideKnown = side === 'leader' || side === 'sme';
  ensure(sideKnown, `“${id}”的 side 应为 leader 或 sme`, `side of "${id}" must be leader or sme`);
  ensure(
    isCount(capacity),
    `“${id}”的 capacity 应为不小于 0 的整数`,
    `capacity of "${id}" must be a whole number from 0`,
  );
  ensure(
    isCount(maxMeetings),
    `“${id}”的 maxMeetings 应为不小于 0 的整数`,
    `maxMeetings of "${id}" must be a whole number from 0`,
  );
  ensure(
    Array.isArray(unavailable) && unavailable.every((slot) => isCount(slot) && slot < slots),
    `“${id}”的 unavailable 应为 0 到 ${slots - 1} 的时段列表`,
    `unavailable of "${id}" must list slots from 0 to ${slots - 1}`,
  );
  ensure(
    minMeetings === undefined || (isCount(minMeetings) && minMeetings <= maxMeetings),
    `“${id}”的 minMeetings 应为 0 到 maxMeetings 的整数`,
    `minMeetings of "${id}" must be a whole number from 0 to maxMeetings`,
  );
  ensure(firm === undefined || typeof firm === 'string', `“${id}”的 firm 应为文本`, `firm of "${id}" must be a text`);
  ensure(
    tables === undefined || (side === 'leader' && Array.isArray(tables) && tables.every((n) => isCount(n, 1))),
    `“${id}”的 tables 应为桌号列表，且只用于链主`,
    `tables of "${id}" must list table numbers, and only leaders have them`,
  );
  return id;
}

function checkParties(json: Json, slots: number): Map<string, Json> {
  const known = new Map<string, Json>();
  const owners = new Map<number, string>();
  listOf(json, 'parties').forEach((party, at) => {
    const id = checkParty(party, at, slots);
    ensure(!known.has(id), `“${id}”在 parties 中出现两次`, `"${id}" is in parties twice`);
    known.set(id, party as Json);
    for (const table of ((party as Json).tables ?? []) as number[]) {
      const owner = owners.get(table);
      ensure(
        owner === undefined,
        `${table} 号桌同时属于“${owner}”和“${id}”`,
        `table ${table} belongs to "${owner}" and to "${id}"`,
      );
      owners.set(table, id);
    }
  });
  return known;
}

/** Both parties of a pair or meeting must be there, each on its side. */
function checkBoth(json: unknown, where: string, parties: ReadonlyMap<string, Json>): Json {
  ensure(isPlain(json), `${where} 应为对象`, `${where} must be an object`);
  for (const side of ['leader', 'sme']) {
    const id = json[side];
    const known = typeof id === 'string' && parties.get(id)?.side === side;
    ensure(
      known,
      `${where} 的 ${side}“${String(id)}”不是名单中的${side}`,
      `${side} "${String(id)}" of ${where} is no ${side} of the parties`,
    );
  }
  return json;
}

function checkPairs(json: Json, parties: ReadonlyMap<string, Json>): Set<string> {
  const known = new Set<string>();
  listOf(json, 'pairs').forEach((pair, at) => {
    const { leader, sme, weight, must, again } = checkBoth(pair, `pairs[${at}]`, parties);
    const key = JSON.stringify([leader, sme]);
    ensure(!known.has(key), `“${leader}”与“${sme}”的配对出现两次`, `the pair "${leader}" and "${sme}" is there twice`);
    known.add(key);
    ensure(
      typeof weight === 'number' && Number.isFinite(weight) && Math.abs(weight) <= 1e6,
      `“${leader}”与“${sme}”的 weight 应为绝对值不超过 1000000 的数`,
      `weight of "${leader}" and "${sme}" must be a number, not above 1000000 in size`,
    );
    const flags = [must, again].every((flag) => flag === undefined || typeof flag === 'boolean');
    ensure(
      flags,
      `“${leader}”与“${sme}”的 must 和 again 应为 true 或 false`,
      `must and again of "${leader}" and "${sme}" must be true or false`,
    );
  });
  return known;
}

function checkLocked(json: Json, slots: number, parties: ReadonlyMap<string, Json>, pairs: ReadonlySet<string>): void {
  listOf(json, 'locked', json.locked ?? []).forEach((meeting, at) => {
    const { leader, sme, slot, table } = checkBoth(meeting, `locked[${at}]`, parties);
    const listed = pairs.has(JSON.stringify([leader, sme]));
    ensure(
      listed,
      `锁定的“${leader}”与“${sme}”不在 pairs 中`,
      `the locked "${leader}" and "${sme}" are not among the pairs`,
    );
    ensure(
      isCount(slot) && slot < slots && (table === undefined || isCount(table, 1)),
      `locked[${at}] 需要 0 到 ${slots - 1} 的时段，桌号从 1 起`,
      `locked[${at}] needs a slot from 0 to ${slots - 1}, and its table a number from 1`,
    );
  });
}

/** Locked meetings must be a schedule by themselves, in the tables they name. */
function checkLockedTogether(instance: Instance): void {
  const model = modelOf(instance);
  const [clash] = violations(instance, seatMeetings(model, new Int32Array(model.pairs).fill(-1)));
  if (!clash) return;
  const { leader, sme, slot } = clash.meeting ?? instance.locked![0]!;
  ensure(
    false,
    `锁定的“${leader}”与“${sme}”（时段 ${slot}）无法保留：${FAULTS[clash.fault].zh}`,
    `the locked meeting of "${leader}" and "${sme}" in slot ${slot} cannot be kept: ${FAULTS[clash.fault].en}`,
  );
}

/**
 * Reads the JSON of an instance. The first thing that is wrong comes back as a sentence;
 * what is optional may be missing. */
export function checkInstance(json: unknown): Checked {
  try {
    ensure(isPlain(json), '活动数据应为一个 JSON 对象', 'an instance is a JSON object');
    const { slots } = json;
    ensure(isCount(slots) && slots <= MOST, '“slots”应为不小于 0 的整数', '"slots" must be a whole number from 0');
    checkTables(json.tables, slots);
    const parties = checkParties(json, slots);
    checkLocked(json, slots, parties, checkPairs(json, parties));
    checkLockedTogether(json as unknown as Instance);
  } catch (error) {
    if (error instanceof Problem) return { problem: error.sentence };
    throw error;
  }
  return { instance: json as unknown as Instance };
}
