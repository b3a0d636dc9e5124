import type { Analyser } from './analysis.js';
import { type CertificateFinding, findCertificate, hasExpired } from './certificate.js';
import { profileLines } from './profile.js';
import type { Query } from './query.js';
import { findRegion, type RegionFinding } from './region.js';
import { type SharedLine, sharedLines } from './shared-lines.js';
import { type AnalysedLine, analyseLines, findStatement } from './statement.js';
import type { MatchDemand, MatchFirm, ProfileField } from './types.js';

/**
 * One thing that a demand asks for. `index` is its position in the demand's `requirements` or `certificates`; 0 for
 * `process` and `regions`. `name` is as the demand writes it, its regions joined by 、.
 */
export interface Asked {
  readonly kind: 'requirement' | 'certificate' | 'process' | 'regions';
  readonly index: number;
  readonly name: string;
  readonly must: boolean;
}

/**
 * `met` and `not-met` are known, `likely` means that a line of the profile speaks of it (it may also speak against it:
 * figures are not read here), `unknown` that none does.
 */
export type State = 'met' | 'likely' | 'not-met' | 'unknown';

/**
 * Why it is so, for the reader's language to say. Of statements: `line-found`; `line-found-figure-open` where the
 * target has a figure that someone must still compare; `line-denies` where the line reads like a denial, a plan or
 * another firm's work; `no-line`.
 */
export type Why =
  | CertificateFinding['why']
  | RegionFinding
  | 'line-found'
  | 'line-found-figure-open'
  | 'line-denies'
  | 'no-line';

/** What decided, as the profile has it; `date` is the line's, or the last day of a certificate's validity. */
export interface Evidence {
  readonly field: ProfileField | 'region';
  readonly text: string;
  readonly date?: string;
}

export interface Checked {
  readonly requirement: Asked;
  readonly state: State;
  readonly why: Why;
  readonly line?: Evidence;
}

export interface Explanation {
  /** Requirements, certificates, process and regions, in this order, each as the demand has them. */
  readonly checked: readonly Checked[];
  /** The first `must` that is known not to be met. */
  readonly excluded?: { readonly requirement: Asked; readonly why: Why };
  /** The lines that carry the score, the strongest first. */
  readonly shared: readonly SharedLine[];
}

export interface ExplainInput {
  readonly analyser: Analyser;
  /** How telling a term is: the firm index's `idf`. */
  readonly idf: (term: string) => number;
  readonly demand: MatchDemand;
  /** The query under which the demand was matched. */
  readonly query: Query;
  readonly firm: MatchFirm;
  /** The day for which it is asked, YYYY-MM-DD. */
  readonly on: string;
}

const states: Readonly<Record<Why, State>> = {
  'certificate-valid': 'met',
  'certificate-undated': 'likely',
  'certificate-expired': 'not-met',
  'certificate-not-named': 'unknown',
  'region-inside': 'met',
  'region-outside': 'not-met',
  'region-unknown': 'unknown',
  'line-found': 'likely',
  'line-found-figure-open': 'likely',
  'line-denies': 'unknown',
  'no-line': 'unknown',
};

function checked(requirement: Asked, why: Why, line?: Evidence): Checked {
  return { requirement, state: states[why], why, ...(line ? { line } : {}) };
}

function checkCertificates({ demand, firm, on }: ExplainInput): Checked[] {
  return demand.certificates.map(({ name, must }, index) => {
    const finding = findCertificate(name, firm.certificates, on);
    const asked: Asked = { kind: 'certificate', index, name, must };
    if (!('held' in finding)) return checked(asked, finding.why);
    const { name: text, validUntil } = finding.held;
    return checked(asked, finding.why, { field: 'certificates', text, ...(validUntil ? { date: validUntil } : {}) });
  });
}

function checkRegions({ demand, firm }: ExplainInput): Checked[] {
  const { values, must } = demand.regions ?? { values: [], must: false };
  if (values.length === 0) return [];
  const asked: Asked = { kind: 'regions', index: 0, name: values.join('、'), must };
  return [
    checked(asked, findRegion(firm.region, values), firm.region ? { field: 'region', text: firm.region } : undefined),
  ];
}

function checkStatement({ analyser, idf }: ExplainInput, lines: readonly AnalysedLine[], asked: Asked, target = '') {
  const found = findStatement(analyser, idf, `${asked.name} ${target}`, lines);
  if (found === undefined) return checked(asked, 'no-line');
  if (found.denied) return checked(asked, 'line-denies', found.line);
  return checked(asked, /\d/.test(target) ? 'line-found-figure-open' : 'line-found', found.line);
}

/** Says per thing asked for what is known of the firm on that day, and what the two have in common. Codes and data only. */
export function explain(input: ExplainInput): Explanation {
  const { analyser, idf, demand, query, firm, on } = input;
  const inForce = firm.certificates.filter((certificate) => !hasExpired(certificate, on));
  const lines = analyseLines(analyser, profileLines({ ...firm, certificates: inForce }));
  const statements = lines.filter(({ line }) => line.field !== 'name');
  const requirements = demand.requirements.map(({ name, target, must }, index) =>
    checkStatement(input, statements, { kind: 'requirement', index, name, must }, target),
  );
  const { process } = demand;
  const asked: Asked[] = process ? [{ kind: 'process', index: 0, name: process, must: false }] : [];
  const processes = asked.map((one) => checkStatement(input, statements, one));
  const all = [...requirements, ...checkCertificates(input), ...processes, ...checkRegions(input)];
  const broken = all.find(({ requirement, state }) => requirement.must && state === 'not-met');
  return {
    checked: all,
    ...(broken ? { excluded: { requirement: broken.requirement, why: broken.why } } : {}),
    shared: sharedLines(analyser, idf, query, lines),
  };
}
