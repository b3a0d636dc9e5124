import { createAnalyser } from '#engines/match/analysis';
import { readDictionary } from '#engines/match/dictionary';
import { modelData } from '#engines/match/rank/learned/model-data';
import { readEncoder } from '#engines/match/rank/model';
import { Shard, type ShardMethods } from '#engines/match/rank/shards/shard';
import { serveInLockstep } from '#platform/worker/lockstep';

/** What the thread is given. */
export interface ShardThread {
  readonly dictionary: string;
}

serveInLockstep<ShardMethods, ShardThread>(
  ({ dictionary }) => new Shard(createAnalyser(readDictionary(dictionary)), readEncoder(modelData)),
);
