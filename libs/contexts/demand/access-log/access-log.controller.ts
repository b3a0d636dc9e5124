import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { READ_IN } from '#contracts/access';
import { GUARDED_FIELDS } from '#contracts/demand';
import { Access, type Principal } from '#platform/access/access';
import { orRefuse } from '#platform/errors/errors';
import { Endpoint } from '#platform/http/openapi';
import { PageOf, PageQuery, pageOptions, pageView } from '#platform/http/paging';
import { Caller } from '#platform/http/request';
import { InjectCollection } from '#platform/store/collections';
import type { Collection } from '#ports/store/store';
import { DemandHandler } from '../demand.handler.js';
import { DEMAND_ACCESSES, type DemandAccess } from '../demand.store.js';

export class DemandAccessView {
  @ApiProperty()
  at!: string;
  @ApiProperty()
  byName!: string;
  @ApiProperty({ required: false })
  organisationName?: string;
  @ApiProperty({ enum: ['firm', 'staff'] })
  side!: string;
  @ApiProperty({ enum: READ_IN, description: 'Where it was shown' })
  readIn!: string;
  @ApiProperty({ enum: GUARDED_FIELDS, isArray: true })
  fields!: string[];
  @ApiProperty({ required: false, type: [String], description: 'Names of files that were listed or taken' })
  files?: string[];
}

@ApiTags('demands')
@Controller('demands/:id/access-log')
export class AccessLogController {
  constructor(
    private readonly handler: DemandHandler,
    @InjectCollection(DEMAND_ACCESSES) private readonly accesses: Collection<DemandAccess>,
  ) {}

  @Get()
  @Access({ any: ['staff', 'operator'], own: ['leader', 'sme'] })
  @Endpoint({
    summary: 'Who was shown what is confidential of a demand, and when; newest first',
    description:
      'Confidential is what firms that it was proposed to do not see. What the owner reads itself is not noted.',
    answer: PageOf(DemandAccessView),
  })
  async list(@Param('id') id: string, @Query() query: PageQuery, @Caller() caller: Principal) {
    const { id: demandId } = orRefuse(await this.handler.ownedOrStaff(id, caller));
    const page = await this.accesses.find('byDemand', { eq: [demandId], ...pageOptions(query), descending: true });
    return pageView(page, ({ at, byName, organisationName, side, readIn, fields, files }) => ({
      ...{ at, byName, side, readIn, fields: [...fields] },
      ...(organisationName ? { organisationName } : {}),
      ...(files ? { files: [...files] } : {}),
    }));
  }
}
