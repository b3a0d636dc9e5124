import { describe, expect, it } from '@jest/globals';
import { madeUpRanking } from '#test/kit/made-up-ranking';
import { randomOf, shuffle } from '../../../random.js';
import { createAnalyser } from '../../analysis.js';
import type { MatchFirm } from '../../types.js';
import { modelData } from '../learned/model-data.js';
import { readModel } from '../model.js';
import { Ranker } from '../ranker.js';
import type { Ranking } from '../ranking.js';
import { shardOf } from './merge.js';
import { Shard, type ShardPort, shardHere } from './shard.js';
import { ShardedRanker } from './sharded-ranker.js';

const random = randomOf(23);
const { analyser, model, words, firm } = madeUpRanking(random);
const ids = Array.from({ length: 400 }, (_, at) => `f${at}`);
const sharded = (shards: number) =>
  new ShardedRanker(
    analyser,
    model,
    Array.from({ length: shards }, () => shardHere(new Shard(analyser, model.encoder))),
  );

/** All that a ranking says of some texts and firms. */
function said(ranking: Ranking, texts: readonly string[], about: readonly string[]): unknown[] {
  return texts.map((text) => {
    const framed = ranking.framed(text);
    const within = framed ? ranking.rankIn(framed.frame, about) : [];
    return { framed, within, breakdowns: about.slice(0, 4).map((id) => ranking.breakdown(text, id)) };
  });
}

describe('ShardedRanker', () => {
  it('spreads firms over all shards', () => {
    const counts = [0, 0, 0];
    for (const id of ids) counts[shardOf(id, 3)]! += 1;
    expect(Math.min(...counts)).toBeGreaterThan(80);
  });

  it('says what one index says, to the last bit, whatever comes, changes and goes', () => {
    const whole = new Ranker(analyser, model);
    const parts = [sharded(3), sharded(7)];
    const all: Ranking[] = [whole, ...parts];
    let named = 0;
    for (let round = 0; round < 8; round += 1) {
      for (let change = 0; change < 90; change += 1) {
        const id = ids[Math.floor(random() * ids.length)]!;
        // More come in the first rounds, more go in the last.
        if (random() < 0.11 * round) {
          const [gone, ...others] = all.map((ranking) => ranking.remove(id));
          expect(others).toEqual(parts.map(() => gone));
        } else {
          const one = firm(id);
          for (const ranking of all) ranking.put(one);
        }
      }
      const texts = ['', 'unheard of', ...Array.from({ length: 6 }, () => words(5))];
      const about = [...shuffle(ids, random).slice(0, 30), 'nobody'];
      const expected = said(whole, texts, about);
      for (const ranking of parts) {
        expect(ranking.size).toBe(whole.size);
        expect(said(ranking, texts, about)).toEqual(expected);
      }
      named += whole.rank(texts.at(-1)!, 50).length;
    }
    expect(named).toBeGreaterThan(150);
  });

  it('knows in an old frame what has changed since, as one index does', () => {
    const all: Ranking[] = [new Ranker(analyser, model), sharded(3)];
    for (const id of ids) {
      const one = firm(id);
      for (const ranking of all) ranking.put(one);
    }
    const texts = Array.from({ length: 10 }, () => `w1 ${words(4)}`);
    const frames = texts.map((text) => all.map((ranking) => ranking.framed(text)!));
    for (const [first] of frames) {
      const leader = first!.ranked[0]!.id;
      for (const ranking of all) ranking.remove(leader);
      const others = shuffle(ids, random).slice(0, 20);
      for (const id of others) {
        const one = firm(id);
        for (const ranking of all) ranking.put(one);
      }
      for (const [whole, part] of frames) {
        const [expected, found] = [all[0]!.rankIn(whole!.frame, others), all[1]!.rankIn(part!.frame, others)];
        expect(found).toEqual(expected);
      }
    }
  });

  it('says the same of texts in Chinese by the model that ships', () => {
    const things = [
      '滚珠丝杠',
      '伺服电机',
      '减速器',
      '真空泵',
      '碳纤维',
      '注塑模具',
      '激光切割机',
      '轴承钢',
      '环保涂料',
      '机器视觉',
    ];
    const about = ['精密', '智能', '新能源汽车', '航空', '医疗', '耐高温', '一种自动', '一体化'];
    const ends = ['装置', '检测方法', '生产线', '行业', '零部件', '控制系统'];
    const of = (from: readonly string[]) => from[Math.floor(random() * from.length)]!;
    const line = () => `${of(about)}${of(things)}${of(ends)}`;
    const learned = readModel(modelData);
    const reading = createAnalyser();
    const whole = new Ranker(reading, learned);
    const part = new ShardedRanker(
      reading,
      learned,
      Array.from({ length: 3 }, () => shardHere(new Shard(reading, learned.encoder))),
    );
    for (let at = 0; at < 600; at += 1) {
      const one: MatchFirm = {
        id: `f${at}`,
        name: `青岛${of(things)}科技有限公司`,
        lines: [
          { field: 'domains', text: `${of(about)}${of(things)}` },
          ...Array.from({ length: Math.floor(random() * 4) }, () => ({ field: 'patents' as const, text: line() })),
        ],
        certificates: [],
      };
      whole.put(one);
      part.put(one);
    }
    for (let query = 0; query < 12; query += 1) {
      const text = line();
      const expected = whole.framed(text)!;
      expect(expected.ranked.length).toBeGreaterThan(100);
      expect(part.framed(text)).toEqual(expected);
    }
  });

  it('takes in the others of a batch where one firm cannot be read', () => {
    const shard = new Shard(analyser, model.encoder);
    const broken = { ...firm('broken'), lines: [{ field: 'products', text: null as unknown as string }] } as MatchFirm;
    const others = ['a', 'b'].map((id) => ({ ...firm(id), name: 'w1' }));
    expect(() => shard.apply([others[0]!, broken, others[1]!, 'nobody'])).toThrow(TypeError);
    expect(shard.find(['a', 'b', 'c']).map(Boolean)).toEqual([true, true, false]);
  });

  it('lets no shard fall far behind, and passes on what one throws without losing the thread', () => {
    let failing = false;
    let [waiting, most] = [0, 0];
    const port = (shard: Shard): ShardPort => {
      const here = shardHere(shard);
      const answers: (() => unknown)[] = [];
      return {
        post: (method, ...args) => {
          waiting += method === 'apply' ? 1 : 0;
          most = Math.max(most, waiting);
          const fails = failing && method === 'look';
          here.post(method, ...args);
          answers.push(() => {
            const answer = here.take();
            waiting -= method === 'apply' ? 1 : 0;
            if (fails) throw new Error('this shard fails');
            return answer;
          });
        },
        take: () => answers.shift()!(),
      };
    };
    const shards = [port(new Shard(analyser, model.encoder)), shardHere(new Shard(analyser, model.encoder))];
    const ranker = new ShardedRanker(analyser, model, shards);
    const whole = new Ranker(analyser, model);
    for (let at = 0; at < 3_000; at += 1) {
      const one = firm(`g${at}`);
      ranker.put(one);
      whole.put(one);
    }
    expect(most).toBe(8);
    failing = true;
    expect(() => ranker.rank('w1 w2', 10)).toThrow('this shard fails');
    failing = false;
    expect(ranker.rank('w1 w2', 10)).toEqual(whole.rank('w1 w2', 10));
  });
});
