import { readRunFile } from '#apps/standalone/run-file';
import { readConfig } from '#platform/config/config';
import { ApiClient } from '#platform/http/api-client';

/**
 * Runs `work` against the process that holds the data folder; when none does, the product is started for it on a free
 * port and stopped after. One way in either case: the product's own API, with the operator's secret.
 */
export async function withServer<T>(language: 'zh' | 'en', work: (api: ApiClient) => Promise<T>): Promise<T> {
  const config = { ...readConfig(), demo: false };
  const run = await readRunFile(config.dataDir);
  if (run && (await answers(run.url))) return work(new ApiClient(run.url, run.secret, language));
  // Loaded when needed: beside a running product the command line is small and quick.
  const { startStandalone } = await import('#apps/standalone/start');
  const running = await startStandalone({ ...config, port: 0, host: '127.0.0.1', logLevel: 'warn' });
  try {
    return await work(new ApiClient(running.url, running.operatorSecret, language));
  } finally {
    await running.stop();
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health/live`, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}
