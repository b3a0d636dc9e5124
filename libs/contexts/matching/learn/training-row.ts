import type { ProposalState } from '#contracts/match';
import { idFrom } from '#platform/ids';
import type { LogEvent } from '#ports/event';
import type { Doc } from '#ports/store/store';
import type { Breakdown } from '../index/breakdown.js';

/** What came of a proposal, with what the ranking saw of it at that moment: what the ranking can be taught with. */
export interface TrainingRow extends Doc {
  readonly at: string;
  readonly demandId: string;
  readonly firmId: string;
  /** `interested`, `declined`; what follows an answer (shortlist, contract) will be further outcomes. */
  readonly outcome: string;
  readonly reasons: readonly string[];
  /** What the learned ranking had read of the demand. */
  readonly text: string;
  readonly rank: number;
  readonly score: number;
  /** Values of the learned features and of what is set by hand, by name; those that are 0 are left out. */
  readonly features: Readonly<Record<string, number>>;
  readonly byHand: Readonly<Record<string, number>>;
}

/** Five digits tell more than any split of a tree. */
const short = (value: number): number => Number(value.toPrecision(5));

const telling = (values: readonly (readonly [string, number])[]): Record<string, number> =>
  Object.fromEntries(values.filter(([, value]) => value !== 0).map(([name, value]) => [name, short(value)]));

/** The row of an answer; undefined for an event that is none. Pure: the same event gives the row of the same id. */
export function trainingRow(
  { id, data: { answer, demandId, firmId, rank, score } }: LogEvent<ProposalState>,
  { text, learned, byHand }: Breakdown,
): Omit<TrainingRow, 'version'> | undefined {
  if (!answer) return undefined;
  return {
    id: idFrom('training', id),
    ...{ at: answer.at, demandId, firmId, outcome: answer.answer, reasons: answer.reasons },
    ...{ text, rank, score },
    features: telling(learned.map(({ feature, value }) => [feature, value])),
    byHand: telling(byHand.map(({ part, value }) => [part, value])),
  };
}
