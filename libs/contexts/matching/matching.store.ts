import type { DecisionState, ProposalState } from '#contracts/match';
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
}

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

export const DECISIONS: CollectionSpec<MatchDecision> = { name: 'match_decision', indexes: {} };

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

export const TRAINING_ROWS: CollectionSpec<TrainingRow> = {
  name: 'training_row',
  indexes: { byAge: { fields: ['at'] } },
};
