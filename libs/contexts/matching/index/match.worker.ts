import { createAnalyser } from '#engines/match/analysis';
import { serveWorker } from '#platform/worker/rpc';
import { MatchBook, type MatchBookMethods } from './match-book.js';

const book = new MatchBook(createAnalyser());

serveWorker<MatchBookMethods>({
  apply: (profiles, gone, demands, decided) => book.apply(profiles, gone, demands, decided),
  decide: (demandIds, on) => book.decide(demandIds, on),
  advise: (demandId, firmId, on) => book.advise(demandId, firmId, on),
  affectedBy: (firmIds) => book.affectedBy(firmIds),
  statistics: () => book.statistics(),
});
