import type { Analyser } from '../analysis.js';
import { ANSWER_IDS, type EvaluationQuery, type Metrics, mean, measure } from '../evaluate.js';
import type { MatchFirm } from '../types.js';
import type { BoostSettings } from './boost.js';
import {
  type Calibration,
  calibrate,
  type Outcome,
  probability,
  type Reliability,
  reliability,
} from './calibration.js';
import { Encoder } from './encoder.js';
import { type EncodedLine, encoderSettings, trainEncoder } from './encoder-training.js';
import { learnTrees } from './ensemble.js';
import { featureNames } from './feature-names.js';
import { type ModelData, readEncoder, writeEncoder } from './model.js';
import { type Teacher, toldBy } from './told-training.js';
import { boostData, type DescribedQuery, describe, encodedLines, foldsOf, withhold } from './training.js';
import { packTrees, readTree, type TreeNode, treeScore, writeTree } from './trees.js';

export const FOLDS = 5;

/** Collections made of the firms' own lines, to learn from besides the given queries. */
const WITHHELD = [
  { patents: 2_000, domains: 600, stay: 25, seed: 101 },
  { patents: 2_000, domains: 600, stay: 25, seed: 202 },
  { patents: 2_000, domains: 600, stay: 25, seed: 303 },
] as const;

/** A given query counts as much as so many made ones. */
const GIVEN_COUNT = 2;

const usual = {
  trees: 100,
  rate: 0.08,
  leaves: 24,
  leastRows: 150,
  smoothing: 2,
  featureShare: 0.35,
  groupShare: 0.8,
} as const;

/** One model a loss; the mean of the three ranks. */
export const boostSettings: readonly BoostSettings[] = [
  { ...usual, loss: 'list', seed: 7 },
  { ...usual, loss: 'pair', seed: 8 },
  { ...usual, loss: 'point', seed: 9 },
];

export interface Learned {
  readonly model: ModelData;
  /** Out of fold, on the given queries, by task. */
  readonly figures: Readonly<Record<string, Metrics>>;
  readonly reliability: Reliability;
  /** Share of the final trees' splits, by feature, the most used first. */
  readonly use: readonly (readonly [string, number])[];
}

interface Judged {
  readonly fold: number;
  readonly outcomes: readonly Outcome[];
}

interface Ranked {
  readonly ids: readonly string[];
  /** Of the firms that an answer holds: what a probability is stated of. */
  readonly outcomes: readonly Outcome[];
}

function rank(query: DescribedQuery, trees: ReturnType<typeof packTrees>): Ranked {
  const right = new Set(query.gold);
  const scores = Float64Array.from(query.ids, (_, at) => treeScore(trees, query.rows, at * featureNames.length));
  const order = query.ids.map((_, at) => at).sort((a, b) => scores[b]! - scores[a]! || a - b);
  return {
    ids: order.map((at) => query.ids[at]!),
    outcomes: order.slice(0, ANSWER_IDS).map((at) => ({ score: scores[at]!, right: right.has(query.ids[at]!) })),
  };
}

/** As they will be once they have been written down and read. */
const packed = (trees: readonly TreeNode[]) => packTrees(trees.map(writeTree).map(readTree));

/** What is learned from the queries that may be looked at. Each time a given query is repeated, other candidates are drawn. */
function treesOf(
  given: readonly DescribedQuery[],
  made: readonly DescribedQuery[],
  may: (query: DescribedQuery) => boolean,
): TreeNode[] {
  const repeated = Array.from({ length: GIVEN_COUNT }, () => given).flat();
  return learnTrees(boostData([...repeated, ...made].filter(may), 11), boostSettings);
}

/** Each fold's calibration is learned on the others' outcomes. */
function judge(judged: readonly Judged[]): Reliability {
  const folds = Array.from({ length: FOLDS }, (_, fold) => {
    const others = judged.filter((each) => each.fold !== fold).flatMap(({ outcomes }) => outcomes);
    const calibration = calibrate(others);
    const own = judged.filter((each) => each.fold === fold).flatMap(({ outcomes }) => outcomes);
    return own.map((outcome) => ({ said: probability(calibration, outcome.score), right: outcome.right }));
  });
  return reliability(folds.flat());
}

/** Learns vectors, from what the teacher says of the same lines; they are as the product will have them: 8 bits a number. */
function encoderOf(lines: readonly (readonly EncodedLine[])[], teacher: Teacher, seed: number): Encoder {
  const settings = { ...encoderSettings, seed };
  return readEncoder(writeEncoder(trainEncoder(lines, settings, (encoder) => toldBy(teacher, encoder, lines))));
}

function use(trees: readonly TreeNode[]): [string, number][] {
  const counts = new Map<string, number>();
  let total = 0;
  const visit = ({ split }: TreeNode): void => {
    if (!split) return;
    const name = featureNames[split.feature]!;
    counts.set(name, (counts.get(name) ?? 0) + 1);
    total += 1;
    visit(split.below);
    visit(split.above);
  };
  for (const tree of trees) visit(tree);
  return [...counts].map(([name, count]): [string, number] => [name, count / total]).sort((a, b) => b[1] - a[1]);
}

/** What a ranking is learned from. */
export interface Lessons {
  readonly encoder: Encoder;
  readonly given: readonly DescribedQuery[];
  /** Made of the firms' own lines. */
  readonly made: readonly DescribedQuery[];
}

/**
 * Learns the vectors, with a teacher who was asked for {@link linesToTeach}, and describes the candidates of given queries and of
 * made ones. Takes minutes.
 */
export function prepare(
  analyser: Analyser,
  firms: readonly MatchFirm[],
  queries: readonly EvaluationQuery[],
  teacher: Teacher,
  say: (line: string) => void,
): Lessons {
  const encoder = encoderOf(encodedLines(analyser, firms), teacher, encoderSettings.seed);
  say(`vectors of ${encoder.data.terms.length} terms`);
  const given = describe(analyser, { firms, queries }, encoder);
  say(`${given.length} given queries described`);
  const made = WITHHELD.flatMap((withheld) => {
    const collection = withhold(firms, withheld);
    const own = encoderOf(encodedLines(analyser, collection.firms), teacher, withheld.seed);
    const described = describe(analyser, collection, own);
    say(`${described.length} queries made of the firms' own lines`);
    return described;
  });
  return { encoder, given, made };
}

/**
 * Learns a ranking. All figures are out of fold: {@link FOLDS} folds of the given
 * queries, queries with a right firm in common in the same one, and nothing made of a fold's right firms is learned
 * from while the fold is judged. Takes minutes. `say` hears of the progress.
 */
export function learn(
  { encoder, given, made }: Lessons,
  about: { readonly data: string; readonly date: string; readonly teacher: string },
  say: (line: string) => void,
): Learned {
  const folds = foldsOf(given, FOLDS, 5);
  const measured = new Map<string, Metrics[]>();
  const judged: Judged[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const held = new Set(given.flatMap(({ gold }, at) => (folds[at] === fold ? gold : [])));
    const trees = packed(treesOf(given, made, ({ gold }) => !gold.some((id) => held.has(id))));
    for (const [at, query] of given.entries()) {
      if (folds[at] !== fold) continue;
      const { ids, outcomes } = rank(query, trees);
      measured.set(query.task, [...(measured.get(query.task) ?? []), measure(ids, query.gold)]);
      judged.push({ fold, outcomes });
    }
    say(`fold ${fold + 1} of ${FOLDS}`);
  }
  const figures = Object.fromEntries([...measured].map(([task, all]) => [task, mean(all)]));
  const reliable = judge(judged);
  const trees = treesOf(given, made, () => true);
  const calibration: Calibration = calibrate(judged.flatMap(({ outcomes }) => outcomes));
  const model: ModelData = {
    provenance: {
      data: `${about.data}; ${given.length} queries with gold, ${made.length} made of the firms' own lines`,
      teacher: about.teacher,
      date: about.date,
      folds: FOLDS,
      figures: rounded(figures),
      logLoss: round(reliable.logLoss),
      baseLogLoss: round(reliable.baseLogLoss),
    },
    features: featureNames,
    calibration,
    trees: trees.map(writeTree),
    ...writeEncoder(encoder.data),
  };
  return { model, figures, reliability: reliable, use: use(trees) };
}

const round = (value: number) => Math.round(value * 10_000) / 10_000;

function rounded(figures: Readonly<Record<string, Metrics>>): Record<string, Record<string, number>> {
  return Object.fromEntries(
    Object.entries(figures).map(([task, metrics]) => [
      task,
      Object.fromEntries(Object.entries(metrics).map(([name, value]) => [name, round(value)])),
    ]),
  );
}
