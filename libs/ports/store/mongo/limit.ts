import mongoose from 'mongoose';
import { InvalidCall } from '#ports/store/invalid-call';
import type { Codec } from './codec.js';
import type { Fields } from './stored.js';

const maxBytes = 12 * 1024 * 1024;
/** JSON of this length cannot be too large as BSON. */
const surelySmall = maxBytes / 8;

/** The fields of a document as they are stored; {@link InvalidCall} for one that leaves no room for its causes and events. */
export function encodeWithin(codec: Codec, id: string, json: string): Fields {
  const fields = codec.encode(json);
  if (json.length > surelySmall && mongoose.mongo.BSON.calculateObjectSize(fields) > maxBytes) {
    throw new InvalidCall(`document ${id} has more than ${maxBytes} bytes`);
  }
  return fields;
}
