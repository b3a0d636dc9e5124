import { type ArgumentsHost, applyDecorators, Catch, type ExceptionFilter, UseFilters } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import { type Observable, throwError } from 'rxjs';
import type { SubscribeOptions } from '#ports/log/log';

/** Handlers of `@OnEvents` are bound by {@link LogStrategy} and by no other transport of the same application. */
export const LOG_TRANSPORT = Symbol('log');

export interface OnEventsOptions extends SubscribeOptions {
  /** Consumer group, `context.purpose`; one handler per group in a process. */
  readonly group: string;
  readonly topics: readonly string[];
}

/** Lets the error through as it is; Nest would put "Internal server error" in its place and hide Unavailable. */
@Catch()
export class KeepError implements ExceptionFilter {
  catch(error: unknown, _host: ArgumentsHost): Observable<never> {
    return throwError(() => error);
  }
}

/**
 * Makes a controller method the handler of a consumer group:
 * `async decide(@Payload() events: readonly LogEvent[])` is a `HandleBatch`, its outcomes and errors mean what the log
 * port says.
 */
export function OnEvents(options: OnEventsOptions): MethodDecorator {
  const { group, ...extras } = options;
  return applyDecorators(EventPattern<string>(group, LOG_TRANSPORT, extras), UseFilters(new KeepError()));
}
