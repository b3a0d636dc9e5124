import { mkdir } from 'node:fs/promises';
import { failedToStart, runService } from '#apps/shared/service';
import { readSearchConfig, type SearchConfig } from '#platform/config/service-config';
import { EmbeddedSearch } from '#ports/search/embedded/embedded-search';
import { MeiliSearchAdapter } from '#ports/search/meilisearch/meili-search';
import type { Search } from '#ports/search/search';

async function openSearch({ meili, prefix, dataDir }: SearchConfig, warn: (msg: string) => void): Promise<Search> {
  if (meili) return MeiliSearchAdapter.open({ ...meili, prefix: prefix && `${prefix}_`, warn });
  await mkdir(dataDir, { recursive: true });
  return EmbeddedSearch.open(dataDir);
}

async function main(): Promise<void> {
  const config = readSearchConfig();
  await runService(config, {
    openSearch: (logger) => openSearch(config, (msg) => logger.warn({ context: 'search', msg })),
  });
}

await main().catch(failedToStart);
