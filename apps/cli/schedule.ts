import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { scheduleInWorker } from '#contexts/events/scheduling/schedule-worker';
import { checkInstance } from '#engines/schedule/check-instance';
import type { Outcome, Standing } from '#engines/schedule/run';
import type { Instance } from '#engines/schedule/types';
import { fill } from '#platform/errors/errors';

const TEXTS = {
  notJson: { zh: '{file}：不是 JSON 文件', en: '{file}: not a JSON file' },
  summary: {
    zh: '必须配对 {musts}/{all}（{mustsProven}），会面 {meetings} 场，总分 {score}，上界 {bound}（{proven}），{seconds} 秒',
    en: 'must pairs {musts}/{all} ({mustsProven}), {meetings} meetings, score {score}, bound {bound} ({proven}), {seconds} s',
  },
  most: { zh: '已证明最多', en: 'proven the most' },
  mostOpen: { zh: '未证明最多', en: 'not proven the most' },
  best: { zh: '已证明最优', en: 'proven the best' },
  gap: { zh: '差距至多 {percent}%', en: 'at most {percent} % short' },
} as const;

export interface ScheduleOptions {
  /** A file with an instance, JSON. */
  readonly instance: string;
  /** Written: `{meetings, score, upperBound}`; there only when all went well. */
  readonly out: string;
  readonly seed: number;
  readonly language: 'zh' | 'en';
  readonly progress?: (standing: Standing) => void;
  /** Stops the search; the best schedule so far is written. */
  readonly stop?: AbortSignal;
}

async function readInstance(file: string, language: 'zh' | 'en'): Promise<Instance> {
  const text = (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Error(fill(TEXTS.notJson[language], { file }));
  }
  const checked = checkInstance(json);
  if ('problem' in checked) throw new Error(`${file}: ${checked.problem[language]}`);
  return checked.instance;
}

function summaryOf(instance: Instance, outcome: Outcome, seconds: number, language: 'zh' | 'en'): string {
  const { musts, mustsProven, meetings, score, upperBound, proven } = outcome;
  const gap = (100 * (upperBound - score)) / Math.max(Math.abs(upperBound), Number.MIN_VALUE);
  return fill(TEXTS.summary[language], {
    musts: String(musts),
    all: String(instance.pairs.filter(({ must }) => must).length),
    mustsProven: TEXTS[mustsProven ? 'most' : 'mostOpen'][language],
    meetings: String(meetings.length),
    score: String(score),
    bound: String(upperBound),
    proven: proven ? TEXTS.best[language] : fill(TEXTS.gap[language], { percent: gap.toFixed(3) }),
    seconds: seconds.toFixed(1),
  });
}

/**
 * Makes the schedule of an event in a file, and answers one line about it. Throws with a sentence when the file is no instance,
 * or the error of the file system; `out` is left as it was then.
 */
export async function scheduleFile(options: ScheduleOptions): Promise<string> {
  const { out, seed, language, progress, stop } = options;
  const started = performance.now();
  const instance = await readInstance(options.instance, language);
  const outcome = await scheduleInWorker(instance, { seed, ...(progress && { progress }), ...(stop && { stop }) });
  const { meetings, score, upperBound } = outcome;
  const part = `${out}.part`;
  try {
    await writeFile(part, `${JSON.stringify({ meetings, score, upperBound })}\n`);
    await rename(part, out);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  return summaryOf(instance, outcome, (performance.now() - started) / 1_000, language);
}
