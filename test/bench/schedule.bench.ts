// Schedules of made-up events against highest-weight-first into the earliest slot, in one run, by processor time:
// npm run build && node dist/test/bench/schedule.bench.js [instance.json …]

import { readFile } from 'node:fs/promises';
import { checkInstance } from '#engines/schedule/check-instance';
import { makeSchedule } from '#engines/schedule/run';
import { type Instance, type Meeting, tablesIn } from '#engines/schedule/types';
import { scheduleViolations } from '#engines/schedule/validate';
import { makeInstance } from '#test/kit/schedule-instances';

const shape = { leaders: 40, smes: 120, slots: 10, tables: 40, density: 0.37, absent: 0.36, must: 0.017 };
const made = [
  makeInstance({ ...shape, leaders: 100, smes: 1_000, slots: 16, tables: 80, density: 0.075, absent: 0, must: 0 }, 1),
  makeInstance(shape, 2),
  makeInstance({ ...shape, smes: 300, slots: 12, tables: 32, density: 0.2 }, 3),
  makeInstance({ ...shape, smes: 300, slots: 12, tables: 25, density: 0.3, absent: 0.25, must: 0.05 }, 4),
];

async function read(file: string): Promise<Instance> {
  const checked = checkInstance(JSON.parse(await readFile(file, 'utf8')));
  if ('problem' in checked) throw new Error(`${file}: ${checked.problem.en}`);
  return checked.instance;
}

/** Must pairs first, then by weight, each into the first slot where both and a table are free. */
function greedy(instance: Instance): { musts: number; score: number } {
  const parties = new Map(instance.parties.map((party) => [party.id, party]));
  const meetings: Meeting[] = [];
  const busy = new Map<string, number>();
  const count = (key: string) => busy.get(key) ?? 0;
  let [musts, score] = [0, 0];
  const order = [...instance.pairs].sort(
    (a, b) => Number(b.must ?? false) - Number(a.must ?? false) || b.weight - a.weight,
  );
  for (const { leader, sme, weight, must } of order) {
    const both = [parties.get(leader)!, parties.get(sme)!];
    if (both.some(({ id, maxMeetings }) => count(id) >= maxMeetings)) continue;
    for (let slot = 0; slot < instance.slots; slot += 1) {
      if (count(`${slot}`) >= (tablesIn(instance, slot) ?? Number.POSITIVE_INFINITY)) continue;
      const free = both.every(
        ({ id, capacity, unavailable }) => !unavailable.includes(slot) && count(`${id} ${slot}`) < capacity,
      );
      if (!free) continue;
      for (const key of [`${slot}`, leader, sme, `${leader} ${slot}`, `${sme} ${slot}`]) busy.set(key, count(key) + 1);
      meetings.push({ leader, sme, slot, table: count(`${slot}`) });
      score += weight;
      musts += must ? 1 : 0;
      break;
    }
  }
  return { musts, score };
}

function seconds(work: () => void): string {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return ((user + system) / 1e6).toFixed(2);
}

const files = process.argv.slice(2);
for (const instance of files.length > 0 ? await Promise.all(files.map(read)) : made) {
  const simple = greedy(instance);
  let line = '';
  const time = seconds(() => {
    const outcome = makeSchedule(instance);
    const faults = scheduleViolations(instance, outcome).length;
    const { musts, score, upperBound, mustsProven, proven } = outcome;
    const share = ((100 * score) / upperBound).toFixed(3);
    line = `must ${musts}${mustsProven ? ' (most)' : ''}, ${score} of at most ${upperBound}: ${share} %${proven ? ' (best)' : ''}, ${faults} faults`;
  });
  console.log(`${instance.name}: ${line}; simple: must ${simple.musts}, ${simple.score.toFixed(3)}; ${time} s`);
}
