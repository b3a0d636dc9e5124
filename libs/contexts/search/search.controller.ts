import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiExtraModels, ApiProperty, type ApiPropertyOptions, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { ORGANISATION_KINDS, ORGANISATION_STATES } from '#contracts/identity';
import { Access, SIGNED_IN } from '#platform/access/access';
import { Refused } from '#platform/errors/errors';
import { Text, Texts, Whole } from '#platform/http/fields';
import { Endpoint } from '#platform/http/openapi';
import type { SearchIndexSpec } from '#ports/search/search';
import { FeedSearch } from './feed-search.js';
import { codeOf } from './following.js';
import { searchErrors } from './search.errors.js';
import { DEMAND_SEARCH, FIRM_SEARCH, ORGANISATION_SEARCH } from './search.specs.js';

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

class OrganisationSearchQuery extends SearchInput {
  @Filter('leader, sme or staff')
  kind?: string[];
  @Filter('pending, approved, rejected or suspended')
  status?: string[];
  @Filter('Province, or province and city')
  region?: string[];
}

class DemandShown {
  @ApiProperty()
  title!: string;
  @ApiProperty()
  type!: string;
  @ApiProperty({ enum: ['published', 'closed'] })
  status!: string;
  @ApiProperty({ required: false })
  chain?: string;
  @ApiProperty({ required: false })
  link?: string;
  @ApiProperty({ required: false, description: 'Absent when the leader keeps its name back' })
  ownerName?: string;
  @ApiProperty()
  deadline!: string;
  @ApiProperty({ required: false })
  publishedAt?: string;
}

class FirmShown {
  @ApiProperty()
  name!: string;
  @ApiProperty({ required: false })
  region?: string;
  @ApiProperty({ required: false })
  tier?: string;
  @ApiProperty({ type: [String], description: 'The first five' })
  products!: string[];
  @ApiProperty({ type: [String], description: 'The first five' })
  domains!: string[];
  @ApiProperty({ description: '0 to 100' })
  completeness!: number;
  @ApiProperty()
  claimed!: boolean;
}

class OrganisationShown {
  @ApiProperty()
  name!: string;
  @ApiProperty({ enum: ORGANISATION_KINDS })
  kind!: string;
  @ApiProperty({ enum: ORGANISATION_STATES })
  status!: string;
  @ApiProperty({ required: false })
  creditCode?: string;
  @ApiProperty({ required: false })
  region?: string;
  @ApiProperty({ required: false })
  createdAt?: string;
}

class FacetValueView {
  @ApiProperty()
  value!: string;
  @ApiProperty()
  count!: number;
}

type Values = Exclude<NonNullable<ApiPropertyOptions['additionalProperties']>, boolean>;

const ByName = (description: string, values: Values) =>
  ApiProperty({ type: 'object', additionalProperties: values, description });

class Found {
  @ApiProperty()
  id!: string;
  @ByName('Fields that were hit, the words between U+E000 and U+E001', { type: 'string' })
  marked!: Record<string, string>;
}

class DemandHitView extends Found {
  @ApiProperty({ type: DemandShown })
  show!: DemandShown;
}

class FirmHitView extends Found {
  @ApiProperty({ type: FirmShown })
  show!: FirmShown;
}

class OrganisationHitView extends Found {
  @ApiProperty({ type: OrganisationShown })
  show!: OrganisationShown;
}

@ApiExtraModels(FacetValueView)
class SearchView {
  @ApiProperty({ description: 'Counted up to 1,000' })
  total!: number;
  @ApiProperty({ description: 'There are more than total says' })
  capped!: boolean;
  @ByName('The 50 most frequent values of each facet', {
    type: 'array',
    items: { $ref: getSchemaPath(FacetValueView) },
  })
  facets!: Record<string, FacetValueView[]>;
}

class DemandSearchView extends SearchView {
  @ApiProperty({ type: [DemandHitView] })
  hits!: DemandHitView[];
}

class FirmSearchView extends SearchView {
  @ApiProperty({ type: [FirmHitView] })
  hits!: FirmHitView[];
}

class OrganisationSearchView extends SearchView {
  @ApiProperty({ type: [OrganisationHitView] })
  hits!: OrganisationHitView[];
}

/** Search for people: over public fields for everyone, in organisations for staff. */
@ApiTags('search')
@Controller()
export class SearchController {
  constructor(private readonly feed: FeedSearch) {}

  @Get('search/demands')
  @Access({ any: ['anonymous', ...SIGNED_IN] })
  @Endpoint({ summary: 'Find published demands', answer: DemandSearchView })
  demands(@Query() query: DemandSearchQuery) {
    return this.run(DEMAND_SEARCH, query);
  }

  @Get('search/firms')
  @Access({ any: ['anonymous', ...SIGNED_IN] })
  @Endpoint({ summary: 'Find firms by their cards', answer: FirmSearchView })
  firms(@Query() query: FirmSearchQuery) {
    return this.run(FIRM_SEARCH, query);
  }

  @Get('search/organisations')
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({ summary: 'Find organisations by name or credit code', answer: OrganisationSearchView })
  organisations(@Query() query: OrganisationSearchQuery) {
    return this.run(ORGANISATION_SEARCH, query);
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
