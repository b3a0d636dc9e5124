import { startApp, stopOnSignals } from '#apps/shared/app';
import { modulesOf } from '#apps/shared/contexts';
import { ProcessModule } from '#apps/shared/process.module';
import { failedToStart, openParts, serviceLogger } from '#apps/shared/service';
import { EdgeIdentifier } from '#platform/access/edge-identifier';
import { Identifier } from '#platform/access/identifier';
import { PrincipalSigner } from '#platform/access/principal-token';
import { logPrefix, readGatewayConfig } from '#platform/config/service-config';
import { serveAsyncApi } from '#platform/http/asyncapi';
import { serveOpenApi } from '#platform/http/openapi';
import { readWeb, serveWeb } from '#platform/http/web/serve-web';
import { proxyTo } from './proxy.js';
import { innerRoutes, wholeApi } from './routes.js';

/** The one door: signs people in, holds them to their limits, and passes requests on to the services. */
async function main(): Promise<void> {
  const config = readGatewayConfig();
  const signer = new PrincipalSigner(config.tokenPrivateKey);
  const logger = serviceLogger(config);
  const parts = { ...(await openParts(config, logger)), operatorSecret: config.operatorSecret };
  const identifier = { provide: Identifier, useClass: EdgeIdentifier };
  const web = await readWeb(new URL('../../web/', import.meta.url));
  const [document, routes] = [await wholeApi(config), await innerRoutes(config)];
  const app = await startApp({
    name: 'rulian-gateway',
    module: ProcessModule.of(parts, await modulesOf('gateway'), identifier),
    parts,
    logger,
    inner: false,
    routes: (nest) => {
      serveOpenApi(nest, document);
      serveAsyncApi(nest, { prefix: logPrefix(config.prefix) });
      serveWeb(nest, web, config.publicUrl);
      proxyTo(nest.getHttpAdapter().getInstance(), { config, routes, identifier: () => nest.get(Identifier), signer });
    },
  });
  stopOnSignals(app.stop);
  logger.info({ msg: 'ready to serve', url: app.url });
}

await main().catch(failedToStart);
