import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Principal } from '#platform/access/access';
import { RateLimit } from '#platform/access/rate-limit';
import { fileNameOf } from '#platform/content/file-types';
import { Workshop } from '#platform/content/workshop';
import { commonErrors } from '#platform/errors/common.errors';
import { fail, ok, Refused, type Result } from '#platform/errors/errors';
import { limited } from '#platform/http/read-body';
import type { Command } from '#platform/http/request';
import { idFrom, newId } from '#platform/ids';
import { insertDocument } from '#platform/store/change';
import { InjectCollection } from '#platform/store/collections';
import { Files } from '#ports/files/files';
import type { Collection } from '#ports/store/store';
import { engagementErrors } from '../engagement.errors.js';
import { MOST_FILES, MOST_MEGABYTES } from './file.rules.js';
import { type AttachedFile, FILES } from './file.store.js';
import { bytesOf, type SentFile } from './sent-file.js';

/** Of one organisation. */
const UPLOADS_PER_MINUTE = 60;

/** What a file is to be, but for its content. */
export type FileDraft = Omit<AttachedFile, 'id' | 'version' | 'name' | 'type' | 'size' | 'sha256' | 'content'>;

/** Takes files in: bytes first, then what is known of them, so that whatever is listed can be read. */
@Injectable()
export class KeepFiles implements OnApplicationShutdown {
  private readonly limit = new RateLimit(UPLOADS_PER_MINUTE, 60);

  constructor(
    @InjectCollection(FILES) private readonly known: Collection<AttachedFile>,
    private readonly files: Files,
    private readonly workshop: Workshop,
  ) {}

  onApplicationShutdown(): Promise<void> {
    return this.workshop.close();
  }

  /** A file that was added by the same command before; then `sent` is not read. */
  async repeated({ key, cause }: Command): Promise<AttachedFile | undefined> {
    return key && cause ? this.known.recall(idFrom('file', key), cause) : undefined;
  }

  /**
   * Keeps what is sent, refused where it is too large, of no kind that is taken, or one too many. The count is taken before it
   * is written: files that come at once may go over it by as many.
   */
  async take(draft: FileDraft, sent: SentFile, caller: Principal, command: Command): Promise<Result<AttachedFile>> {
    const refused =
      (await this.limit.take(caller.organisation?.id ?? caller.subject)) ?? (await this.full(draft.about));
    if (refused) return fail(refused);
    const content = newId();
    const written = await this.files.put(content, limited(sent.body, MOST_MEGABYTES * 1_048_576, tooLarge));
    const kept = await this.checked(content, written.size);
    if (!kept.ok) {
      await this.files.remove(content);
      return kept;
    }
    const doc = {
      ...{ id: command.key ? idFrom('file', command.key) : newId(), ...draft },
      ...{ name: fileNameOf(sent.name, kept.value), type: kept.value, ...written, content },
    };
    return insertDocument(this.known, doc, [], { cause: command.cause });
  }

  /** First what is known of it, so that nobody finds it; bytes that are left for a moment are swept. */
  async drop({ id, version = 1, content }: AttachedFile, cause: string | undefined): Promise<Result<void>> {
    const { status } = await this.known.remove(id, version, [], cause);
    if (status !== 'done' && status !== 'already') return fail(commonErrors.stale());
    await this.files.remove(content);
    return ok(undefined);
  }

  private async full(about: string) {
    const count = await this.known.count('byAbout', [about], MOST_FILES);
    return count >= MOST_FILES ? engagementErrors.files_full({ limit: MOST_FILES }) : undefined;
  }

  private async checked(content: string, size: number) {
    if (size === 0) return fail(engagementErrors.file_empty());
    const checked = await this.workshop.check(() => bytesOf(this.files, content));
    return checked.ok ? ok(checked.value) : checked;
  }
}

const tooLarge = () => new Refused([engagementErrors.file_too_large({ limit: MOST_MEGABYTES })]);
