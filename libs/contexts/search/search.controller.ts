import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { Access, SIGNED_IN } from '#platform/access/access';
import { Refused } from '#platform/errors/errors';
import { Text, Texts, Whole } from '#platform/http/fields';
import { Endpoint } from '#platform/http/openapi';
import type { SearchIndexSpec } from '#ports/search/search';
import { FeedSearch } from './feed-search.js';
import { codeOf } from './following.js';
import { searchErrors } from './search.errors.js';
import { DEMAND_SEARCH, FIRM_SEARCH } from './search.specs.js';

class SearchInput {
  @Text({ optional: true, min: 0, max: 200, description: 'Words; the last one may be unfinished' })
  q?: string;
  @Whole({ optional: true, query: true, min: 1, max: 100 })
  limit?: number;
  @Whole({ optional: true, query: true, min: 0, max: 900 })
  offset?: number;
}

const Filter = (description: string) => Texts({ optional: true, query: true, items: 20, max: 100, description });

class DemandSearchQuery extends SearchInput {
  @Filter('Type of demand')
  type?: string[];
  @Filter('Industry chain')
  chain?: string[];
  @Filter('published or closed')
  status?: string[];
  @Filter('Region asked for')
  region?: string[];
  @Filter('Chain leader')
  owner?: string[];
}

class FirmSearchQuery extends SearchInput {
  @Filter('Province, or province and city')
  region?: string[];
  @Filter('Tier')
  tier?: string[];
  @Filter('Industry')
  industry?: string[];
  @Filter('yes: the firm has an account')
  claimed?: string[];
}

class HitView {
  @ApiProperty()
  id!: string;
  @ApiProperty({ type: Object, description: 'Public fields to list' })
  show!: object;
  @ApiProperty({ type: Object, description: 'Fields that were hit, the words between U+E000 and U+E001' })
  marked!: object;
}

class SearchView {
  @ApiProperty({ type: [HitView] })
  hits!: HitView[];
  @ApiProperty({ description: 'Counted up to 1,000' })
  total!: number;
  @ApiProperty({ description: 'There are more than total says' })
  capped!: boolean;
  @ApiProperty({ type: Object, description: 'Values and counts by facet' })
  facets!: object;
}

/** Search for people over public fields. */
@ApiTags('search')
@Controller()
export class SearchController {
  constructor(private readonly feed: FeedSearch) {}

  @Get('search/demands')
  @Access({ any: ['anonymous', ...SIGNED_IN] })
  @Endpoint({ summary: 'Find published demands', answer: SearchView })
  demands(@Query() query: DemandSearchQuery) {
    return this.run(DEMAND_SEARCH, query);
  }

  @Get('search/firms')
  @Access({ any: ['anonymous', ...SIGNED_IN] })
  @Endpoint({ summary: 'Find firms by their cards', answer: SearchView })
  firms(@Query() query: FirmSearchQuery) {
    return this.run(FIRM_SEARCH, query);
  }

  @Post('operations/reindex')
  @HttpCode(200)
  @Access({ any: ['operator'] })
  @Endpoint({ summary: 'Build the search indexes anew and switch to them', answer: Object })
  async reindex() {
    const indexes: string[] = [];
    try {
      await this.feed.reindex((index) => indexes.push(index));
    } catch (error) {
      throw codeOf(error) === 'search.rebuild.running' ? new Refused([searchErrors.rebuild_running()]) : error;
    }
    return { indexes };
  }

  private run(spec: SearchIndexSpec, { q, limit, offset, ...filters }: SearchInput) {
    const wanted = Object.entries(filters).filter((entry): entry is [string, string[]] => Array.isArray(entry[1]));
    return this.feed.query(spec.name, {
      ...(q ? { text: q } : {}),
      filters: Object.fromEntries(wanted),
      facets: spec.facets,
      offset: offset ?? 0,
      limit: limit ?? 20,
    });
  }
}
