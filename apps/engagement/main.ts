import { failedToStart, runService } from '#apps/shared/service';
import { readInnerConfig } from '#platform/config/service-config';
import { MongoFiles } from '#ports/files/mongo/mongo-files';

async function main(): Promise<void> {
  const config = readInnerConfig('engagement');
  await runService(config, { openFiles: () => MongoFiles.open(config.mongoUrl) });
}

await main().catch(failedToStart);
