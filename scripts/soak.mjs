// npm run soak -- load|crash [options]: long measurements of the running product, apart from npm test.
import { build } from './build.mjs';
import { install } from './install.mjs';

const RUNS = { load: '../dist/test/soak/load.js' };

const [name = '', ...options] = process.argv.slice(2);
if (!Object.hasOwn(RUNS, name)) {
  console.error('npm run soak -- load --firms FILE --queries FILE [--claims 500] [--demands 200] [--rate 10]');
  process.exit(2);
}
install();
build({ quiet: true });
process.argv.splice(2, process.argv.length, ...options);
process.setSourceMapsEnabled(true);
await import(RUNS[name]);
