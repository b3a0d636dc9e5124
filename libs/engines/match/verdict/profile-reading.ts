import type { MatchFirm, ProfileField } from '../types.js';
import { content, itself } from './ask-words.js';
import { type NamedStandard, standardsIn } from './holding.js';
import { isGeneric } from './matter.js';
import { type Mention, mentionsOf } from './mention.js';
import { refusedThings, type Standing, standingOf } from './standing.js';
import { type Clause, clausesOf, type Span, type Written, written } from './written.js';

/** A clause with what it says without capitals, and how it stands on a day. */
export interface ReadClause extends Clause {
  readonly low: string;
  /** The standards it names. */
  readonly standards: readonly NamedStandard[];
  /** What it says that the firm does not do, or that others do for it. */
  readonly refused: readonly { readonly things: readonly string[]; readonly how: 'denied' | 'outsourced' }[];
}

function refusedIn(low: string): ReadClause['refused'] {
  return refusedThings(low).flatMap(({ things, how }) => {
    const told = things
      .map((thing) => itself(content(thing)))
      .filter((thing) => thing.length >= 2 && !isGeneric(thing));
    return told.length > 0 ? [{ things: told, how }] : [];
  });
}

/** A line of a profile, read once for all requirements. */
export interface ReadLine {
  readonly field: ProfileField;
  readonly date?: string;
  /** The last day of validity of a certificate, YYYY-MM-DD, or `''` where it is not known; absent for other lines. */
  readonly validUntil?: string;
  readonly text: Written;
  readonly clauses: readonly ReadClause[];
  readonly mentions: readonly Mention[];
}

/** A profile as the verdict reads it. Make it once, ask it often. */
export interface ReadProfile {
  readonly firm: MatchFirm;
  /** Everything but the name, the certificates last. */
  readonly lines: readonly ReadLine[];
  /** What the firm calls its products, without capitals. */
  readonly products: readonly string[];
  /** Those that sound like a plan or a denial and are names: 计划大师. */
  readonly misread: readonly string[];
  /** See {@link standing}. */
  readonly memory: Map<string, Standing>;
}

function readLine(field: ProfileField, raw: string, more: { date?: string; validUntil?: string } = {}): ReadLine {
  const text = written(raw);
  const clauses = clausesOf(text);
  return {
    field,
    ...more,
    text,
    clauses: clauses.map((clause) => {
      const low = text.low.slice(clause.start, clause.end);
      return { ...clause, low, standards: standardsIn(low), refused: refusedIn(low) };
    }),
    mentions: mentionsOf(text, clauses),
  };
}

/** Reads a firm's profile. Pure; costs some tenths of a millisecond. */
export function readProfile(firm: MatchFirm): ReadProfile {
  const lines = firm.lines
    .filter(({ field }) => field !== 'name')
    .map(({ field, text, date }) => readLine(field, text, date === undefined ? {} : { date }));
  const held = firm.certificates.map(({ name, validUntil = '' }) => readLine('certificates', name, { validUntil }));
  const named = lines.filter(({ field }) => field === 'products').flatMap(({ text }) => text.low.split(/[、,;/]/));
  const products = named.map((name) => name.replace(/\(.*?\)/g, '').trim());
  return {
    firm,
    lines: [...lines, ...held],
    products,
    misread: products.filter((name) => standingOf(name, '') !== 'held'),
    memory: new Map(),
  };
}

function remembered(profile: ReadProfile, low: string, on: string): Standing {
  const key = `${on} ${low}`;
  const known = profile.memory.get(key);
  if (known !== undefined) return known;
  const read = profile.misread.reduce((text, name) => (text === name ? text : text.replaceAll(name, '·')), low);
  const found = standingOf(read, on);
  profile.memory.set(key, found);
  return found;
}

const brackets = /\([^()]*\)/g;

/** 而后, 并 and the like take over that what comes before is a plan. */
const goesOn =
  /^\s*(?:并|新增|增加|届时|形成|可|其中|包括|含|配|实现|达到?|产能|年产|月产|覆盖|添置|引进|为(?:公司|我司|本厂|本公司|国内|首|第))/;
/** A clause that only says how the one before it stands: 热处理工序，全部外协. */
const predicate =
  /^\s*(?:目前|现阶段|现|均|全部|都|暂时?|尚|主要|需|一律|仍|已|该|此|这|皆|也|则|待)*(?:外协|委外|外包|外发|外购|不具备|不做|没有|无此|未|外委|暂无|在建|筹建|停用|停产|计划|拟|由(?!本|我|公司|厂内))/;

/**
 * How what stands at `span` of a line is said, on the day `on`: by the bracket after it, else by its clause, else by a clause
 * that goes on from a plan or only says how the one before stands.
 */
export function standing(profile: ReadProfile, line: ReadLine, span: Span, on: string): Standing {
  const index = line.clauses.findIndex(({ start, end }) => span.start >= start && span.start < end);
  const clause = line.clauses[index];
  if (!clause) return 'held';
  const item = clause.items.find(({ start, end }) => span.start >= start && span.start < end) ?? clause;
  const own = line.text.low.slice(item.start, item.end);
  for (const [bracket] of own.matchAll(brackets)) {
    const said = remembered(profile, bracket, on);
    if (said !== 'held') return said;
  }
  const said = remembered(profile, clause.low.replace(brackets, ''), on);
  if (said !== 'held') return said;
  const before = line.clauses[index - 1];
  if (before?.sentence === clause.sentence && goesOn.test(clause.low)) {
    if (remembered(profile, before.low, on) === 'planned') return 'planned';
  }
  const next = line.clauses[index + 1];
  if (next?.sentence === clause.sentence && predicate.test(next.low)) return remembered(profile, next.low, on);
  return 'held';
}
