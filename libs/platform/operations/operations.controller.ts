import { Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '#platform/access/access';
import { Refused } from '#platform/errors/errors';
import { Endpoint } from '#platform/http/openapi';
import { PageOf, type PageView, pageOptions } from '#platform/http/paging';
import { Clock } from '#platform/time/clock';
import { type DeadLetter, Log } from '#ports/log/log';
import { Store, type Unsent } from '#ports/store/store';
import { letterAfter, letterCursor } from './letter-cursor.js';
import { LagView, LettersQuery, LetterView, type UnsentView, WholeLetterView } from './operations.dto.js';
import { operationsErrors } from './operations.errors.js';

/** Letters of a group are counted no further. */
const MOST_COUNTED = 1000;

/** Administrators of the programme as well: the installation is theirs to run. */
const OPERATOR = { any: ['staff', 'operator'], admin: true } as const;

/** What the operator sees of the events under way, and does about those that could not be handled. */
@ApiTags('operations')
@Controller('operations')
export class OperationsController {
  constructor(
    private readonly log: Log,
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  @Get('lag')
  @Access(OPERATOR)
  @Endpoint({ summary: 'Events under way: unsent, waiting for each group, and dead letters', answer: LagView })
  async lag(): Promise<LagView> {
    const [unsent, groups, counts] = await Promise.all([
      this.store.unsent(),
      this.log.lag(),
      this.log.deadLetterCounts(MOST_COUNTED),
    ]);
    const deadLetters = counts.map((count) => ({ ...count, capped: count.letters >= MOST_COUNTED }));
    return { groups, unsent: this.aged(unsent), deadLetters };
  }

  @Get('dead-letters')
  @Access(OPERATOR)
  @Endpoint({ summary: 'Events that a group could not handle, oldest first', answer: PageOf(LetterView) })
  async list(@Query() query: LettersQuery): Promise<PageView<LetterView>> {
    const { group } = query;
    const { limit, after: cursor } = pageOptions(query);
    const after = cursor === undefined ? {} : { after: letterAfter(group, cursor) };
    const letters = await this.log.deadLetters({
      ...(group === undefined ? {} : { group }),
      ...after,
      limit: limit + 1,
    });
    const items = letters.slice(0, limit);
    const last = items.at(-1);
    const more = last && letters.length > limit;
    return { items: items.map(inList), ...(more ? { next: letterCursor(group, last.id) } : {}) };
  }

  @Get('dead-letters/:id')
  @Access(OPERATOR)
  @Endpoint({ summary: 'A dead letter with the whole event', answer: WholeLetterView })
  async read(@Param('id') id: string): Promise<WholeLetterView> {
    const letter = await this.log.deadLetter(id);
    return letter ?? noLetter(id);
  }

  @Post('dead-letters/:id/replay')
  @HttpCode(204)
  @Access(OPERATOR)
  @Endpoint({
    summary: 'Deliver the event to its group again',
    description: 'The letter is gone then; should the group fail again, there is a new one.',
    status: 204,
  })
  async replay(@Param('id') id: string): Promise<void> {
    if (!(await this.log.replayDeadLetter(id))) noLetter(id);
  }

  @Delete('dead-letters/:id')
  @HttpCode(204)
  @Access(OPERATOR)
  @Endpoint({ summary: 'Drop a dead letter: its group never handles the event', status: 204 })
  async drop(@Param('id') id: string): Promise<void> {
    if (!(await this.log.dropDeadLetter(id))) noLetter(id);
  }

  private aged({ count, oldest }: Unsent): UnsentView {
    if (oldest === undefined) return { count };
    const age = (this.clock.now().getTime() - Date.parse(oldest)) / 1000;
    return { count, oldest, ageSeconds: Math.max(0, Math.round(age)) };
  }
}

function inList({ id, group, reason, at, event }: DeadLetter): LetterView {
  const { topic, type, subject } = event;
  return { id, group, reason, at, event: { topic, type, subject, id: event.id } };
}

function noLetter(id: string): never {
  throw new Refused([operationsErrors.no_letter({ id })]);
}
