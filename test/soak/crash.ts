import { parseArgs } from 'node:util';
import { crashRun } from './crash-run.js';
import { progress } from './measure.js';

/**
 * `npm run soak -- crash [--kills 200] [--seed 1] [--minutes 12]`: kills the product under load and looks for anything
 * lost or doubled. Prints one JSON object; ends with 1 when something is.
 */
const { values: options } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '12' },
  },
});
const report = await crashRun({
  kills: Number(options.kills),
  seed: Number(options.seed),
  seconds: Number(options.minutes) * 60,
  progress,
});
console.log(JSON.stringify(report, undefined, 2));
process.exitCode = report.disagreements === 0 ? 0 : 1;
