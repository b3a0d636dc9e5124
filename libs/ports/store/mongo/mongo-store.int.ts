import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import { storeContract } from '#ports/store/store.contract';
import { MongoStore } from './mongo-store.js';

const server = process.env.MONGO_URL as string;

storeContract('MongoDB', async () => {
  const url = `${server}/contract_${randomUUID().slice(0, 8)}`;
  let store = await MongoStore.open({ url });
  return {
    store,
    reopen: async () => {
      await store.close();
      store = await MongoStore.open({ url });
      return store;
    },
    destroy: async () => {
      await store.close();
      const connection = await mongoose.createConnection(url).asPromise();
      await connection.dropDatabase();
      await connection.close();
    },
  };
});
