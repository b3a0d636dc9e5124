import type { Ask, FigureAsk } from './ask.js';
import { asksForDifference } from './change.js';
import { boundsIn, compare } from './comparison.js';
import type { Figure } from './figure.js';
import type { Finding, VerdictEvidence } from './finding.js';
import { fitness, LEAST_FIT, type Reading } from './fit.js';
import { meetsGrade } from './grades.js';
import type { Mention } from './mention.js';
import { type ReadLine, type ReadProfile, standing } from './profile-reading.js';
import { propertyOf } from './properties.js';
import { quote } from './written.js';

/** The words about a figure with the figure: 抗拉强度65kgf/mm². */
function evidence(line: ReadLine, mention: Mention): VerdictEvidence {
  const { start } = mention.item;
  const long = mention.start - start > 24 || mention.inherited;
  const from = long ? Math.max(start, mention.start - mention.label.length) : start;
  const to = mention.tail.length <= 12 ? mention.end + mention.tail.length : mention.end;
  const text = quote(line.text, from, Math.min(to, mention.item.end));
  return { field: line.field, text, ...(line.date ? { date: line.date } : {}) };
}

/** Grades of accuracy and the like are better the lower their number: 不低于6级 asks for 6, 5 or better. */
const numberedDown = new Set(['accuracy-grade', 'energy-grade', 'adhesion']);
const turned: Readonly<Partial<Record<Figure['form'], Figure['form']>>> = {
  'at-least': 'at-most',
  above: 'below',
  value: 'at-most',
};

function asMeant(ask: FigureAsk, asked: Figure): Figure {
  const form =
    asked.unit?.dimension === 'LEVEL1' && numberedDown.has(ask.property?.id ?? '') ? turned[asked.form] : undefined;
  return form ? { ...asked, form } : asked;
}

function figureMet(ask: FigureAsk, asked: Figure, offered: Figure): boolean | undefined {
  const dimension = asked.unit?.dimension ?? offered.unit?.dimension;
  const [want, have] = [
    boundsIn(asked.unit ? asked : { ...asked, ...(offered.unit ? { unit: offered.unit } : {}) }, dimension),
    boundsIn(offered, dimension),
  ];
  if (!want || !have) return undefined;
  const converted = asked.unit !== undefined && offered.unit !== undefined && asked.unit.name !== offered.unit.name;
  return compare(want, have, { ...(ask.property ? { property: ask.property } : {}), converted, finest: ask.finest });
}

const comparable = (asked: Figure, offered: Figure) =>
  boundsIn(offered, (asked.unit ?? offered.unit)?.dimension) !== undefined;

const YEAR = 31_536_000;

/** 2009年成立 is an age that depends on the day. */
function age(since: number, on: string): Figure {
  const years = Number(on.slice(0, 4)) - since;
  return { form: 'value', lo: years, hi: years, unit: { dimension: 'T1', factor: YEAR, offset: 0, name: '年' } };
}

function met(ask: FigureAsk, mention: Mention, on: string): { readonly met: boolean | undefined } | undefined {
  if (ask.grade && mention.grade) {
    return ask.grade.family === mention.grade.family ? { met: meetsGrade(ask.grade, mention.grade) } : undefined;
  }
  const offered = mention.since === undefined ? mention.figure : age(mention.since, on);
  if (!ask.figure || !offered || !comparable(ask.figure, offered)) return undefined;
  return { met: figureMet(ask, asMeant(ask, ask.figure), offered) };
}

/** What a customer uses may come from others too: 该厂年用模具260套. */
const used = /(?:该|其|客户|对方)[^,。;]{0,3}年?(?:用|耗|需)/;

/** What was shipped could be made: it may show that the capacity is there, never that it is not. */
function shipped(ask: FigureAsk, mention: Mention): boolean {
  return ask.property?.id === 'output' && mention.property?.id === 'shipped' && !used.test(mention.label);
}

/** Below this a figure in a unit does not answer one without. */
const SURE = 0.8;

function finding(
  ask: FigureAsk,
  profile: ReadProfile,
  line: ReadLine,
  mention: Mention,
  on: string,
): Finding | undefined {
  const result = met(ask, mention, on);
  if (!result) return undefined;
  const output = shipped(ask, mention);
  const read = output ? { ...mention, property: propertyOf('output')! } : mention;
  const weigh = (how: Reading) => fitness(ask, profile, line, read, how) * (output ? 0.6 : 1);
  const weight = weigh('strict');
  if (weight < LEAST_FIT && weigh('kind') < LEAST_FIT) return undefined;
  // 14#球 is in no unit that is known: 1400万㎡/年 or 600×600 must not answer it because their words are alike.
  const bare = ask.figure && !ask.figure.unit && !ask.figure.more;
  if (weight < SURE && bare && (mention.figure?.unit || mention.figure?.more)) return undefined;
  const kind = ask.grade ? 'grade' : 'figure';
  const shown = evidence(line, mention);
  const how = standing(profile, line, mention, on);
  if (weight < LEAST_FIT) {
    // Only what the firm says elsewhere makes it a figure of something else: a doubt, so that more lines hide nothing.
    return result.met && how === 'held'
      ? { state: 'likely', why: 'figure-elsewhere', evidence: shown, weight: 0 }
      : undefined;
  }
  if (how === 'planned')
    return result.met === false
      ? undefined
      : { state: 'not-met', why: 'figure-planned', evidence: shown, weight: weight / 2 };
  if (how === 'former' || how === 'others') return undefined;
  const clause = line.clauses[mention.clause]?.low ?? '';
  if (how === 'outsourced' || (how === 'denied' && cannot.test(clause))) {
    return result.met ? { state: 'not-met', why: how, evidence: shown, weight: weight * 0.9 } : undefined;
  }
  if (result.met === undefined) return { state: 'likely', why: `${kind}-open`, evidence: shown, weight };
  if (result.met) return { state: 'met', why: `${kind}-met`, evidence: shown, weight };
  return output ? undefined : { state: 'not-met', why: `${kind}-not-met`, evidence: shown, weight };
}

/** A figure that is not reached; 500h无红锈 is one that is. */
const cannot = /不能|无法|达不到|做不到|做不了|不具备|不支持|不承接|暂不|未达到|尚未|cannot|unable|does not/;

/** What the figures and grades of a profile say to a requirement that has one. */
export function figureFindings(ask: Ask, profile: ReadProfile, on: string): Finding[] {
  const { figure } = ask;
  if (!figure) return [];
  const differences = asksForDifference(`${ask.name.low} ${ask.target.low}`);
  // What stands in a case may be the customer's: 为芯片厂百级洁净室供FFU.
  const lines = ask.ownPlant ? profile.lines.filter(({ field }) => field !== 'cases') : profile.lines;
  return lines.flatMap((line) =>
    line.mentions
      .filter(({ difference }) => differences || !difference)
      .flatMap((mention) => finding(figure, profile, line, mention, on) ?? []),
  );
}
