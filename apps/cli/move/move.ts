import type { KafkaServers } from '#ports/log/kafka/client';
import { addressOf, brokersOf, checkPrefix } from './address.js';
import { checkCollections, checkImports, checkProgress, checkTarget } from './checks.js';
import { type MovedDocuments, makeIndexes, moveDocuments } from './documents.js';
import { type MovedEvents, moveAllEvents, moveHandledEvents, moveUnsent } from './events.js';
import { type MovedFiles, moveFiles } from './files.js';
import { Notes } from './notes.js';
import type { Reporter } from './reporter.js';
import { Source } from './source.js';
import { Target } from './target.js';

export interface MoveOptions {
  /** Data folder of the standalone. */
  readonly folder: string;
  /** Connection string that names the database. */
  readonly mongo: string;
  /** `host:port`, comma-separated. */
  readonly kafka: string;
  /** How the brokers are spoken to. Default: neither TLS nor sign-in. */
  readonly access?: Omit<KafkaServers, 'brokers'>;
  /** Of the installation: RULIAN_PREFIX of its services. */
  readonly prefix: string;
  /** The last run: the standalone is stopped, the services start after it. */
  readonly final: boolean;
}

export interface MoveReport extends MovedDocuments, MovedEvents, MovedFiles {
  readonly from: string;
  readonly to: string;
  readonly final: boolean;
  /** Only of the last run. */
  readonly last?: {
    /** Events that had not reached the standalone's log. */
    readonly unsent: number;
    /** Groups that were placed where they stood. */
    readonly groups: number;
    readonly deadLetters: number;
    /** Events that wait to be delivered again. */
    readonly setAside: number;
  };
  readonly seconds: number;
}

/**
 * Carries the data of a standalone over to the distributed shape. May be cut off at any moment and run again; each run
 * carries over what has changed since. Throws one sentence for what stands in the way, never with a part of the
 * connection string that is secret.
 */
export async function move(options: MoveOptions, reporter: Reporter): Promise<MoveReport> {
  const address = addressOf(options.mongo);
  const servers = { ...options.access, brokers: brokersOf(options.kafka) };
  const prefix = checkPrefix(options.prefix);
  const source = await Source.open(options.folder, options.final);
  try {
    checkCollections(source);
    if (options.final) checkImports(source);
    const target = await Target.open({ mongo: address, servers, prefix });
    try {
      return await between(source, target, options.final, reporter);
    } finally {
      await target.close();
    }
  } catch (error) {
    throw new Error(address.redact(error instanceof Error ? error.message : String(error)));
  } finally {
    source.close();
  }
}

async function between(source: Source, target: Target, final: boolean, reporter: Reporter): Promise<MoveReport> {
  const started = performance.now();
  const notes = new Notes(target.store);
  const { cluster, prefix } = target;
  const present = await checkTarget(source, target, notes);
  const note = present ?? { source: source.id, cluster, prefix, startedAt: new Date().toISOString() };
  if (!present) await notes.setTarget(note);
  await checkProgress(source, target, notes);

  // Before what is known of them: what is listed over there can be read.
  const files = await moveFiles(source, target, reporter);
  const documents = await moveDocuments(source, target, final, reporter);
  const events = final
    ? await finish(source, target, notes, reporter)
    : await moveHandledEvents(source, target, notes, reporter);
  if (final) await notes.setTarget({ ...note, finalAt: new Date().toISOString() });
  const seconds = Math.round(performance.now() - started) / 1000;
  return {
    from: source.folder,
    to: `${target.database}, ${target.kafka}`,
    final,
    ...documents,
    ...files,
    ...events,
    seconds,
  };
}

/** What only a standalone that is stopped can be asked for. */
async function finish(
  source: Source,
  target: Target,
  notes: Notes,
  reporter: Reporter,
): Promise<MovedEvents & Pick<MoveReport, 'last'>> {
  const { groups, ...events } = await moveAllEvents(source, target, notes, reporter);
  const unsent = await moveUnsent(source, target, notes);
  for (const [group, positions] of groups) await target.log.place(group, positions);
  let [deadLetters, setAside] = [0, 0];
  for (const group of source.log.groups()) {
    deadLetters += await target.log.setLetters(group, source.log.letters(group));
    setAside += await target.log.setAsides(group, source.log.asides(group));
  }
  await makeIndexes(target, reporter);
  return { ...events, last: { unsent, groups: groups.size, deadLetters, setAside } };
}
