import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Principal } from '#platform/access/access';
import { CONFIG, type Config } from '#platform/config/config';
import type { Command } from '#platform/http/request';
import { idFrom, newId } from '#platform/ids';
import { onceAvailable } from '#platform/messaging/once-available';
import { InjectCollection } from '#platform/store/collections';
import { foundPages } from '#platform/store/pages';
import { Clock } from '#platform/time/clock';
import type { Collection } from '#ports/store/store';
import { Unavailable } from '#ports/unavailable';
import { IMPORTS, type ImportJob, PROFILES, type Profile } from '../capability.store.js';
import { applyRows } from './apply-rows.js';
import type { FirmRow, ReadRow, RowProblem } from './firm-row.js';
import { ImportTurn, withoutTurn } from './import-turn.js';
import { keepFile } from './keep-file.js';
import { readFirmFile } from './read-firm-file.js';

const MOST_PROBLEMS = 1000;
const MOST_MEGABYTES = { xlsx: 20, csv: 200, jsonl: 200 } as const;

/**
 * Imports of firm files: the file is kept on disk, read once to check every row and once to bring the good rows in.
 * The job is in the store from the first moment, so that one cut short by a stop or a crash goes on at the next start.
 * Of several processes, each with a data folder of its own, the one that took a file runs its import; any can tell how
 * far it is.
 */
@Injectable()
export class ImportRunner implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('capability.import');
  private queue: Promise<void> = Promise.resolve();
  private readonly stopping = new AbortController();
  private readonly turn: ImportTurn;

  constructor(
    @InjectCollection(IMPORTS) private readonly jobs: Collection<ImportJob>,
    @InjectCollection(PROFILES) private readonly profiles: Collection<Profile>,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.turn = new ImportTurn(jobs);
  }

  async onApplicationBootstrap(): Promise<void> {
    const here = new Set(await readdir(this.folder).catch(() => []));
    const open = await this.openJobs();
    const own = open.filter((job) => here.has(nameOf(job)));
    await this.removeOrphans(here, new Set(own.map(nameOf)));
    for (const job of own) this.enqueue(job.id);
    if (own.length < open.length) {
      const ids = open.filter((job) => !own.includes(job)).map(({ id }) => id);
      const msg = `open imports whose file is not in ${this.folder}: left to the process that has it; if it is lost, send the file again`;
      this.logger.warn({ msg, ids });
    }
  }

  private async openJobs(): Promise<ImportJob[]> {
    const open: ImportJob[] = [];
    for await (const page of foundPages(this.jobs, 'open', { limit: 100 })) open.push(...page);
    return open;
  }

  /** Files that a crash left before their job was stored or after it was over. Nothing is being accepted yet. */
  private async removeOrphans(here: ReadonlySet<string>, wanted: ReadonlySet<string>): Promise<void> {
    const orphans = [...here].filter((name) => !wanted.has(name));
    await Promise.all(orphans.map((name) => rm(join(this.folder, name), { force: true })));
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.queue;
  }

  /** Stores the file and queues the job. A repeat with the same idempotency key answers the job that is there. */
  async accept(
    body: Readable,
    file: { name: string; format: ImportJob['format']; checkOnly: boolean },
    caller: Principal,
    command: Command,
  ): Promise<ImportJob> {
    const id = command.key ? idFrom('import', command.key) : newId();
    const present = command.key ? await this.jobs.get(id) : undefined;
    if (present) {
      body.resume();
      return present;
    }
    await this.keepFile(body, id, file.format);
    const at = this.clock.iso();
    const doc: Omit<ImportJob, 'version'> = {
      id,
      fileName: file.name,
      format: file.format,
      checkOnly: file.checkOnly,
      status: 'checking',
      openKey: at,
      createdAt: at,
      createdBy: caller.subject,
      rows: 0,
      handled: 0,
      created: 0,
      updated: 0,
      unchanged: 0,
      kept: 0,
      problemCount: 0,
      problems: [],
      notices: [],
    };
    const [written] = await this.jobs.insert([{ doc }], command.key);
    // The same command, sent twice at once: the other one has the job, maybe in another process.
    if (written?.status === 'already') return written.doc;
    this.enqueue(id);
    return { ...doc, version: 1 };
  }

  private async keepFile(body: Readable, id: string, format: ImportJob['format']): Promise<void> {
    // Under a name of its own until it is whole: the same command may be sending the same file beside it.
    const part = join(this.folder, `${newId()}.part`);
    await keepFile(body, part, MOST_MEGABYTES[format]);
    await rename(part, this.pathOf({ id, format }));
  }

  /** One import at a time, also of all processes together ({@link ImportTurn}): here the files are read in turn as well. */
  private enqueue(id: string): void {
    const tell = (line: object) => this.logger.warn(line);
    this.queue = this.queue
      .then(() => onceAvailable(`import ${id}`, () => this.run(id), tell, this.stopping.signal))
      .catch((error: unknown) => {
        if (!this.stopping.signal.aborted)
          this.logger.error({ msg: 'import stopped; it goes on at the next start', id, error });
      });
  }

  private async run(id: string): Promise<void> {
    const job = await this.jobs.get(id);
    if (!job || job.openKey === undefined || this.stopping.signal.aborted) return;
    // One cut short may have the turn still; nothing is written while a file is checked, and that would look dead.
    const checked = await this.check(job.turnKey === undefined ? job : await this.save(withoutTurn(job)));
    const over = checked.refusal !== undefined || job.checkOnly;
    const finished = over ? checked : await this.bringIn(await this.turn.take(checked, this.stopping.signal));
    await this.finish({ ...finished, status: checked.refusal ? 'refused' : 'done' });
  }

  /** Reads the whole file before anything is brought in: a file that cannot be read to its end changes nothing. */
  private async check(job: ImportJob): Promise<ImportJob> {
    const problems: RowProblem[] = [];
    const { firms, refused, notices, problem } = await readFirmFile(this.fileOf(job), async (batch) => {
      this.stopping.signal.throwIfAborted();
      const found = batch.flatMap((read) => ('problems' in read ? read.problems : []));
      problems.push(...found.slice(0, MOST_PROBLEMS - problems.length));
    });
    const status = job.checkOnly ? 'checking' : 'importing';
    const report = { rows: firms, problemCount: refused, problems, notices };
    return this.save({ ...job, status, ...report, ...(problem ? { refusal: problem } : {}) });
  }

  private async bringIn(job: ImportJob): Promise<ImportJob> {
    let current: ImportJob = { ...job, handled: 0, created: 0, updated: 0, unchanged: 0, kept: 0 };
    const reading = { jobId: job.id, at: job.createdAt, named: new Set<string>() };
    await readFirmFile(this.fileOf(job), async (batch) => {
      this.stopping.signal.throwIfAborted();
      const rows = batch.flatMap(firmsOf);
      const counts = await applyRows(this.profiles, rows, reading);
      current = await this.save({
        ...current,
        handled: current.handled + rows.length,
        created: current.created + counts.created,
        updated: current.updated + counts.updated,
        unchanged: current.unchanged + counts.unchanged,
        kept: current.kept + counts.kept,
      });
    });
    return current;
  }

  private async finish(job: ImportJob): Promise<void> {
    const { openKey: _open, ...over } = withoutTurn(job);
    await this.save({ ...over, finishedAt: this.clock.iso() });
    await rm(this.pathOf(job), { force: true });
  }

  private async save(job: ImportJob): Promise<ImportJob> {
    const written = await this.jobs.save(job);
    if (written.status === 'done') return written.doc;
    // Its turn was given on, or an answer was lost on its way: the import begins anew from what is stored.
    throw new Unavailable(`import job ${job.id}, which another process has written (${written.status}),`);
  }

  private fileOf(job: ImportJob) {
    return { format: job.format, path: this.pathOf(job) };
  }

  private get folder(): string {
    return join(this.config.dataDir, 'imports');
  }

  private pathOf(job: Pick<ImportJob, 'id' | 'format'>): string {
    return join(this.folder, nameOf(job));
  }
}

const nameOf = (job: Pick<ImportJob, 'id' | 'format'>): string => `${job.id}.${job.format}`;

const firmsOf = (read: ReadRow): FirmRow[] => ('firm' in read ? [read.firm] : []);
