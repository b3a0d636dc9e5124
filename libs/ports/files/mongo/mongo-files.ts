import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import mongoose, { type Connection, type mongo } from 'mongoose';
import { checkId, Files, type KeptFile, presentAlready, type WrittenFile } from '#ports/files/files';
import { measured } from '#ports/files/measured';
import { connect } from '#ports/store/mongo/connect';
import { asUnavailable } from '#ports/store/mongo/errors';
import { UnderWay } from '#ports/store/mongo/under-way';

/** Names of collections of the store never begin with `_`. */
const BUCKET = '_files';
const BEGUN = '_files.begun';
const CHUNK_BYTES = 512 * 1024;
/** Codes of the server: there is such a document already. */
const DUPLICATE = 11000;

interface Head {
  readonly _id: string;
  readonly length: number;
  readonly uploadDate: Date;
}
interface Begun {
  readonly _id: string;
  readonly at: Date;
}

/**
 * Files as GridFS in the database of the store, for any number of processes: the document that makes a file whole is written after all of
 * its chunks, and both are acknowledged by the majority. Before the first chunk a note says that it is begun, so that what a
 * killed process leaves can be found without looking through all chunks. Needs no transaction.
 */
export class MongoFiles extends Files {
  private readonly underWay = new UnderWay('files');
  private readonly bucket: mongo.GridFSBucket;

  private constructor(
    private readonly connection: Connection,
    private readonly db: mongo.Db,
  ) {
    super();
    this.bucket = new mongoose.mongo.GridFSBucket(db, { bucketName: BUCKET, chunkSizeBytes: CHUNK_BYTES });
  }

  /** `url` names the database. Throws Unavailable when the server does not answer. */
  static async open(url: string): Promise<MongoFiles> {
    const connection = await connect(url);
    return new MongoFiles(connection, connection.db as mongo.Db);
  }

  async put(id: string, content: AsyncIterable<Uint8Array>): Promise<WrittenFile> {
    checkId(id);
    return this.underWay.run(async () => {
      await this.begin(id);
      const { bytes, written } = measured(content);
      try {
        // Ids are texts here; what the driver declares is only its default.
        await pipeline(bytes, this.bucket.openUploadStreamWithId(id as never, id));
      } catch (error) {
        // Best done now; else whoever looks through the list does it.
        await this.drop(id).catch(() => undefined);
        throw error;
      }
      await this.begun.deleteOne({ _id: id });
      return written();
    });
  }

  read(id: string): Promise<Readable | undefined> {
    checkId(id);
    return this.underWay.run(async () => {
      if (!(await this.heads.findOne({ _id: id }, { projection: { _id: 1 } }))) return undefined;
      return Readable.from(asRead(this.bucket.openDownloadStream(id as never)), { objectMode: false });
    });
  }

  remove(id: string): Promise<void> {
    checkId(id);
    return this.underWay.run(() => this.drop(id));
  }

  list({ after = '', limit }: { readonly after?: string; readonly limit: number }): Promise<readonly KeptFile[]> {
    return this.underWay.run(async () => {
      const filter = { _id: { $gt: after } };
      const [whole, begun] = await Promise.all([
        this.heads.find(filter).sort({ _id: 1 }).limit(limit).toArray(),
        this.begun.find(filter).sort({ _id: 1 }).limit(limit).toArray(),
      ]);
      const found = new Map<string, KeptFile>();
      for (const { _id: id, at } of begun) found.set(id, { id, size: 0, at: at.toISOString(), whole: false });
      for (const { _id: id, length: size, uploadDate } of whole)
        found.set(id, { id, size, at: uploadDate.toISOString(), whole: true });
      const ids = [...found.keys()].sort().slice(0, limit);
      return ids.flatMap((id) => found.get(id) ?? []);
    });
  }

  async close(): Promise<void> {
    await this.underWay.end();
    await this.connection.close(true);
  }

  private get heads(): mongo.Collection<Head> {
    return this.db.collection<Head>(`${BUCKET}.files`);
  }

  private get begun(): mongo.Collection<Begun> {
    return this.db.collection<Begun>(BEGUN);
  }

  /** The id is this call's from now on: of two that begin at once one is refused. */
  private async begin(id: string): Promise<void> {
    await this.begun.insertOne({ _id: id, at: new Date() }).catch((error: unknown) => {
      throw (error as { code?: unknown }).code === DUPLICATE ? presentAlready(id) : error;
    });
    // After the note: whoever was faster takes its own away only once the file is whole.
    if (!(await this.heads.findOne({ _id: id }, { projection: { _id: 1 } }))) return;
    await this.begun.deleteOne({ _id: id });
    throw presentAlready(id);
  }

  /** First what makes it whole, so that nobody reads it half. */
  private async drop(id: string): Promise<void> {
    await this.heads.deleteOne({ _id: id });
    await this.db.collection(`${BUCKET}.chunks`).deleteMany({ files_id: id as never });
    await this.begun.deleteOne({ _id: id });
  }
}

async function* asRead(stream: Readable): AsyncGenerator<Buffer> {
  try {
    yield* stream as AsyncIterable<Buffer>;
  } catch (error) {
    throw asUnavailable(error);
  }
}
