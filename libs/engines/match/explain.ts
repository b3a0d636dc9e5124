import type { Analyser } from './analysis.js';
import { hasExpired } from './certificate.js';
import { profileLines } from './profile.js';
import type { Query } from './query.js';
import { analyseLines, type SharedLine, sharedLines } from './shared-lines.js';
import type { MatchDemand, MatchFirm } from './types.js';
import type { VerdictEvidence, VerdictState, VerdictWhy } from './verdict/finding.js';
import type { ReadProfile } from './verdict/profile-reading.js';
import { type ReadRequirement, readRegions, readRequirement, verdict } from './verdict/verdict.js';

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

/** Something asked for, read once for all firms. */
export interface ReadAsked {
  readonly asked: Asked;
  readonly read: ReadRequirement;
}

/** What the firm's profile says to something asked for; `line` is the part of it that decides. */
export interface Checked {
  readonly requirement: Asked;
  readonly state: VerdictState;
  readonly why: VerdictWhy;
  readonly line?: VerdictEvidence;
}

export interface Explanation {
  /** Requirements, certificates, process and regions, in this order, each as the demand has them. */
  readonly checked: readonly Checked[];
  /** The first `must` that is known not to be met. */
  readonly excluded?: { readonly requirement: Asked; readonly why: VerdictWhy };
  /** The lines that carry the score, the strongest first. */
  readonly shared: readonly SharedLine[];
}

export interface ExplainInput {
  readonly analyser: Analyser;
  /** How telling a term is: the firm index's `idf`. */
  readonly idf: (term: string) => number;
  /** What the demand asks for: see {@link readDemand}. */
  readonly asked: readonly ReadAsked[];
  /** The query under which the demand was matched. */
  readonly query: Query;
  readonly firm: MatchFirm;
  /** The firm's profile as the verdict reads it; asked for only when something is to be judged. */
  readonly profile: () => ReadProfile;
  /** The day for which it is asked, YYYY-MM-DD. */
  readonly on: string;
}

/** Everything a demand asks for: requirements, certificates, process and regions, in this order. Costs some tenths of a millisecond each. */
export function readDemand({ requirements, certificates, process, regions }: MatchDemand): ReadAsked[] {
  const values = regions?.values ?? [];
  return [
    ...requirements.map((requirement, index): ReadAsked => {
      const { name, must } = requirement;
      return { asked: { kind: 'requirement', index, name, must }, read: readRequirement(requirement) };
    }),
    ...certificates.map(({ name, must }, index): ReadAsked => {
      return { asked: { kind: 'certificate', index, name, must }, read: readRequirement({ name, must }) };
    }),
    ...(process ? [{ name: process, must: false }] : []).map((requirement): ReadAsked => {
      return { asked: { kind: 'process', index: 0, ...requirement }, read: readRequirement(requirement) };
    }),
    ...(values.length > 0 ? [{ name: values.join('、'), must: regions?.must ?? false }] : []).map(
      (requirement): ReadAsked => {
        return { asked: { kind: 'regions', index: 0, ...requirement }, read: readRegions(values, requirement.must) };
      },
    ),
  ];
}

/** Says per thing asked for what is known of the firm on that day, and what the two have in common. Codes and data only. */
export function explain({ analyser, idf, asked, query, firm, profile, on }: ExplainInput): Explanation {
  const checked = asked.map(({ asked: requirement, read }): Checked => {
    const { state, why, evidence } = verdict(read, profile(), on);
    return { requirement, state, why, ...(evidence ? { line: evidence } : {}) };
  });
  const broken = checked.find(({ requirement, state }) => requirement.must && state === 'not-met');
  const inForce = firm.certificates.filter((certificate) => !hasExpired(certificate, on));
  const lines = analyseLines(analyser, profileLines({ ...firm, certificates: inForce }));
  return {
    checked,
    ...(broken ? { excluded: { requirement: broken.requirement, why: broken.why } } : {}),
    shared: sharedLines(analyser, idf, query, lines),
  };
}
