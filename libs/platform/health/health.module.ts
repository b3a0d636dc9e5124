import { Controller, Get, Global, HttpCode, Module, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access, SIGNED_IN } from '#platform/access/access';
import { Endpoint } from '#platform/http/openapi';
import { type Lag, Log } from '#ports/log/log';
import { Store } from '#ports/store/store';
import { BacklogView, LiveView, ReadyView } from './health.dto.js';
import type { Heard, Question } from './question.js';
import { type Checked, Readiness } from './readiness.js';

const ANYBODY = { any: ['anonymous', ...SIGNED_IN] } as const;

/** For load balancers and operators. Nothing here is confidential. */
@ApiTags('operations')
@Controller('health')
export class HealthController {
  private readonly store: Question<void>;
  private readonly unsent: Question<number>;
  private readonly lag: Question<Lag[]>;

  constructor(
    store: Store,
    log: Log,
    private readonly readiness: Readiness,
  ) {
    this.store = readiness.question('store', async () => store.answers());
    this.unsent = readiness.question('unsent', async () => (await store.unsent()).count);
    this.lag = readiness.question('log', async () => log.lag());
  }

  @Get('live')
  @HttpCode(200)
  @Access(ANYBODY)
  @Endpoint({ summary: 'The process runs', answer: LiveView })
  live(): LiveView {
    return { status: 'live' };
  }

  @Get('ready')
  @Access(ANYBODY)
  @Endpoint({
    summary: 'Store and log answer, no group has stopped, indexes have caught up',
    description: 'The same document with status 503 and the reasons while it is not so.',
    answer: ReadyView,
  })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<ReadyView> {
    const [store, lag, others] = await Promise.all([this.store.ask(), this.lag.ask(), this.readiness.look()]);
    const checks = [checkOf('store', store), checkOf('log', lag), ...stopped(lag), ...others];
    const ready = checks.every((check) => check.ready);
    if (!ready) void reply.status(503);
    return { status: ready ? 'ready' : 'not-ready', checks };
  }

  /** Apart from what is asked all the time: it looks through the whole store. */
  @Get('backlog')
  @Access(ANYBODY)
  @Endpoint({ summary: 'What is still to do: events to send, events to handle', answer: BacklogView })
  async backlog(): Promise<BacklogView> {
    const [unsent, lag] = await Promise.all([this.unsent.ask(), this.lag.ask()]);
    return {
      ...('value' in unsent ? { unsent: unsent.value } : {}),
      ...('value' in lag ? { lag: lag.value.filter((row) => row.events > 0 || row.stopped !== undefined) } : {}),
    };
  }
}

const checkOf = (name: string, heard: Heard<unknown>): Checked =>
  'why' in heard ? { name, ready: false, why: heard.why } : { name, ready: true };

/** One for each group that has stopped. */
function stopped(heard: Heard<Lag[]>): Checked[] {
  const rows = 'value' in heard ? heard.value : [];
  const reasons = new Map(
    rows.flatMap(({ group, stopped: why }) => (why === undefined ? [] : [[group, why] as const])),
  );
  return [...reasons].map(([group, why]) => ({ name: `group ${group}`, ready: false, why: `stopped: ${why}` }));
}

/** `/health/live`, `/health/ready` and `/health/backlog`, and {@link Readiness} for every module. */
@Global()
@Module({ controllers: [HealthController], providers: [Readiness], exports: [Readiness] })
export class HealthModule {}
