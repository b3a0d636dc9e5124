import { filesContract } from '#ports/files/files.contract';
import { Database } from '#ports/store/mongo/mongo-kit.contract';
import { MongoFiles } from './mongo-files.js';

filesContract('MongoDB', async () => {
  const database = new Database();
  let files = await MongoFiles.open(database.url);
  return {
    files,
    reopen: async () => {
      await files.close();
      files = await MongoFiles.open(database.url);
      return files;
    },
    leaveHalf: async (id) => {
      const db = await database.db();
      await db.collection<{ _id: string }>('_files.begun').insertOne({ _id: id, at: new Date() } as never);
      await db.collection('_files.chunks').insertOne({ files_id: id, n: 0, data: Buffer.from('half') });
    },
    destroy: async () => {
      await files.close();
      await database.destroy();
    },
  };
});
