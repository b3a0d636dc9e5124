import { EmbeddedLog } from '#ports/log/embedded/embedded-log';
import { eventOf } from '#ports/log/log-kit.contract';

/**
 * A process that appends and handles as fast as it can until it is killed. Arguments: folder and the first sequence.
 * Tells its parent of every acknowledged append, and of every batch before the handler returns.
 */
export type Told = { readonly acknowledged: string[] } | { readonly handled: string[] };

function tell(told: Told): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(told, undefined, undefined, (error) => (error ? reject(error) : resolve()));
  });
}

const [folder = '', from = '1'] = process.argv.slice(2);
const log = await EmbeddedLog.open(folder);
await log.subscribe(
  'group',
  ['topic'],
  async (events) => {
    await tell({ handled: events.map(({ id }) => id) });
  },
  { batch: 20 },
);

async function append(key: string): Promise<never> {
  for (let next = Number(from); ; next += 10) {
    const events = Array.from({ length: 10 }, (_, place) => eventOf('topic', key, next + place));
    await log.append(events);
    await tell({ acknowledged: events.map(({ id }) => id) });
  }
}
await Promise.all(['a', 'b', 'c', 'd'].map(append));
