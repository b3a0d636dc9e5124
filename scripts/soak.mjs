// npm run soak -- load|bulk|crash|faults|deadlines|event|population [--distributed] [options]: long measurements of the running product, apart from npm test.
import { build } from './build.mjs';
import { install } from './install.mjs';

const RUNS = {
  load: '../dist/test/soak/load.js',
  bulk: '../dist/test/soak/bulk.js',
  crash: '../dist/test/soak/crash.js',
  faults: '../dist/test/soak/faults.js',
  deadlines: '../dist/test/soak/deadlines.js',
  event: '../dist/test/soak/event.js',
  population: '../dist/test/soak/population.js',
};

const [name = '', ...given] = process.argv.slice(2);
const options = given.filter((option) => option !== '--distributed');
if (options.length < given.length || name === 'faults') process.env.RULIAN_E2E_SHAPE = 'distributed';
const asked = [name, ...options].includes('--help');
if (asked || !Object.hasOwn(RUNS, name)) {
  console.error(`npm run soak -- load   --firms FILE --queries FILE [--claims 500] [--first 60] [--demands 200] [--rate 10]
                bulk   --firms FILE --queries FILE [--changes 50000] [--demands 2000]
                crash  [--kills 200] [--seed 1] [--minutes 12]
                faults [--only name,name] [--seed 1] [--times 20]   always distributed
                deadlines [--deadlines 100000] [--seconds 60]      always standalone
                event  [--firms FILE --queries FILE] [--leaders 100] [--smes 1000] [--slots 12] [--tables 60]
                population --firms FILE --queries FILE [--many 100000] [--demands 10000] [--proposals 1000000]   always standalone
--distributed runs load, bulk, crash and event on the distributed shape.`);
  process.exit(asked ? 0 : 2);
}
install();
build({ quiet: true });
process.argv.splice(2, process.argv.length, ...options);
process.setSourceMapsEnabled(true);
await import(RUNS[name]);
