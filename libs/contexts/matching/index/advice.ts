import type { ReadAsked } from '#engines/match/explain';
import type { MatchFirm, ProfileField } from '#engines/match/types';
import { askedText } from '#engines/match/verdict/texts';

/** Where a firm stands in the list of a demand, from 1, and its score. */
export interface Standing {
  readonly rank: number;
  readonly score: number;
}

/** Something that the demand asks for and the profile does not say; and where the firm would stand if it said so. */
export interface Advice {
  /** Id of the requirement, `certificate:<name>` or `process`. */
  readonly requirement: string;
  readonly name: string;
  readonly must: boolean;
  /** The part of the profile where it belongs. */
  readonly field: ProfileField;
  readonly after: Standing;
}

/** What a firm could add to its profile for a demand, the most useful first. */
export interface Advised {
  readonly now: Standing;
  readonly advice: readonly Advice[];
}

/** A validity that no demand outlives. */
const LONG = '9999-12-31';

/** Where something asked for is said in a profile; none for where the firm is. */
export function fieldFor({ asked: { kind }, read }: ReadAsked): ProfileField | undefined {
  if (kind === 'regions') return undefined;
  if (kind === 'certificate' || read.certificate) return 'certificates';
  return kind === 'process' ? 'processes' : 'text';
}

/** The firm as it would be if its profile said this. Pure. */
export function saying(firm: MatchFirm, { asked, read }: ReadAsked, field: ProfileField): MatchFirm {
  if (field === 'certificates')
    return { ...firm, certificates: [...firm.certificates, { name: asked.name, validUntil: LONG }] };
  return { ...firm, lines: [...firm.lines, { field, text: askedText(read.requirement) }] };
}

/** The better place first, musts before the rest. */
export function byUse(a: Advice, b: Advice): number {
  return Number(b.must) - Number(a.must) || a.after.rank - b.after.rank || b.after.score - a.after.score;
}
