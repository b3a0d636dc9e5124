import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { Access } from '#platform/access/access';
import { commonErrors } from '#platform/errors/common.errors';
import { mediaTypeOf } from '#platform/http/body-stream';
import { MAIL_TYPE } from '#platform/http/http-app';
import { Endpoint } from '#platform/http/openapi';
import { readBytesOf } from '#platform/http/read-body';
import type { HouseRequest } from '#platform/http/request';
import { readBounce } from './bounce.rules.js';
import { BOUNCE_OUTCOMES, type BounceOutcome, TakeBounce } from './take-bounce.js';

/** Bytes; our own mails, which come back in a report, are much smaller. */
const MOST_BYTES = 1024 * 1024;

export class BounceView {
  @ApiProperty({
    enum: BOUNCE_OUTCOMES,
    description:
      'stopped: no more mail goes to this person until it says so; noted: the mail counts as given up; nothing: no report, or of no mail of ours',
  })
  outcome!: BounceOutcome;
}

/** For the mail server: what comes back to the sender's address. */
@ApiTags('operations')
@Controller('operations/bounces')
export class BouncesController {
  constructor(private readonly bounces: TakeBounce) {}

  @Post()
  @HttpCode(200)
  @Access({ any: ['staff', 'operator'], admin: true })
  @Endpoint({
    summary: 'Hand in a mail that came to the sender’s address',
    description:
      'A report that a mail was not delivered (RFC 3464) counts as its answer. Any other mail is passed over, so that the whole mailbox may be handed in.',
    file: { types: [MAIL_TYPE], description: 'The mail as it came, at most 1 MiB' },
    answer: BounceView,
  })
  async take(@Body() body: unknown, @Req() request: HouseRequest): Promise<BounceView> {
    const wrong = commonErrors.media_type({ type: mediaTypeOf(request) || '–', allowed: MAIL_TYPE });
    const bounce = await readBounce(await readBytesOf({ type: MAIL_TYPE, limit: MOST_BYTES, wrong }, body, request));
    return { outcome: bounce ? await this.bounces.take(bounce) : 'nothing' };
  }
}
