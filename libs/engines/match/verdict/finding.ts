import type { ProfileField } from '../types.js';

/** `met` and `not-met` are decided by a text of the profile; `likely` means that one speaks for it but leaves a doubt. */
export type VerdictState = 'met' | 'likely' | 'not-met' | 'unknown';

/** What of the profile decides: the text as written, its field, and its date or a certificate's last day. */
export interface VerdictEvidence {
  readonly field: ProfileField | 'region';
  readonly text: string;
  readonly date?: string;
}

/** Why it is so. See texts.ts for the sentences. */
export type VerdictWhy =
  | 'figure-met'
  | 'figure-not-met'
  | 'figure-open'
  | 'figure-planned'
  | 'grade-met'
  | 'grade-not-met'
  | 'grade-open'
  | 'stated'
  | 'stated-partly'
  | 'stated-in-case'
  | 'absence-stated'
  | 'presence-stated'
  | 'contrary'
  | 'in-house'
  | 'denied'
  | 'outsourced'
  | 'planned'
  | 'former'
  | 'others'
  | 'certificate-valid'
  | 'certificate-undated'
  | 'certificate-expired'
  | 'certificate-superseded'
  | 'certificate-level'
  | 'certificate-scope'
  | 'certificate-stated'
  | 'region-inside'
  | 'region-outside'
  | 'region-unknown'
  | 'silent';

/** The verdict on one requirement. `asked` and `found` are for the sentence: what is asked, and what stands against it. */
export interface Verdict {
  readonly state: VerdictState;
  readonly why: VerdictWhy;
  readonly evidence?: VerdictEvidence;
  readonly asked: string;
  readonly found?: string;
}

/** A finding about a requirement, before the best is chosen; the higher `weight` (0 to 1) is more about what is asked. */
export interface Finding {
  readonly state: VerdictState;
  readonly why: VerdictWhy;
  readonly evidence?: VerdictEvidence;
  readonly weight: number;
}

const order: Readonly<Record<VerdictState, number>> = { met: 3, 'not-met': 2, likely: 1, unknown: 0 };

/** Findings this much apart in weight are about the same thing. */
const SAME = 0.08;

/**
 * The finding that decides: decided ones before likely ones, the more fitting first, and of equals `met`, since one product
 * or machine that meets a requirement is enough. What more a profile says can therefore not make a decided one unknown.
 */
export function decide(findings: readonly Finding[]): Finding | undefined {
  const decided = findings.filter(({ state }) => state === 'met' || state === 'not-met');
  const from = decided.length > 0 ? decided : findings;
  const best = Math.max(...from.map(({ weight }) => weight), 0);
  let chosen: Finding | undefined;
  for (const finding of from) {
    if (finding.weight < best - SAME) continue;
    if (!chosen || order[finding.state] > order[chosen.state]) chosen = finding;
  }
  return chosen;
}
