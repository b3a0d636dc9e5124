import mongoose, { type Connection } from 'mongoose';
import { isUnavailable } from '#ports/unavailable';
import { asUnavailable } from './errors.js';

const serverSelectionMs = 3000;
/** A server that has just started may be slow to answer for the first time. */
const connectTries = 3;
const socketMs = 30_000;
const maxConnections = 32;

/** Connects to the database that `url` names. Throws Unavailable when the server does not answer. */
export async function connect(url: string): Promise<Connection> {
  if (!/^mongodb(\+srv)?:\/\/[^/]+\/[^/?]+/.test(url)) throw new Error('the MongoDB URL names no database');
  for (let tries = 1; ; tries++) {
    try {
      return await connectOnce(url);
    } catch (error) {
      if (tries === connectTries || !isUnavailable(error)) throw error;
    }
  }
}

async function connectOnce(url: string): Promise<Connection> {
  const connection = mongoose.createConnection(url, {
    autoIndex: false,
    autoCreate: false,
    bufferCommands: false,
    serverSelectionTimeoutMS: serverSelectionMs,
    connectTimeoutMS: serverSelectionMs,
    socketTimeoutMS: socketMs,
    maxPoolSize: maxConnections,
    readPreference: 'primary',
    writeConcern: { w: 'majority', journal: true },
  });
  try {
    return await connection.asPromise();
  } catch (error) {
    await connection.close(true);
    throw asUnavailable(error);
  }
}
