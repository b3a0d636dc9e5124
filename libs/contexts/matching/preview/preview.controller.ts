import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { viewDemand } from '#contracts/disclosure';
import { Access, type Principal } from '#platform/access/access';
import { RateLimit } from '#platform/access/rate-limit';
import { type Language, Refused } from '#platform/errors/errors';
import { cleared } from '#platform/http/fields';
import { Endpoint } from '#platform/http/openapi';
import { Caller, Reader } from '#platform/http/request';
import { Clock } from '#platform/time/clock';
import { excludedView, fittingView } from '../read/proposal.view.js';
import { type DraftContent, draftDemand } from './draft-demand.js';
import { DemandPreviewInput, DemandPreviewView } from './preview.dto.js';
import { type Preview, PreviewDemand } from './preview-demand.js';

/** Enough for somebody who types; too few to read firms out by trying. */
const PREVIEWS_PER_MINUTE = 40;

@ApiTags('matching')
@Controller('demand-previews')
export class PreviewController {
  private readonly limit = new RateLimit(PREVIEWS_PER_MINUTE, 60);

  constructor(
    private readonly previews: PreviewDemand,
    private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(200)
  @Access({ any: ['leader', 'sme'] })
  @Endpoint({
    summary: 'Which firms a demand would be proposed to, and what each must that excludes somebody changes',
    description: 'Ranks as for a published demand. Nothing is stored and nobody is told.',
    answer: DemandPreviewView,
  })
  async preview(@Body() body: DemandPreviewInput, @Caller() caller: Principal, @Reader() language: Language) {
    const tooMany = await this.limit.take(caller.organisation?.id ?? caller.subject);
    if (tooMany) throw new Refused([tooMany]);
    const draft: DraftContent = cleared(body);
    const demand = draftDemand(draft, caller.organisation?.id ?? '', this.clock.iso());
    return previewView(await this.previews.preview(demand), language);
  }
}

function previewView({ draft, loosenings }: Preview, language: Language): DemandPreviewView {
  const demand = viewDemand(draft.demand, 'owner');
  return {
    firms: draft.entries.map((entry) => fittingView(entry, demand, 'leader', language)),
    excluded: excludedView(draft.excluded, language),
    loosenings: loosenings.map(({ more, ...rest }) => ({ ...rest, more: more.map(({ firmName }) => firmName) })),
  };
}
