import { workerData } from 'node:worker_threads';
import { createAnalyser } from '#engines/match/analysis';
import { readDictionary } from '#engines/match/dictionary';
import { modelData } from '#engines/match/rank/learned/model-data';
import { readModel } from '#engines/match/rank/model';
import type { ShardPort } from '#engines/match/rank/shards/shard';
import { ShardedRanker } from '#engines/match/rank/shards/sharded-ranker';
import { callInLockstep } from '#platform/worker/lockstep';
import { serveWorker } from '#platform/worker/rpc';
import { readImage, removeImage, writeImage } from './image-file.js';
import { imageMaker } from './image-maker.js';
import { type BookImage, MatchBook, type MatchBookMethods } from './match-book.js';
import type { ShardThread } from './shard.worker.js';

/** What the thread is given. */
export interface IndexThread {
  readonly dictionary: string;
  /** Where the image of the index is kept; none without it. */
  readonly file?: string;
  /** Threads that hold the firms for the learned ranking; 1: this one does. */
  readonly shards: number;
}

const { dictionary, file, shards } = workerData as IndexThread;
const analyser = createAnalyser(readDictionary(dictionary));
const model = readModel(modelData);
const of = file === undefined ? '' : imageMaker(dictionary);

/** Firms in threads of their own, so that several processors index and rank at the same time. */
function sharded(): ShardedRanker | undefined {
  if (shards === 1) return undefined;
  const data: ShardThread = { dictionary };
  const start = (): ShardPort => callInLockstep(new URL('./shard.worker.js', import.meta.url), data);
  return new ShardedRanker(analyser, model, Array.from({ length: shards }, start));
}

function begin(): { book: MatchBook; position: string } {
  const found = file === undefined ? undefined : readImage<BookImage>(file, of);
  return { book: new MatchBook(analyser, model, found?.image, sharded()), position: found?.position ?? '' };
}

let { book, position: startedAt } = begin();

serveWorker<MatchBookMethods>({
  startedAt: () => startedAt,
  startAnew: () => {
    if (file !== undefined) removeImage(file);
    book = new MatchBook(analyser, model);
    startedAt = '';
  },
  keep: (position) => {
    if (file !== undefined) writeImage(file, { of, position }, book.image());
  },
  apply: (profiles, gone, demands, decided) => book.apply(profiles, gone, demands, decided),
  sayingsOf: (firmIds) => book.sayingsOf(firmIds),
  meaningsOf: (demandIds) => book.meaningsOf(demandIds),
  learn: (firms, texts) => book.learn(firms, texts),
  decide: (demandIds, on, steerings) => book.decide(demandIds, on, steerings),
  contradictions: (demandId, firmId, on) => book.contradictions(demandId, firmId, on),
  candidates: (demandId, on) => book.candidates(demandId, on),
  like: (demandId) => book.like(demandId),
  preview: (state, on) => book.preview(state, on),
  advise: (demandId, firmId, on) => book.advise(demandId, firmId, on),
  breakdown: (demandId, firmId, on) => book.breakdown(demandId, firmId, on),
  coverage: () => book.coverage(),
  affectedBy: (firmIds, on) => book.affectedBy(firmIds, on),
  settle: (decisions) => book.settle(decisions),
  outdated: (decisions, on) => book.outdated(decisions, on),
  statistics: () => book.statistics(),
});
