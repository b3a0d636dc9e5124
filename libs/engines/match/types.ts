/** The parts of a firm's profile that matching reads. `name` is the firm's own name. */
export type ProfileField =
  | 'name'
  | 'products'
  | 'processes'
  | 'equipment'
  | 'certificates'
  | 'patents'
  | 'cases'
  | 'capacity'
  | 'domains'
  | 'industries'
  | 'text';

/** One statement of a profile. `date` (ISO 8601) says when it was made or confirmed, where that is known. */
export interface ProfileLine {
  readonly field: ProfileField;
  readonly text: string;
  readonly date?: string;
}

/** A certificate that a firm names. `validUntil` is the last day of validity, YYYY-MM-DD; absent or '' when not known. */
export interface HeldCertificate {
  readonly name: string;
  readonly number?: string;
  readonly validUntil?: string;
}

/** A firm as matching sees it. `certificates` are searched as lines of their own: `lines` need not repeat them. */
export interface MatchFirm {
  readonly id: string;
  readonly name: string;
  /** As written, e.g. 山东省青岛市城阳区. */
  readonly region?: string;
  readonly lines: readonly ProfileLine[];
  readonly certificates: readonly HeldCertificate[];
  readonly tier?: string;
}

/** One measurable condition of a demand, e.g. `{ name: '定位精度', target: '≤0.02', unit: 'mm', must: true }`. */
export interface MatchRequirement {
  readonly name: string;
  readonly target?: string;
  readonly unit?: string;
  readonly must: boolean;
}

/** A certificate that a demand asks for, e.g. `{ name: 'ISO 9001', must: true }`. */
export interface WantedCertificate {
  readonly name: string;
  readonly must: boolean;
}

/** A demand as matching sees it. Everything but `id` and `title` may be empty. */
export interface MatchDemand {
  readonly id: string;
  readonly title: string;
  readonly background?: string;
  readonly process?: string;
  readonly chain?: string;
  readonly link?: string;
  /** How much is wanted, as written, e.g. 20万件/年. */
  readonly quantity?: string;
  readonly requirements: readonly MatchRequirement[];
  readonly certificates: readonly WantedCertificate[];
  /** A firm in any one of `values` fits. Absent or without values: anywhere. */
  readonly regions?: { readonly values: readonly string[]; readonly must: boolean };
  /** Ids of firms that must not hear of this demand. */
  readonly blocked: readonly string[];
}
