import type { Command } from './crash-product.js';

export interface DemandDoc {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly status: string;
  readonly background?: string;
}

/** One command on a demand, by the name its history gives it. Without `answered` nobody knows whether it happened. */
export interface DemandStep {
  readonly action: string;
  readonly answered?: DemandDoc;
}

/** A demand as its only writer knows it. */
export interface DemandBook {
  readonly id: string;
  readonly serial: string;
  readonly owner: number;
  readonly steps: DemandStep[];
  status: string;
}

export interface ProfileDoc {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly products: readonly string[];
  readonly organisationId?: string;
  readonly claimed: boolean;
}

/** A claimed firm as its own person knows it. */
export interface FirmBook {
  readonly name: string;
  readonly kind: number;
  readonly organisationId: string;
  readonly personId: string;
  readonly token: string;
  readonly profileId: string;
  readonly claimId: string;
  /** Version after the hand-over. */
  readonly from: number;
  readonly changes: { readonly products: readonly string[]; readonly answered?: ProfileDoc }[];
}

/** A firm that only imports write: what was imported last, and how often it changed. */
export interface ImportedBook {
  readonly name: string;
  products: readonly string[];
  /** What the first row of the last file that changed it said: the same again changes nothing. */
  said: readonly string[];
  version: number;
}

export interface ImportDoc {
  readonly id: string;
  readonly fileName: string;
  readonly status: string;
  readonly rows: number;
  readonly handled: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly kept: number;
  readonly problemCount: number;
}

export type Counts = Pick<ImportDoc, 'rows' | 'created' | 'updated' | 'unchanged' | 'kept'>;

/** An import that was accepted, with the counts it must end with. */
export interface ImportBook {
  readonly id: string;
  readonly fileName: string;
  readonly expected: Counts;
}

/** A command with a key that was answered: to be asked again at the end. */
export interface Repeatable {
  readonly command: Command;
  readonly answer: unknown;
}

/** Everything the clients of a run have been told. */
export class Ledger {
  readonly demands: DemandBook[] = [];
  readonly firms: FirmBook[] = [];
  readonly imported = new Map<string, ImportedBook>();
  readonly imports: ImportBook[] = [];
  readonly repeatables: Repeatable[] = [];

  /** Remembers an answered command that can be asked again. */
  note(command: Command, answer: unknown): void {
    if (command.key) this.repeatables.push({ command, answer });
  }
}
