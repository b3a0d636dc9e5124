import { Controller, Get, HttpCode, Module, Res } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access, SIGNED_IN } from '#platform/access/access';
import { Endpoint } from '#platform/http/openapi';
import { Log } from '#ports/log/log';
import { Store } from '#ports/store/store';

class LiveView {
  @ApiProperty()
  status!: string;
}

class GroupLagView {
  @ApiProperty()
  group!: string;
  @ApiProperty()
  topic!: string;
  @ApiProperty()
  events!: number;
  @ApiProperty({ required: false })
  stopped?: string;
}

class ReadyView {
  @ApiProperty({ enum: ['ready', 'not-ready'] })
  status!: string;
  @ApiProperty({ description: 'Events written and not on the log yet' })
  unsent!: number;
  @ApiProperty({ type: [GroupLagView], description: 'Groups with events to handle, or stopped' })
  lag!: GroupLagView[];
}

const ANYBODY = { any: ['anonymous', ...SIGNED_IN] } as const;

/** For load balancers and operators. Nothing here is confidential. */
@ApiTags('operations')
@Controller('health')
export class HealthController {
  constructor(
    private readonly store: Store,
    private readonly log: Log,
  ) {}

  @Get('live')
  @HttpCode(200)
  @Access(ANYBODY)
  @Endpoint({ summary: 'The process runs', answer: LiveView })
  live(): LiveView {
    return { status: 'live' };
  }

  @Get('ready')
  @Access(ANYBODY)
  @Endpoint({ summary: 'Store and log answer, no group has stopped; what is still to do', answer: ReadyView })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<ReadyView> {
    const [{ count }, lags] = await Promise.all([this.store.unsent(), this.log.lag()]);
    const lag = lags.filter((row) => row.events > 0 || row.stopped !== undefined);
    const status = lag.some((row) => row.stopped !== undefined) ? 'not-ready' : 'ready';
    if (status === 'not-ready') void reply.status(503);
    return { status, unsent: count, lag };
  }
}

@Module({ controllers: [HealthController] })
export class HealthModule {}
