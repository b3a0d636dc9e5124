import { type CustomTransportStrategy, type MessageHandler, Server } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import { measureHandling } from '#platform/telemetry/metrics';
import { traceHandling } from '#platform/telemetry/tracing';
import type { LogEvent } from '#ports/event';
import type { Log, Outcome, Subscription } from '#ports/log/log';
import { LOG_TRANSPORT, type OnEventsOptions } from './on-events.js';
import { onceAvailable } from './once-available.js';

export interface StoppedGroup {
  readonly group: string;
  /** What the handler said with its `stop`. */
  readonly reason: string;
}

/**
 * Binds the `@OnEvents` handlers of a Nest application to the log port, whatever adapter is behind it.
 * `app.connectMicroservice({ strategy: new LogStrategy(log) })`, then `startAllMicroservices()` subscribes them and
 * `app.close()` ends the subscriptions. The log stays open: who opened it closes it.
 */
export class LogStrategy extends Server implements CustomTransportStrategy {
  override readonly transportId = LOG_TRANSPORT;
  /** Errors go to the log port, which repeats, sets aside and reports. */
  override propagatesEventHandlerErrors = true;
  private subscriptions: (readonly [group: string, subscription: Subscription])[] = [];

  constructor(private readonly log: Log) {
    super();
  }

  /** Subscribes every handler; a failure is handed to `callback` and leaves nothing subscribed. */
  async listen(callback: (error?: unknown) => void): Promise<void> {
    try {
      for (const [group, handler] of this.messageHandlers) await this.bind(group, handler);
    } catch (error) {
      await this.close();
      return callback(error);
    }
    callback();
  }

  /** Waits for the batches under way. */
  async close(): Promise<void> {
    const open = this.subscriptions;
    this.subscriptions = [];
    await Promise.all(open.map(([, subscription]) => subscription.close()));
  }

  /** Groups of this process. */
  groups(): string[] {
    return this.subscriptions.map(([group]) => group);
  }

  /** For the health check: groups whose handler answered `stop`. */
  stoppedGroups(): StoppedGroup[] {
    return this.subscriptions.flatMap(([group, { stopped }]) =>
      stopped === undefined ? [] : [{ group, reason: stopped }],
    );
  }

  override on(): never {
    throw new Error('the log transport has no events to listen to; ask stoppedGroups()');
  }

  /** The log behind it. */
  unwrap<T>(): T {
    return this.log as T;
  }

  private async bind(group: string, handler: MessageHandler): Promise<void> {
    if (handler.next) {
      throw new Error(`two handlers share the group "${group}"; each @OnEvents needs a group of its own`);
    }
    const { topics, ...options } = handler.extras as Omit<OnEventsOptions, 'group'>;
    if (!Array.isArray(topics)) throw new Error(`the handler of "${group}" has no topics; declare it with @OnEvents`);
    const handle = (events: readonly LogEvent[]) =>
      traceHandling(group, events, () =>
        measureHandling(group, events.length, async () => {
          const outcomes = await settled(handler(events, { group }));
          this.logger.debug?.({ msg: 'handled', group, events: events.length, first: events[0]?.id });
          return outcomes;
        }),
      );
    const subscribe = () => this.log.subscribe(group, topics, handle, options);
    this.subscriptions.push([
      group,
      await onceAvailable(`group ${group}`, subscribe, (line) => this.logger.warn(line)),
    ]);
  }
}

/** Nest gives a value, or a stream when an interceptor or an exception filter stood in between. */
async function settled(answer: Promise<unknown>): Promise<readonly Outcome[] | undefined> {
  const value = await answer;
  const last = isObservable(value) ? await lastValueFrom(value, { defaultValue: undefined }) : value;
  return last as readonly Outcome[] | undefined;
}
