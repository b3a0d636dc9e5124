// What opening and reading the long lists is like in a browser, in front of a real server that holds the firms of a file:
// npm run build && node dist/test/bench/web.bench.js [firms.jsonl] [demands] [visits]

import { chromiumPath, WIDTHS } from '#test/browser/browser';
import { Cast } from '#test/browser/cast';
import { type Figures, listsOf } from '#test/browser/figures';
import { populate } from '#test/browser/population';
import { benchFile } from '#test/kit/bench-files';

const [given, demands = '200', visits = '5'] = process.argv.slice(2);
const file = given ?? benchFile('retrieval/firms.jsonl');
if (!file) throw new Error('give a file of firms, JSON lines');
if (!chromiumPath) throw new Error('No Chromium: apt-get install chromium, or set RULIAN_CHROMIUM.');

/** The best, the middle one and the worst of several visits. */
function spread(all: readonly Figures[], key: keyof Figures): string {
  const values = all.map((figures) => figures[key]).sort((a, b) => a - b);
  return [values[0], values[Math.floor(values.length / 2)], values.at(-1)].join('/');
}

const cast = await Cast.create();
try {
  const people = await populate(cast.deployment, file, [], Number(demands));
  console.log(
    `${people.firms} firms, ${demands} demands; the best, the middle and the worst of ${visits} first visits`,
  );
  for (const width of WIDTHS)
    for (const list of listsOf(people)) {
      const all: Figures[] = [];
      for (let turn = 0; turn < Number(visits); turn += 1)
        all.push(await cast.visit(list, people, { language: 'zh', width }));
      console.log(
        [
          `${list.name}, ${width} px: rows ${spread(all, 'rows')} ms, painted ${spread(all, 'painted')} ms`,
          `script ${spread(all, 'script')} B, shift ${spread(all, 'shift')}`,
          `longest task opening ${spread(all, 'opening')} ms, using ${spread(all, 'using')} ms`,
        ].join('; '),
      );
    }
} finally {
  await cast.destroy();
}
