import { serveWorker } from '#platform/worker/rpc';
import { checkContent, markContent } from './check-content.js';

const methods = { check: checkContent, mark: markContent };

export type WorkshopMethods = typeof methods;

serveWorker(methods);
