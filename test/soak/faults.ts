import { parseArgs } from 'node:util';
import { DistributedDeployment } from '#test/e2e/distributed-deployment';
import { crashRun } from './crash-run.js';
import { FAULTS, type Fault } from './fault-list.js';
import { progress } from './measure.js';

/**
 * `npm run soak -- faults [--only broker,mongo] [--seed 1] [--times 20] [--pause 10]`: the distributed shape under load while something
 * breaks, one fault after the other, each on an installation of its own; then a count of what was lost or doubled. Prints a
 * JSON object for each; ends with 1 when anything is wrong.
 */
const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    seed: { type: 'string', default: '1' },
    times: { type: 'string', default: '20' },
    pause: { type: 'string', default: '10' },
  },
});

async function run(name: string, fault: Fault): Promise<number> {
  progress(`--- ${name}: ${fault.what}`);
  const report = await crashRun({
    kills: 0,
    seed: Number(options.seed),
    seconds: 3600,
    pause: Number(options.pause),
    progress,
    disturb: async (deployment) => {
      if (!(deployment instanceof DistributedDeployment)) throw new Error('faults are of the distributed shape');
      await fault.run(deployment, { times: Number(options.times), tell: progress });
    },
  });
  // Kills of the whole product at once are another run's.
  const { kills: _none, killsWhileStarting: _neither, ...counts } = report;
  console.log(JSON.stringify({ fault: name, ...counts }, undefined, 2));
  return report.disagreements;
}

const wanted = options.only === '' ? Object.keys(FAULTS) : options.only.split(',');
let wrong = 0;
for (const name of wanted) {
  const fault = FAULTS[name];
  if (!fault) throw new Error(`--only: there is no fault ${name}; there are ${Object.keys(FAULTS).join(', ')}`);
  wrong += await run(name, fault);
}
process.exitCode = wrong === 0 ? 0 : 1;
