import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, type Principal } from '#platform/access/access';
import { commonErrors } from '#platform/errors/common.errors';
import { Refused } from '#platform/errors/errors';
import { Endpoint } from '#platform/http/openapi';
import { PageOf, PageQuery, pageOptions, pageView } from '#platform/http/paging';
import { Caller } from '#platform/http/request';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import type { Collection } from '#ports/store/store';
import { MatchIndex } from '../index/match-index.js';
import { DECISIONS, type MatchDecision, type MatchingSettings } from '../matching.store.js';
import { HeldListView, LikeDemandView, SettingsInput, SettingsView } from './curation.dto.js';
import { heldView } from './curation.view.js';
import { Curations } from './curations.js';

/** What waits for staff, and whether new lists do. */
@ApiTags('curation')
@Controller()
export class CurationsController {
  constructor(
    @InjectCollection(DECISIONS) private readonly decisions: Collection<MatchDecision>,
    private readonly curations: Curations,
    private readonly index: MatchIndex,
    private readonly clock: Clock,
  ) {}

  @Get('held-lists')
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({ summary: 'Lists that wait until staff send them out, the oldest first', answer: PageOf(HeldListView) })
  async held(@Query() query: PageQuery) {
    return pageView(await this.decisions.find('held', pageOptions(query)), heldView);
  }

  @Get('matching-settings')
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({ summary: 'Whether new lists wait for staff', answer: SettingsView })
  async settings(): Promise<SettingsView> {
    return settingsView(await this.curations.programme());
  }

  @Put('matching-settings')
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({
    summary: 'Have new lists wait for staff, or not; lists that are there stay as they are',
    answer: SettingsView,
  })
  async set(@Body() { hold }: SettingsInput, @Caller() caller: Principal): Promise<SettingsView> {
    const byName = caller.personName ?? caller.organisation?.name ?? caller.role;
    return settingsView(await this.curations.setProgramme({ hold, byName, at: this.clock.iso() }));
  }

  @Get('demands/:id/like-demands')
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({
    summary: 'Demands that may be the same as one that waits for its publication or is open, the likest first',
    answer: PageOf(LikeDemandView),
  })
  async like(@Param('id') id: string) {
    const found = await this.index.like(id);
    if (!found) throw new Refused([commonErrors.not_found()]);
    return { items: found };
  }
}

const settingsView = (settings: MatchingSettings | undefined): SettingsView =>
  settings ? { hold: settings.hold, byName: settings.byName, at: settings.at } : { hold: false };
