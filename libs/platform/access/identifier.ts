import type { HouseRequest } from '#platform/http/request';
import type { Principal } from './access.js';

/** Finds out who sends a request; throws `Refused` for wrong credentials. One at the edge, another behind the gateway. */
export abstract class Identifier {
  abstract identify(request: HouseRequest): Promise<Principal>;
}
