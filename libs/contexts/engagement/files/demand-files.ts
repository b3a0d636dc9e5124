import { Injectable } from '@nestjs/common';
import type { DemandState, Disclosure } from '#contracts/demand';
import { circleFor, type DemandReader, FILE_CIRCLE, type Stage } from '#contracts/disclosure';
import { isStaff, type Principal } from '#platform/access/access';
import { notedFiles } from '#platform/access/noted-access';
import { commonErrors } from '#platform/errors/common.errors';
import { fail, ok, type Result } from '#platform/errors/errors';
import type { Asked } from '#platform/http/request';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import type { Collection } from '#ports/store/store';
import { actOf } from '../act.js';
import { ENGAGEMENTS, type Engagement } from '../engagement.store.js';
import { Standings } from '../known/standing.js';
import { NoteAccess } from '../thread/note-access.js';
import { engagementId, stageOf } from '../thread/thread.rules.js';
import { confidential, MOST_FILES, visibleTo } from './file.rules.js';
import { type AttachedFile, aboutDemand, FILES } from './file.store.js';
import { KeepFiles } from './keep-files.js';
import type { SentFile } from './sent-file.js';

/** A demand, and in which circle a caller reads it. */
export interface DemandFor {
  readonly demand: DemandState;
  readonly level: Disclosure;
}

/** Files of demands: added by the owner, each kept to a circle, read by stage. */
@Injectable()
export class DemandFiles {
  constructor(
    @InjectCollection(FILES) private readonly files: Collection<AttachedFile>,
    @InjectCollection(ENGAGEMENTS) private readonly threads: Collection<Engagement>,
    private readonly standings: Standings,
    private readonly keep: KeepFiles,
    private readonly access: NoteAccess,
    private readonly clock: Clock,
  ) {}

  async add(
    demandId: string,
    sent: SentFile,
    disclosure: Disclosure | undefined,
    { caller, command }: Asked,
  ): Promise<Result<AttachedFile>> {
    const demand = await this.standings.written(demandId);
    if (!demand || demand.ownerId !== caller.organisation?.id) return fail(commonErrors.not_found());
    const repeated = await this.keep.repeated(command);
    if (repeated) return ok(repeated);
    const { at, by } = actOf(caller, 'leader', this.clock.iso());
    const draft = {
      ...{ about: aboutDemand(demandId), demandId, ownerId: demand.ownerId, side: 'leader' as const },
      ...{ disclosure: disclosure ?? FILE_CIRCLE, at, byName: by.byName, ...(by.byId ? { byId: by.byId } : {}) },
    };
    return this.keep.take(draft, sent, caller, command);
  }

  /** Those that the caller may see, newest first, and how many more there are. Names of confidential ones are noted. */
  async list(demandId: string, caller: Principal): Promise<Result<DemandFor & { all: number; seen: AttachedFile[] }>> {
    const found = await this.readable(demandId, caller);
    if (!found.ok) return found;
    const options = { eq: [aboutDemand(demandId)], limit: MOST_FILES * 2, descending: true };
    const { items } = await this.files.find('byAbout', options);
    const seen = visibleTo(found.value.level, items);
    await this.note(found.value.demand, seen, 'files', caller);
    return ok({ ...found.value, all: items.length, seen });
  }

  /** Notes who is shown which confidential files, before it is shown. */
  async note(
    demand: DemandState,
    files: readonly AttachedFile[],
    readIn: 'files' | 'download',
    caller: Principal,
  ): Promise<void> {
    await this.access.note(notedFiles(demand, confidential(files), readIn, caller, this.clock.iso()));
  }

  /** The demand as the caller reads it; not found where the caller may not know of it. */
  async readable(demandId: string, caller: Principal): Promise<Result<DemandFor>> {
    const demand = await this.standings.written(demandId);
    if (!demand) return fail(commonErrors.not_found());
    const [reader, stage] = await this.standOf(demand, caller);
    const isOthers = reader === 'anybody' || reader === 'firm';
    if (isOthers && !demand.publishedAt) return fail(commonErrors.not_found());
    const level = circleFor(demand, reader, stage);
    return level ? ok({ demand, level }) : fail(commonErrors.not_found());
  }

  private async standOf(demand: DemandState, caller: Principal): Promise<[DemandReader, Stage]> {
    if (isStaff(caller)) return ['staff', 'open'];
    const organisation = caller.organisation?.id;
    if (organisation === undefined) return ['anybody', 'open'];
    if (organisation === demand.ownerId) return ['owner', 'open'];
    // Of an organisation that is not approved, or not any more.
    if (caller.role === 'pending') return ['anybody', 'open'];
    const thread = await this.threads.get(engagementId(demand.id, organisation));
    if (thread) return ['firm', stageOf(thread, caller.personId)];
    return ['firm', (await this.standings.isMatched(demand.id, organisation)) ? 'matched' : 'open'];
  }
}
