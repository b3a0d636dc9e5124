import type { Command } from 'commander';
import type { CoverageView } from '#contexts/matching/matching.dto';
import { writeLines } from '../json-lines.js';
import type { Surroundings } from '../operations.js';
import { table } from '../table.js';
import { withServer } from '../with-server.js';
import { lessonsOf } from './lessons.js';
import { readRows } from './read-rows.js';

const TEXTS = {
  zh: {
    whole: ({ demands, firms, proposed, share }: CoverageView) =>
      `${firms} 家企业中有 ${proposed} 家（${percent(share)}）至少得到一条相符的需求；开放需求 ${demands} 条。`,
    head: ['梯度', '企业', '得到匹配', '占比'],
    none: '（未填）',
    rows: (rows: number, demands: number, file: string) => `${rows} 条答复，涉及 ${demands} 条需求，已写入 ${file}`,
  },
  en: {
    whole: ({ demands, firms, proposed, share }: CoverageView) =>
      `${proposed} of ${firms} firms (${percent(share)}) are proposed for at least one of ${demands} open demands.`,
    head: ['tier', 'firms', 'proposed', 'share'],
    none: '(none)',
    rows: (rows: number, demands: number, file: string) =>
      `${rows} answers to ${demands} demands were written to ${file}`,
  },
} as const;

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** Adds `match-coverage` and `match-rows`. */
export function addMatching(program: Command, { language, print }: Surroundings): void {
  program
    .command('match-coverage')
    .description('how many of all firms are proposed for at least one open demand, by tier')
    .option('--json', 'print JSON, for scripts')
    .action(async ({ json }: { json?: boolean }) => {
      const coverage = await withServer(language(), (api) => api.get<CoverageView>('/proposal-coverage'));
      const t = TEXTS[language()];
      if (json) print(JSON.stringify(coverage));
      else {
        print(t.whole(coverage));
        const rows = coverage.tiers.map(({ tier, firms, proposed, share }) =>
          [tier || t.none, firms, proposed, percent(share)].map(String),
        );
        for (const line of table([[...t.head], ...rows])) print(line);
      }
    });

  program
    .command('match-rows')
    .description('write the answers of firms as queries that match-train reads, with the features of their moment')
    .requiredOption(
      '--out <file>',
      'where they go: {"task","text","gold","declined","rows"} a line, one for each demand',
    )
    .action(async ({ out }: { out: string }) => {
      const rows = await withServer(language(), readRows);
      const lessons = lessonsOf(rows);
      await writeLines(out, lessons);
      print(TEXTS[language()].rows(rows.length, lessons.length, out));
    });
}
