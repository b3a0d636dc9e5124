import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '#platform/access/access';
import { Endpoint } from '#platform/http/openapi';
import { PageOf, PageQuery, pageOptions, pageView } from '#platform/http/paging';
import { InjectCollection } from '#platform/store/collections';
import type { Collection } from '#ports/store/store';
import { TrainingRowView } from '../matching.dto.js';
import { TRAINING_ROWS } from '../matching.store.js';
import type { TrainingRow } from './training-row.js';

@ApiTags('matching')
@Controller()
export class TrainingController {
  constructor(@InjectCollection(TRAINING_ROWS) private readonly rows: Collection<TrainingRow>) {}

  @Get('training-rows')
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({
    summary: 'What came of proposals, with the features of that moment, oldest first',
    answer: PageOf(TrainingRowView),
  })
  async list(@Query() query: PageQuery) {
    const page = await this.rows.find('byAge', pageOptions(query));
    return pageView(page, ({ version: _v, reasons, features, byHand, ...row }) => ({
      ...row,
      reasons: [...reasons],
      features: { ...features },
      byHand: { ...byHand },
    }));
  }
}
