import { workerData } from 'node:worker_threads';
import { createAnalyser } from '#engines/match/analysis';
import { readDictionary } from '#engines/match/dictionary';
import { modelData } from '#engines/match/rank/learned/model-data';
import { readModel } from '#engines/match/rank/model';
import { serveWorker } from '#platform/worker/rpc';
import { MatchBook, type MatchBookMethods } from './match-book.js';

const book = new MatchBook(createAnalyser(readDictionary(workerData)), readModel(modelData));

serveWorker<MatchBookMethods>({
  apply: (profiles, gone, demands, decided) => book.apply(profiles, gone, demands, decided),
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
