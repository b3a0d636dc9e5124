import type { EvaluationState } from '#contracts/evaluation';
import type { CollectionSpec, Doc } from '#ports/store/store';

/** How the responses to one demand are judged. One document, so that nobody's last sheet can miss that all are in. */
export interface Evaluation extends EvaluationState, Doc {
  readonly version: number;
}

export const EVALUATIONS: CollectionSpec<Evaluation> = { name: 'evaluation', indexes: {} };
