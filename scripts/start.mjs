// npm start: installs and builds what is missing, then runs the standalone product in this process.
import { build } from './build.mjs';
import { install } from './install.mjs';

install();
build();
process.setSourceMapsEnabled(true);
await import('../dist/apps/standalone/main.js').catch((error) => {
  console.error(`\nRulian could not start: ${error.message}\nRulian 未能启动：${error.message}`);
  process.exit(1);
});
