import { createApp, startApp, stopApp, stopOnSignals } from '#apps/shared/app';
import { CONTEXTS } from '#apps/shared/contexts';
import { ProcessModule } from '#apps/shared/process.module';
import { failedToStart, kafkaPrefix, openParts, serviceLogger } from '#apps/shared/service';
import { EdgeIdentifier } from '#platform/access/edge-identifier';
import { Identifier } from '#platform/access/identifier';
import { PrincipalSigner } from '#platform/access/principal-token';
import { readGatewayConfig } from '#platform/config/service-config';
import { serveAsyncApi } from '#platform/http/asyncapi';
import { serveOpenApi } from '#platform/http/openapi';
import { proxyTo } from './proxy.js';
import { innerRoutes, wholeApi } from './routes.js';

/** The one door: signs people in, holds them to their limits, and passes requests on to the services. */
async function main(): Promise<void> {
  const config = readGatewayConfig();
  const signer = new PrincipalSigner(config.tokenPrivateKey);
  const logger = serviceLogger(config);
  const parts = { ...(await openParts(config, logger)), operatorSecret: config.operatorSecret };
  const identifier = { provide: Identifier, useClass: EdgeIdentifier };
  const app = await createApp(ProcessModule.of(parts, [await CONTEXTS.gateway()], identifier), parts, logger);
  serveOpenApi(app, await wholeApi(config));
  serveAsyncApi(app, { prefix: kafkaPrefix(config) });
  proxyTo(app.getHttpAdapter().getInstance(), {
    config,
    routes: await innerRoutes(config),
    identifier: () => app.get(Identifier),
    signer,
  });
  const url = await startApp(app, parts);
  stopOnSignals(() => stopApp(app, parts));
  logger.info({ msg: 'ready to serve', url });
}

await main().catch(failedToStart);
