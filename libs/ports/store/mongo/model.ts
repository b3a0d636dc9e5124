import { type Connection, type IndexOptions, type Model, Schema } from 'mongoose';
import type { CollectionSpec, Doc, IndexSpec } from '#ports/store/store';
import { storedPath } from './codec.js';
import type { Stored } from './stored.js';

/**
 * The Mongoose model of a collection, whose indexes are those of the spec and one for the events that wait. `doc` is
 * Mixed: what is in it is the business of the contexts. Documents go past the model, straight through the driver, because
 * Mongoose casts what it is given and a document must come back exactly as it was.
 */
export function modelOf(connection: Connection, spec: CollectionSpec<Doc>): Model<Stored> {
  const schema = new Schema<Stored>(
    {
      _id: String,
      _keys: String,
      doc: Schema.Types.Mixed,
      _last: Schema.Types.Mixed,
      _causes: [String],
      _out: [Schema.Types.Mixed],
      _holder: String,
      _mixed: Boolean,
      _outAt: Number,
    },
    { collection: spec.name, autoIndex: false, autoCreate: false, minimize: false, versionKey: false, strict: true },
  );
  for (const [name, index] of Object.entries(spec.indexes)) schema.index(...indexOf(name, index));
  schema.index({ _holder: 1, _outAt: 1 }, { name: '_holder', sparse: true });
  return connection.model<Stored>(spec.name, schema);
}

function indexOf(name: string, index: IndexSpec): [Record<string, 1>, IndexOptions] {
  const paths = index.fields.map(storedPath);
  const keys = Object.fromEntries(paths.map((path) => [path, 1])) as Record<string, 1>;
  if (index.unique) return [keys, { name, unique: true, sparse: true }];
  // `_id` is in every document, so a sparse index with it would not be sparse.
  return [
    { ...keys, _id: 1 },
    { name, partialFilterExpression: { [paths[0] as string]: { $exists: true } } },
  ];
}

/** Makes the collection and its indexes, drops those that the spec does not have (any more). */
export async function makeIndexes(model: Model<Stored>): Promise<void> {
  await model.createCollection();
  await model.syncIndexes();
}
