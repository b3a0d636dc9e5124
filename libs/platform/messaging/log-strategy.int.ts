import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type CallHandler,
  Controller,
  type ExecutionContext,
  Injectable,
  Module,
  type NestInterceptor,
  Scope,
  type Type,
  UseInterceptors,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Payload } from '@nestjs/microservices';
import type { Observable } from 'rxjs';
import type { LogEvent } from '#ports/event';
import { EmbeddedLog } from '#ports/log/embedded/embedded-log';
import { type Outcome, stop } from '#ports/log/log';
import { eventOf, eventually, Heard, nameOf, series } from '#ports/log/log-kit.contract';
import { Unavailable } from '#ports/unavailable';
import { LogStrategy } from './log-strategy.js';
import { OnEvents } from './on-events.js';

let heard = new Heard();

@Controller()
class Deciding {
  private readonly ready = true;

  @OnEvents({ group: 'matching.decide', topics: ['internal.demand'], batch: 50, tries: 2 })
  async decide(@Payload() events: readonly LogEvent[]): Promise<readonly Outcome[] | undefined> {
    expect(this.ready).toBe(true);
    return heard.handle(events);
  }
}

@Injectable()
class PassOn implements NestInterceptor {
  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle();
  }
}

@UseInterceptors(PassOn)
@Controller({ scope: Scope.REQUEST })
class PerRequest {
  @OnEvents({ group: 'per.request', topics: ['internal.demand'], tries: 2 })
  async decide(@Payload() events: readonly LogEvent[]): Promise<readonly Outcome[] | undefined> {
    return heard.handle(events);
  }
}

@Controller()
class Twin {
  @OnEvents({ group: 'matching.decide', topics: ['internal.capability'] })
  async decide(): Promise<void> {}
}

describe('the log strategy', () => {
  let folder: string;
  let log: EmbeddedLog;
  let closing: (() => Promise<void>)[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rulian-messaging-'));
    log = await EmbeddedLog.open(folder);
    closing = [];
  });

  afterEach(async () => {
    for (const close of closing) await close();
    await log.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function boot(...controllers: Type[]) {
    @Module({ controllers })
    class App {}
    const strategy = new LogStrategy(log);
    const app = await NestFactory.createMicroservice(App, { strategy, logger: false, abortOnError: false });
    closing.push(() => app.close());
    return { app, strategy };
  }

  it('hands batches to the method and its outcomes to the log', async () => {
    heard = new Heard(async (events) => events.map(() => ({ kind: 'skip', reason: 'seen' }) as const));
    await log.append([...series('internal.demand', 'a', 3), eventOf('internal.other', 'x', 1)]);
    const { app } = await boot(Deciding);
    await app.listen();
    await heard.has('a3');
    expect(heard.batches).toEqual([['a1', 'a2', 'a3']]);
    await eventually(async () => (await log.deadLetters({ group: 'matching.decide', limit: 9 })).length === 3);
  });

  it.each([
    ['a plain controller', Deciding, 'matching.decide'],
    ['a request-scoped controller behind an interceptor', PerRequest, 'per.request'],
  ])('repeats what throws in %s and keeps its message in the dead letter', async (_name, controller, group) => {
    heard = new Heard(async (events) => {
      if (events.some((event) => nameOf(event) === 'a1')) throw new Error('no rule set in force');
    });
    const { app } = await boot(controller);
    await app.listen();
    await log.append(series('internal.demand', 'a', 2));
    await heard.has('a2');
    const [letter] = await eventually(async () => {
      const letters = await log.deadLetters({ group, limit: 9 });
      return letters.length > 0 && letters;
    });
    expect(letter).toMatchObject({ reason: 'no rule set in force', event: { id: 'internal.demand/a/1' } });
    expect(heard.batches.filter((batch) => batch.length === 1 && batch[0] === 'a1')).toHaveLength(2);
  });

  it('pauses while the handler says Unavailable', async () => {
    let refusals = 3;
    heard = new Heard(async () => {
      if (refusals-- > 0) throw new Unavailable('the store');
    });
    const { app } = await boot(Deciding);
    await app.listen();
    await log.append(series('internal.demand', 'a', 1));
    await heard.has('a1');
    expect(heard.batches).toHaveLength(4);
    expect(await log.deadLetters({ limit: 9 })).toEqual([]);
  });

  it('tells of stopped groups', async () => {
    heard = new Heard(async (events) => events.map(() => stop('unknown schema')));
    const { app, strategy } = await boot(Deciding);
    await app.listen();
    expect(strategy.stoppedGroups()).toEqual([]);
    await log.append(series('internal.demand', 'a', 1));
    const stopped = await eventually(async () => strategy.stoppedGroups().length > 0 && strategy.stoppedGroups());
    expect(stopped).toEqual([{ group: 'matching.decide', reason: 'unknown schema' }]);
  });

  it('refuses to boot with two handlers of one group', async () => {
    const { app } = await boot(Deciding, Twin);
    await expect(app.listen()).rejects.toThrow('two handlers share the group "matching.decide"');
  });

  it('leaves its groups when the application is closed and goes on there when it is booted again', async () => {
    heard = new Heard();
    const first = await boot(Deciding);
    await first.app.listen();
    await log.append(series('internal.demand', 'a', 1));
    await heard.has('a1');
    await first.app.close();
    await log.append([eventOf('internal.demand', 'a', 2)]);
    const second = await boot(Deciding);
    await second.app.listen();
    await heard.has('a2');
    expect(heard.names).toEqual(['a1', 'a2']);
  });
});
