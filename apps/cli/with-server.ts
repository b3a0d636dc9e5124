import { readRunFile } from '#apps/standalone/run-file';
import { readConfig } from '#platform/config/config';
import { type Remote, readRemote } from '#platform/config/remote';
import type { Language } from '#platform/errors/errors';
import { ApiClient, ApiRefusal } from '#platform/http/api-client';

const TEXTS = {
  zh: {
    missing: (name: string) =>
      `RULIAN_URL 与 RULIAN_OPERATOR_SECRET 须同时设置（现缺 ${name}），或都不设置以使用本机数据目录。`,
    notAnAddress: (url: string) => `RULIAN_URL 应为 http://主机:端口 形式的地址，现为“${url}”。`,
    silent: (url: string) => `RULIAN_URL 指向的 ${url} 没有应答。请检查地址和网络，以及服务是否已启动。`,
    other: (url: string, status: number) => `RULIAN_URL 指向的 ${url} 应答了 HTTP ${status}，不像是本产品的服务。`,
    secret: (url: string) => `${url} 不接受 RULIAN_OPERATOR_SECRET 的值。请核对与网关的设置是否一致。`,
  },
  en: {
    missing: (name: string) =>
      `Set both RULIAN_URL and RULIAN_OPERATOR_SECRET (${name} is missing), or neither to work on the data folder here.`,
    notAnAddress: (url: string) => `RULIAN_URL must be an address like http://host:port, not "${url}".`,
    silent: (url: string) =>
      `${url}, which RULIAN_URL names, does not answer. Check the address, the network and whether it runs.`,
    other: (url: string, status: number) =>
      `${url}, which RULIAN_URL names, answered HTTP ${status}: that is not this product.`,
    secret: (url: string) =>
      `${url} does not accept the value of RULIAN_OPERATOR_SECRET. Compare it with the setting of the gateway.`,
  },
} as const;

/**
 * Runs `work` against the installation that RULIAN_URL and RULIAN_OPERATOR_SECRET name; without them against the process
 * that holds the data folder; when none does, the product is started for it on a free port and stopped after. One way in
 * any case: the product's own API, with the operator's secret.
 */
export async function withServer<T>(language: Language, work: (api: ApiClient) => Promise<T>): Promise<T> {
  const remote = readRemote();
  if (!remote) return withFolder(language, work);
  const texts = TEXTS[language];
  if ('missing' in remote) throw new Error(texts.missing(remote.missing));
  if ('notAnAddress' in remote) throw new Error(texts.notAnAddress(remote.notAnAddress));
  return withRemote(remote, language, work);
}

async function withRemote<T>({ url, secret }: Remote, language: Language, work: (api: ApiClient) => Promise<T>) {
  const texts = TEXTS[language];
  const status = await liveStatus(url, 5000);
  if (status === undefined) throw new Error(texts.silent(url));
  if (status !== 200) throw new Error(texts.other(url, status));
  try {
    return await work(new ApiClient(url, secret, language));
  } catch (error) {
    throw error instanceof ApiRefusal && error.status === 401 ? new Error(texts.secret(url)) : error;
  }
}

async function withFolder<T>(language: Language, work: (api: ApiClient) => Promise<T>): Promise<T> {
  const config = { ...readConfig(), demo: false };
  const run = await readRunFile(config.dataDir);
  if (run && (await liveStatus(run.url, 2000)) === 200) return work(new ApiClient(run.url, run.secret, language));
  // Loaded when needed: beside a running product the command line is small and quick.
  const { startStandalone } = await import('#apps/standalone/start');
  const running = await startStandalone({ ...config, port: 0, host: '127.0.0.1', logLevel: 'warn' });
  try {
    return await work(new ApiClient(running.url, running.operatorSecret, language));
  } finally {
    await running.stop();
  }
}

/** Undefined when nothing answers within `ms`. */
async function liveStatus(url: string, ms: number): Promise<number | undefined> {
  try {
    return (await fetch(`${url}/health/live`, { signal: AbortSignal.timeout(ms) })).status;
  } catch {
    return undefined;
  }
}
