import type { EngagementChange, PersonRef } from './engagement.js';

/** What responses are judged by. Others may be added; these have names of their own in both languages. */
export const USUAL_CRITERIA = ['team', 'ability', 'plan', 'fit'] as const;

export interface Criterion {
  readonly id: string;
  /** Of a criterion that is none of the usual ones. */
  readonly name?: string;
  /** Greater than 0; what counts is its share of all weights. */
  readonly weight: number;
}

/** What one evaluator says of one response: 0 to 10 for each criterion. */
export interface Sheet {
  readonly personId: string;
  readonly responseId: string;
  readonly scores: Readonly<Record<string, number>>;
  readonly note?: string;
  readonly at: string;
}

/** A person who judges: of the owner of the demand, or of staff. */
export interface Evaluator extends PersonRef {
  readonly organisationId: string;
}

/** State carried by `evaluation.changed`: how the responses to one demand are judged; the id is the demand's. */
export interface EvaluationState {
  readonly id: string;
  readonly version: number;
  readonly ownerId: string;
  readonly demandTitle: string;
  readonly criteria: readonly Criterion[];
  readonly evaluators: readonly Evaluator[];
  readonly responseIds: readonly string[];
  readonly sheets: readonly Sheet[];
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** Data of `evaluation.changed`. */
export interface EvaluationEventData {
  readonly evaluation: EvaluationState;
  /** Who judges from now on and did not before. */
  readonly named?: readonly Evaluator[];
  /** With this change all sheets are in. */
  readonly complete?: boolean;
  readonly change: EngagementChange;
}
