import { isOptional, isPlain, type Read, readFirm } from '#engines/match/read-json';
import type { MatchFirm, MatchRequirement } from '#engines/match/types';
import type { Verdict, VerdictState } from '#engines/match/verdict/finding';
import { readProfile } from '#engines/match/verdict/profile-reading';
import { verdictSentence } from '#engines/match/verdict/texts';
import { readRequirement, verdict } from '#engines/match/verdict/verdict';
import { quantile, readLines, writeLines } from './json-lines.js';

export interface VerdictPairsOptions {
  /** JSON lines, one pair each: `{i, on, requirement, profile, verdict?}`. */
  readonly pairs: string;
  /** Written: a line `{"i", "verdict", "evidence", "why"}` a pair, in their order; there only when all went well. */
  readonly out: string;
  readonly language: 'zh' | 'en';
}

export interface VerdictPairsSummary {
  readonly pairs: number;
  /** Of the pairs that say what is right: how many there are, and the share that is. */
  readonly labelled: number;
  readonly right?: number;
  /** Milliseconds a pair, reading of profile and requirement included. */
  readonly p50: number;
  readonly p95: number;
}

/** One requirement and one firm's profile, to be judged for the day `on`, YYYY-MM-DD. */
export interface Pair {
  readonly i: number | string;
  readonly on: string;
  readonly requirement: MatchRequirement;
  readonly firm: MatchFirm;
  readonly verdict?: string;
}

function requirementOf(json: unknown): Read<MatchRequirement> {
  if (!isPlain(json) || typeof json.name !== 'string') return { problem: 'requirement must have a name' };
  const { name, target, unit, must = false } = json;
  if (!isOptional(target) || !isOptional(unit)) return { problem: 'target and unit of a requirement must be texts' };
  return { value: { name, ...(target ? { target } : {}), ...(unit ? { unit } : {}), must: must === true } };
}

/** The one way in which a pair of the collection becomes the engine's requirement and firm. */
export function readPair(json: unknown): Read<Pair> {
  if (!isPlain(json)) return { problem: 'a pair is an object' };
  const { i, on, profile } = json;
  if (typeof i !== 'number' && typeof i !== 'string') return { problem: 'i must be a number' };
  if (typeof on !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(on)) return { problem: 'on must be a day, YYYY-MM-DD' };
  if (!isOptional(json.verdict)) return { problem: 'verdict must be a text' };
  const requirement = requirementOf(json.requirement);
  if ('problem' in requirement) return requirement;
  const firm = readFirm(isPlain(profile) ? { id: String(i), ...profile } : profile);
  if ('problem' in firm) return firm;
  const given = json.verdict ? { verdict: json.verdict } : {};
  return { value: { i, on, requirement: requirement.value, firm: firm.value, ...given } };
}

/**
 * The format knows no `likely`: what the profile speaks of without deciding it is not yet known to be met, so a reader
 * who trusts `met` is never misled.
 */
const known: Readonly<Record<VerdictState, string>> = {
  met: 'met',
  likely: 'unknown',
  'not-met': 'not-met',
  unknown: 'unknown',
};

/** Of a certificate's validity its last day decides, else the text. */
function evidenceOf({ why, evidence }: Verdict): string {
  if (!evidence) return '';
  const dated = why === 'certificate-valid' || why === 'certificate-expired';
  return dated && evidence.date ? evidence.date : evidence.text;
}

interface Answer {
  /** What is written of it. */
  readonly line: object;
  readonly ms: number;
  readonly right?: boolean;
}

function answer({ i, on, requirement, firm, verdict: given }: Pair, language: 'zh' | 'en'): Answer {
  const start = performance.now();
  const found = verdict(readRequirement(requirement), readProfile(firm), on);
  const ms = performance.now() - start;
  const said = known[found.state];
  const decided = said === 'unknown' ? '' : evidenceOf(found);
  const line = { i, verdict: said, evidence: decided, why: verdictSentence(found, language) };
  return { line, ms, ...(given === undefined ? {} : { right: given === said }) };
}

/** Judges each pair of a file. Throws `BadLine`, or the error of the file system; `out` is left as it was then. */
export async function verdictPairs({ pairs, out, language }: VerdictPairsOptions): Promise<VerdictPairsSummary> {
  const answers = (await readLines(pairs, readPair)).map((pair) => answer(pair, language));
  await writeLines(
    out,
    answers.map(({ line }) => line),
  );
  const labelled = answers.filter(({ right }) => right !== undefined);
  const times = answers.map(({ ms }) => ms).sort((a, b) => a - b);
  return {
    pairs: answers.length,
    labelled: labelled.length,
    ...(labelled.length > 0 ? { right: labelled.filter(({ right }) => right).length / labelled.length } : {}),
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
  };
}
