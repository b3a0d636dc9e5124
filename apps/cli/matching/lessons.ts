import type { TrainingRowView } from '#contexts/matching/matching.dto';

type Row = Omit<TrainingRowView, 'id' | 'demandId' | 'text'>;

/** A demand with what firms have answered, as `match-train` reads queries: `gold` are those that are interested. */
export interface Lesson {
  readonly task: 'answers';
  readonly text: string;
  readonly gold: readonly string[];
  readonly declined: readonly string[];
  readonly rows: readonly Row[];
}

/** One lesson a demand, in the order of their first answers; of several answers of a firm the last counts. Pure. */
export function lessonsOf(rows: readonly TrainingRowView[]): Lesson[] {
  const demands = new Map<string, Map<string, TrainingRowView>>();
  for (const row of rows) {
    const firms = demands.get(row.demandId) ?? new Map<string, TrainingRowView>();
    demands.set(row.demandId, firms.set(row.firmId, row));
  }
  return [...demands.values()].map((firms) => {
    const last = [...firms.values()];
    const declined = last.filter(({ outcome }) => outcome === 'declined').map(({ firmId }) => firmId);
    return {
      task: 'answers',
      text: last[0]?.text ?? '',
      gold: last.filter(({ outcome }) => outcome !== 'declined').map(({ firmId }) => firmId),
      declined,
      rows: last.map(({ id: _i, demandId: _d, text: _t, ...row }) => row),
    };
  });
}
