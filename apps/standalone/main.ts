import { stopOnSignals } from '#apps/shared/app';
import { readConfig } from '#platform/config/config';
import { ApiClient } from '#platform/http/api-client';
import { seedDemo, tellAccounts } from './demo/seed-demo.js';
import { startStandalone } from './start.js';

/** `npm start` and the container's entry: starts, fills an empty folder with demo data, tells the address. */
export async function main(): Promise<void> {
  // Somebody who looks on reads where to go and what went wrong, not a line for each request; logs that are kept have all.
  const config = readConfig(undefined, process.stdout.isTTY ? 'warn' : 'info');
  const started = Date.now();
  const running = await startStandalone(config);
  stopOnSignals(running.stop, (signal) => console.log(`\n${signal}: stopping … / 正在停止 …`));
  const accounts = config.demo ? await seedDemo(new ApiClient(running.url, running.operatorSecret)) : [];
  console.log(`\nRulian 入链  ${running.url}   (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  console.log(`API: ${running.url}/api/docs    Data / 数据: ${config.dataDir}`);
  if (accounts.length > 0) console.log(`\n${tellAccounts(accounts)}`);
  console.log('\nCtrl-C stops. / 按 Ctrl-C 停止。');
}

await main();
