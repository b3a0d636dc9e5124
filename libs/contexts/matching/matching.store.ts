import type { CurationChange, CurationState, DecisionState, ProposalState } from '#contracts/match';
import type { CollectionSpec, Doc } from '#ports/store/store';
import type { DecisionChange } from './changes/decision-change.js';
import type { TrainingRow } from './learn/training-row.js';
import type { Allowance } from './release/allowance.rules.js';

/** The last decision for a demand; the id is the demand's. `digest` tells whether a new one says anything new. */
export interface MatchDecision extends DecisionState, Doc {
  readonly digest: string;
  readonly decidedAt: string;
  /** What the last changes of the demand did to the list, newest first. */
  readonly changes?: readonly DecisionChange[];
  /** When it was decided, while it is open and waits for staff. */
  readonly heldKey?: string;
}

/** What staff have laid down for the list of one demand; the id is the demand's. */
export interface Curation extends CurationState, Doc {
  readonly version: number;
}

/** One line of the history of a list; written from the curation's own events. */
export interface CurationHistoryEntry extends Doc, CurationChange {
  readonly demandId: string;
  readonly curationVersion: number;
}

/** What the programme has laid down for all lists; one document, {@link PROGRAMME}. */
export interface MatchingSettings extends Doc {
  /** New lists wait for staff. */
  readonly hold: boolean;
  readonly byName: string;
  readonly at: string;
}

export const PROGRAMME = 'programme';

/** A proposal as stored, with the keys that hold only while they should. */
export interface Proposal extends ProposalState, Doc {
  readonly version: number;
  readonly digest: string;
  /** Version of the decision that wrote it last. */
  readonly decisionVersion: number;
  /** Demand id while the proposal is open. */
  readonly openDemand?: string;
  /** Organisation that may read it: once released. */
  readonly reader?: string;
  /** Firm id while the proposal is open and the firm has no account. */
  readonly inviteKey?: string;
  /** Organisation that is not told yet, while its week is full. */
  readonly waitingKey?: string;
}

export const DECISIONS: CollectionSpec<MatchDecision> = {
  name: 'match_decision',
  indexes: { held: { fields: ['heldKey'] } },
};

export const CURATIONS: CollectionSpec<Curation> = { name: 'curation', indexes: {} };

export const CURATION_HISTORY: CollectionSpec<CurationHistoryEntry> = {
  name: 'curation_history',
  indexes: { byDemand: { fields: ['demandId', 'curationVersion'] } },
};

export const MATCHING_SETTINGS: CollectionSpec<MatchingSettings> = { name: 'matching_setting', indexes: {} };

export const PROPOSALS: CollectionSpec<Proposal> = {
  name: 'proposal',
  indexes: {
    ofDemand: { fields: ['demandId'] },
    byDemand: { fields: ['openDemand', 'rank'] },
    byReader: { fields: ['reader', 'updatedAt'] },
    byAge: { fields: ['updatedAt'] },
    toInvite: { fields: ['inviteKey'] },
    waiting: { fields: ['waitingKey'] },
  },
};

export const ALLOWANCES: CollectionSpec<Allowance> = {
  name: 'proposal_allowance',
  indexes: { due: { fields: ['dueAt'] } },
};

/** What a model outside has made of a text; the id is a digest of the model's name and the text. */
export interface MeaningVector extends Doc {
  /** 32 bits a number, in base64. */
  readonly numbers: string;
}

export const MEANING_VECTORS: CollectionSpec<MeaningVector> = { name: 'meaning_vector', indexes: {} };

export const TRAINING_ROWS: CollectionSpec<TrainingRow> = {
  name: 'training_row',
  indexes: { byAge: { fields: ['at'] } },
};
