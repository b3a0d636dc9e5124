import type { Readable } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import type { Disclosure } from '#contracts/demand';
import { reaches } from '#contracts/disclosure';
import { isStaff, type Principal } from '#platform/access/access';
import { RateLimit } from '#platform/access/rate-limit';
import { Workshop } from '#platform/content/workshop';
import { commonErrors } from '#platform/errors/common.errors';
import { fail, ok, type Result } from '#platform/errors/errors';
import type { Asked } from '#platform/http/request';
import { changeDocument } from '#platform/store/change';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import { Files } from '#ports/files/files';
import type { Collection } from '#ports/store/store';
import { actOf } from '../act.js';
import { engagementErrors } from '../engagement.errors.js';
import { KNOWN_ORGANISATIONS, KNOWN_PEOPLE, type KnownOrganisation, type KnownPerson } from '../known/known.store.js';
import { DemandFiles } from './demand-files.js';
import { isMarkedFor, isOwn, keptTo, type MarkedReader, markLines } from './file.rules.js';
import { type AttachedFile, FILES } from './file.store.js';
import { KeepFiles } from './keep-files.js';
import { bytesOf, copyOf } from './sent-file.js';
import { ThreadFiles } from './thread-files.js';

/** Marked copies that one reader is given a minute: each costs a moment of the thread that makes them. */
const COPIES_PER_MINUTE = 60;

/** A file on its way to a reader. */
export interface Download {
  readonly file: AttachedFile;
  readonly content: Readable;
  /** Bytes of the content. */
  readonly size: number;
}

/** One file: read by those who may, marked for each of them; changed and taken away by whose it is. */
@Injectable()
export class ReadFile {
  private readonly logger = new Logger('engagement.files');
  private readonly limit = new RateLimit(COPIES_PER_MINUTE, 60);

  constructor(
    @InjectCollection(FILES) private readonly known: Collection<AttachedFile>,
    @InjectCollection(KNOWN_PEOPLE) private readonly people: Collection<KnownPerson>,
    @InjectCollection(KNOWN_ORGANISATIONS) private readonly organisations: Collection<KnownOrganisation>,
    private readonly ofDemands: DemandFiles,
    private readonly ofThreads: ThreadFiles,
    private readonly keep: KeepFiles,
    private readonly files: Files,
    private readonly workshop: Workshop,
    private readonly clock: Clock,
  ) {}

  /** Its content for this caller. Nobody learns of a file that is not theirs to read; who reads is noted before it is given. */
  async download(id: string, caller: Principal): Promise<Result<Download>> {
    const file = await this.known.get(id);
    if (!file || !(await this.opened(file, caller))) return fail(commonErrors.not_found());
    return isMarkedFor(file, caller) ? this.copy(file, caller) : this.original(file);
  }

  /** The owner of a demand keeps a file of it to another circle. */
  async keepTo(id: string, disclosure: Disclosure, { caller, command, version }: Asked): Promise<Result<AttachedFile>> {
    const { at, by } = actOf(caller, 'leader', this.clock.iso());
    return changeDocument(this.known, id, { cause: command.cause, version }, (file) =>
      file.disclosure && isOwn(file, caller)
        ? ok({ doc: keptTo(file, disclosure, at, by.byName) })
        : fail(commonErrors.not_found()),
    );
  }

  /** Whose it is takes it away, staff as well; what a thread that is over rests on stays. */
  async remove(id: string, { caller, command }: Asked): Promise<Result<void>> {
    const file = await this.known.get(id);
    if (!file) return command.cause && (await this.known.recall(id, command.cause)) ? ok(undefined) : missing();
    if (!isOwn(file, caller) && !isStaff(caller)) return missing();
    const thread = file.engagementId ? await this.ofThreads.readable(file.engagementId, caller) : undefined;
    if (thread?.status === 'ended') return fail(engagementErrors.thread_ended());
    return this.keep.drop(file, command.cause);
  }

  private async opened(file: AttachedFile, caller: Principal): Promise<boolean> {
    if (file.engagementId) return (await this.ofThreads.readable(file.engagementId, caller)) !== undefined;
    const found = await this.ofDemands.readable(file.demandId, caller);
    if (!found.ok || !reaches(found.value.level, file.disclosure ?? 'owner')) return false;
    await this.ofDemands.note(found.value.demand, [file], 'download', caller);
    return true;
  }

  private async original(file: AttachedFile): Promise<Result<Download>> {
    const content = await this.files.read(file.content);
    if (content) return ok({ file, content, size: file.size });
    this.logger.error({ msg: 'the content of a file is missing', file: file.id });
    return fail(commonErrors.unavailable());
  }

  private async copy(file: AttachedFile, caller: Principal): Promise<Result<Download>> {
    const tooMany = await this.limit.take(caller.subject);
    if (tooMany) return fail(tooMany);
    const lines = markLines(file, caller, await this.readerOf(caller), this.clock.iso());
    const bytes = await this.workshop.mark(() => bytesOf(this.files, file.content), file.type, lines);
    return ok({ file, content: await copyOf(bytes), size: bytes.length });
  }

  private async readerOf({ organisation, personId }: Principal): Promise<MarkedReader> {
    const [house, person] = await Promise.all([
      organisation && this.organisations.get(organisation.id),
      personId ? this.people.get(personId) : undefined,
    ]);
    return { creditCode: house?.creditCode, email: person?.email };
  }
}

const missing = () => fail(commonErrors.not_found());
