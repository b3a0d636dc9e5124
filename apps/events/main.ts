import { failedToStart, runService } from '#apps/shared/service';
import { readInnerConfig } from '#platform/config/service-config';

await Promise.resolve()
  .then(() => runService(readInnerConfig('events')))
  .catch(failedToStart);
