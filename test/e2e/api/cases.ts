import type { AccessRule } from '#platform/access/access';
import { callsOf } from './calls.js';
import { fillPath, type Operation } from './document.js';
import type { About, Ask, Call } from './fixture.js';
import type { Sent } from './wire.js';
import type { Actor, World } from './world.js';

/** One call by one actor, and what the declaration says of it. */
export interface Case {
  readonly operation: Operation;
  readonly call: Call;
  readonly about: About;
  /** Undefined: the declaration lets the actor in. */
  readonly refusal: number | undefined;
}

/** What the declaration alone says: undefined for yes, else the status of the refusal. */
function refusalOf(rule: AccessRule, call: Call, actor: Actor): number | undefined {
  if (actor.wrong) return 401;
  const named = rule.any?.includes(actor.role) || rule.own?.includes(actor.role);
  if (!named) return actor.role === 'anonymous' ? 401 : 403;
  if (rule.person && !actor.person) return 403;
  if (rule.admin && !actor.admin) return 403;
  const reaches = (by: AccessRule) =>
    by.any?.includes(actor.role) || (by.own?.includes(actor.role) && call.about !== 'foreign');
  return reaches(rule) && (!call.narrower || reaches(call.narrower.rule)) ? undefined : 404;
}

/** Every call of every operation by every actor. */
export function casesOf(operations: readonly Operation[], world: World): Case[] {
  return operations.flatMap((operation) =>
    callsOf(operation).flatMap((call) =>
      world.actors.flatMap((actor) => {
        const house = { own: actor.house, foreign: world.foreign, self: undefined }[call.about];
        if (call.about === 'own' && !house) return [];
        const about = { world, actor, house, ownership: call.about };
        return [{ operation, call, about, refusal: refusalOf(operation.access ?? {}, call, actor) }];
      }),
    ),
  );
}

/** The request that a call makes, in English unless its headers say otherwise. */
export const sent = (operation: Operation, ask: Ask, secret: string | undefined): Sent => ({
  method: operation.method,
  path: fillPath(operation.path, ask.params ?? {}) + (ask.query ? `?${ask.query}` : ''),
  ...(secret ? { secret } : {}),
  headers: { 'accept-language': 'en', ...ask.headers },
  body: ask.body,
});
