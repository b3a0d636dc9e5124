import { randomUUID } from 'node:crypto';
import { connect, createServer, type Socket } from 'node:net';
import mongoose, { type mongo } from 'mongoose';
import type { EventDraft } from '#ports/event';
import type { CollectionSpec, Doc } from '#ports/store/store';
import type { Stored } from './stored.js';

/** What the tests of the MongoDB adapter share. `npm run test:distributed` sets MONGO_URL. */

const server = process.env.MONGO_URL as string;

export interface Part extends Doc {
  readonly owner?: string | null;
  readonly rank?: number | string | null;
  readonly key?: string | null;
  readonly place?: unknown;
  readonly rest?: unknown;
}

export const parts: CollectionSpec<Part> = {
  name: 'part',
  indexes: {
    byOwner: { fields: ['owner', 'rank'] },
    byCity: { fields: ['place.city'] },
    byKey: { fields: ['key'], unique: true },
  },
};

export function draft(data: unknown): EventDraft {
  return { topic: 'internal.part', type: 'part.changed', time: '2026-11-22T08:00:00.000Z', data };
}

/** A database of its own: its URL and the way past the adapter. */
export class Database {
  readonly name = `test_${randomUUID().slice(0, 8)}`;
  readonly url = urlOf(server, this.name);
  private connection: mongoose.Connection | undefined;

  async db(): Promise<mongo.Db> {
    this.connection ??= await mongoose.createConnection(this.url).asPromise();
    return this.connection.db as mongo.Db;
  }

  async raw(collection: string): Promise<mongo.Collection<Stored>> {
    return (await this.db()).collection<Stored>(collection);
  }

  async destroy(): Promise<void> {
    await (await this.db()).dropDatabase();
    await this.connection?.close();
  }
}

/** A way to the server that can be cut. */
export class Line {
  private readonly sockets = new Set<Socket>();
  private open = true;
  private readonly listener = createServer((inside) => {
    const { hostname, port } = new URL(server);
    if (!this.open) return void inside.destroy();
    const outside = connect(Number(port || 27017), hostname);
    for (const [from, to] of [
      [inside, outside],
      [outside, inside],
    ] as const) {
      this.sockets.add(from);
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.sockets.delete(from);
        to.destroy();
      });
    }
  });

  /** The URL of `database` by this line. */
  async url(database: Database): Promise<string> {
    await new Promise<void>((resolve) => this.listener.listen(0, '127.0.0.1', resolve));
    const { port } = this.listener.address() as { port: number };
    return `mongodb://127.0.0.1:${port}/${database.name}?directConnection=true`;
  }

  cut(): void {
    this.open = false;
    for (const socket of this.sockets) socket.destroy();
  }

  mend(): void {
    this.open = true;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.listener.close(resolve));
  }
}

function urlOf(base: string, database: string): string {
  const url = new URL(base);
  url.pathname = `/${database}`;
  return url.toString();
}

/** Resolves as soon as `condition` holds; it is looked at every 20 ms. Rejects after 60 s. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + 60_000;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error('the condition has not come to hold');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
