// npm run -s rulian -- …: the command line.
import { build } from './build.mjs';
import { install } from './install.mjs';

install();
build({ quiet: true });
process.setSourceMapsEnabled(true);
await import('../dist/apps/cli/main.js');
