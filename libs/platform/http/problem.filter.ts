import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { commonErrors } from '#platform/errors/common.errors';
import { errorSpec, type Failure, failureText, type Kind, type Language, Refused } from '#platform/errors/errors';
import { newId } from '#platform/ids';
import { isInvalidCursor } from '#ports/store/invalid-call';
import { isUnavailable } from '#ports/unavailable';
import { fieldErrors } from './field.errors.js';
import { type HouseRequest, readerLanguage } from './request.js';

const STATUS: Readonly<Record<Kind, number>> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  stale: 412,
  'too-large': 413,
  'too-many': 429,
  unsupported: 415,
  unavailable: 503,
};

/** Seconds after which it is worth to ask again what was not available. */
const RETRY_AFTER = 5;

/** RFC 9457 problem document. `code` is stable; `title` and `detail` are for the reader. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly instance?: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string; readonly detail: string }[];
}

const TITLES: Readonly<Record<number, Readonly<Record<Language, string>>>> = {
  400: { zh: '请求有误', en: 'Bad request' },
  401: { zh: '需要登录', en: 'Sign-in needed' },
  403: { zh: '无权操作', en: 'Not allowed' },
  404: { zh: '未找到', en: 'Not found' },
  409: { zh: '与现有数据冲突', en: 'Conflict' },
  412: { zh: '数据已被修改', en: 'Changed in the meantime' },
  413: { zh: '内容过大', en: 'Too large' },
  415: { zh: '内容类型不支持', en: 'Content type not supported' },
  422: { zh: '填写有误', en: 'Not valid' },
  429: { zh: '请求过于频繁', en: 'Too many requests' },
  500: { zh: '系统错误', en: 'Internal error' },
  503: { zh: '暂时不可用', en: 'Not available' },
};

/** Builds the document of one or more failures; several fields become one 422 with a list. Pure. */
export function problemOf(failures: readonly [Failure, ...Failure[]], language: Language): ProblemDocument {
  const [first] = failures;
  const status = first.code === 'common.internal' ? 500 : STATUS[errorSpec(first.code).kind];
  const pointed = failures.flatMap((failure) =>
    failure.pointer === undefined
      ? []
      : [{ pointer: failure.pointer, code: failure.code, detail: failureText(failure, language) }],
  );
  const single = pointed.length === 1 ? `${pointed[0]?.pointer}：${pointed[0]?.detail}` : undefined;
  const detail =
    pointed.length === 0
      ? failureText(first, language)
      : (single ?? failureText(fieldErrors.invalid_request({ count: pointed.length }), language));
  return {
    type: `/problems/${first.code}`,
    title: TITLES[status]?.[language] ?? '',
    status,
    detail: language === 'en' ? detail.replace('：', ': ') : detail,
    code: first.code,
    ...(pointed.length > 0 ? { errors: pointed } : {}),
  };
}

/** The one place where errors become answers. Unknown errors show an id only; the log has the rest under it. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<HouseRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (reply.sent || reply.raw.headersSent) return;
    this.answer(error, request, reply);
  }

  answer(error: unknown, request: HouseRequest, reply: FastifyReply): void {
    const failures = this.failuresOf(error, request);
    const problem = problemOf(failures, readerLanguage(request.headers['accept-language']));
    const wait = problem.status === 503 ? RETRY_AFTER : failures[0].params.seconds;
    if ((problem.status === 429 || problem.status === 503) && wait !== undefined)
      void reply.header('retry-after', String(wait));
    void reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify({ ...problem, instance: request.id }));
  }

  private failuresOf(error: unknown, request: HouseRequest): readonly [Failure, ...Failure[]] {
    if (error instanceof Refused) return error.failures;
    if (isInvalidCursor(error)) return [commonErrors.cursor_invalid({}, '/cursor')];
    if (isUnavailable(error)) {
      this.logger.warn({ requestId: request.id, error });
      return [commonErrors.unavailable()];
    }
    return [knownTransport(error, request) ?? this.internal(error, request)];
  }

  private internal(error: unknown, request: HouseRequest): Failure {
    const id = newId();
    this.logger.error({ errorId: id, requestId: request.id, path: request.routeOptions?.url, error });
    return commonErrors.internal({ id });
  }
}

/** Shown back to the reader, so cut to what a media type can be. */
const mediaType = (request: HouseRequest): string =>
  /^[\w!#$&^.+/-]{1,100}/.exec(request.headers['content-type'] ?? '')?.[0] ?? '-';

/** Refusals made by Fastify and Nest before our code is reached. */
function knownTransport(error: unknown, request: HouseRequest): Failure | undefined {
  const status =
    error instanceof HttpException ? error.getStatus() : (error as { statusCode?: unknown } | null)?.statusCode;
  // Whoever was sending has gone away: nobody to tell, and no fault of ours.
  if ((error as { code?: unknown } | null)?.code === 'ECONNRESET' && request.raw.destroyed)
    return commonErrors.body_cut();
  if (status === 404)
    return commonErrors.method_or_path({ method: request.method, path: request.url.split('?')[0] ?? '' });
  if (status === 413) return commonErrors.body_too_large({ limit: '1 MiB' });
  if (status === 415) return commonErrors.media_type({ type: mediaType(request), allowed: 'application/json' });
  if (typeof status === 'number' && status >= 400 && status < 500)
    return commonErrors.body_not_json({ reason: String((error as Error).message).slice(0, 200) });
  return undefined;
}
