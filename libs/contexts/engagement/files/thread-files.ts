import { Injectable } from '@nestjs/common';
import type { StepKind } from '#contracts/engagement';
import type { Principal } from '#platform/access/access';
import { commonErrors } from '#platform/errors/common.errors';
import { fail, ok, type Result } from '#platform/errors/errors';
import type { Asked } from '#platform/http/request';
import { idFrom } from '#platform/ids';
import { insertDocument } from '#platform/store/change';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import type { Collection } from '#ports/store/store';
import { actOf } from '../act.js';
import { engagementErrors } from '../engagement.errors.js';
import { ENGAGEMENTS, type Engagement, MESSAGES, type Message } from '../engagement.store.js';
import { postedMessage } from '../thread/post-message.js';
import { mayRead, partyOf } from '../thread/thread.view.js';
import { MOST_FILES } from './file.rules.js';
import { type AttachedFile, aboutThread, FILES } from './file.store.js';
import { KeepFiles } from './keep-files.js';
import type { SentFile } from './sent-file.js';

/** Files of threads, between the two sides: each is also a message, so that the other side hears of it. */
@Injectable()
export class ThreadFiles {
  constructor(
    @InjectCollection(FILES) private readonly files: Collection<AttachedFile>,
    @InjectCollection(ENGAGEMENTS) private readonly threads: Collection<Engagement>,
    @InjectCollection(MESSAGES) private readonly messages: Collection<Message>,
    private readonly keep: KeepFiles,
    private readonly clock: Clock,
  ) {}

  async add(
    id: string,
    sent: SentFile,
    step: StepKind | undefined,
    { caller, command }: Asked,
  ): Promise<Result<AttachedFile>> {
    const thread = await this.threads.get(id);
    const side = thread && partyOf(thread, caller);
    if (!thread || !side) return fail(commonErrors.not_found());
    const { at, by } = actOf(caller, side, this.clock.iso());
    const repeated = await this.keep.repeated(command);
    if (!repeated && thread.status === 'ended') return fail(engagementErrors.thread_ended());
    const draft = {
      ...{ about: aboutThread(id), demandId: thread.demandId, engagementId: id, side, at, byName: by.byName },
      ...{ ownerId: caller.organisation?.id ?? '', ...(by.byId ? { byId: by.byId } : {}), ...(step ? { step } : {}) },
    };
    const taken = repeated ? ok(repeated) : await this.keep.take(draft, sent, caller, command);
    if (!taken.ok) return taken;
    const told = await this.tell(thread, taken.value);
    return told.ok ? taken : told;
  }

  /** All of a thread, newest first. */
  async list(id: string, caller: Principal): Promise<Result<AttachedFile[]>> {
    const thread = await this.readable(id, caller);
    if (!thread) return fail(commonErrors.not_found());
    const options = { eq: [aboutThread(id)], limit: MOST_FILES * 2, descending: true };
    return ok([...(await this.files.find('byAbout', options)).items]);
  }

  /** The thread, for its two sides and staff. */
  async readable(id: string, caller: Principal): Promise<Engagement | undefined> {
    const thread = await this.threads.get(id);
    return thread && mayRead(thread, caller) ? thread : undefined;
  }

  /** Once for each file, however often the upload is repeated: the file's id says which message it is. */
  private tell(thread: Engagement, file: AttachedFile): Promise<Result<Message>> {
    const { id, name, type, size, at, byId, byName, side, step } = file;
    const by = { byName, ...(byId ? { byId } : {}) };
    const said = { text: name, file: { id, name, type, size }, ...(step ? { step } : {}) };
    const { doc, events } = postedMessage(thread, idFrom('message', 'file', id), side, { at, by, said });
    return insertDocument(this.messages, doc, events, { cause: id });
  }
}
