import type { Ticket } from './queue.js';
import { type Fields, maxWaiting, rememberedCauses, type Stored } from './stored.js';

/** Pieces of the updates of one write: its cause and its events. Pure. */

export interface Remembering {
  readonly ticket: Ticket;
  readonly cause: string | undefined;
  /** The document's holder as last seen, when its `_out` has or will have events of several processes. */
  readonly mixedHolder: string | undefined;
}

type Update = Record<string, Fields>;

export function outItems({ items }: Ticket): Stored['_out'] {
  return items.map(({ id, n, t, e }) => ({ id, n, t, e }));
}

/** The fields about cause and events of a new document. */
export function remembered({ ticket, cause }: Remembering): Partial<Stored> {
  const [first] = ticket.items;
  return {
    ...(cause === undefined ? {} : { _causes: [cause] }),
    ...(first
      ? { _out: outItems(ticket) as NonNullable<Stored['_out']>, _holder: ticket.holder, _outAt: first.n }
      : {}),
  };
}

/** What must hold of the document for {@link remembering} to be right. */
export function rememberable({ ticket, cause, mixedHolder }: Remembering): Fields {
  const unmixed = { _holder: { $in: [null, ticket.holder] }, _mixed: { $exists: false } };
  const held = mixedHolder === undefined ? unmixed : { _holder: mixedHolder };
  return {
    ...(cause === undefined ? {} : { _causes: { $ne: cause } }),
    ...(ticket.items.length === 0 ? {} : { ...held, [`_out.${maxWaiting - 1}`]: { $exists: false } }),
  };
}

/** `update` with the cause and the events added. */
export function remembering(update: Update, { ticket, cause, mixedHolder }: Remembering): Update {
  const [first] = ticket.items;
  const push: Fields = {
    ...(cause === undefined ? {} : { _causes: { $each: [cause], $slice: -rememberedCauses } }),
    ...(first ? { _out: { $each: outItems(ticket) } } : {}),
  };
  const held: Fields = mixedHolder === undefined ? { _holder: ticket.holder } : { _mixed: true };
  const set: Fields = { ...update.$set, ...(first ? held : {}) };
  return {
    ...update,
    ...(Object.keys(set).length > 0 ? { $set: set } : {}),
    ...(Object.keys(push).length > 0 ? { $push: push } : {}),
    ...(first ? { $min: { _outAt: first.n } } : {}),
  };
}

/** Sets the fields of `doc` and unsets those that were there, by `keys`, and are not any more. */
export function patch(doc: Fields, keys: string): Update {
  const $set: Fields = { _keys: JSON.stringify(Object.keys(doc)) };
  for (const [name, value] of Object.entries(doc)) $set[`doc.${name}`] = value;
  const gone = (JSON.parse(keys) as string[]).filter((name) => !Object.hasOwn(doc, name));
  return gone.length === 0 ? { $set } : { $set, $unset: Object.fromEntries(gone.map((name) => [`doc.${name}`, ''])) };
}
