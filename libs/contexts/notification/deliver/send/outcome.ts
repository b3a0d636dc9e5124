import type { Failure } from '#platform/errors/errors';
import { type Answer, type OutwardPost, PrivateAddress } from '#platform/outward/outward-post';
import { deliveryErrors } from '../delivery.errors.js';
import type { MessageText } from '../message-text.js';

/**
 * What became of a try.
 * - `sent`: the other side has taken it; `receipt` is its answer.
 * - `later`: worth another try, `after` seconds at the earliest where the other side says so.
 * - `refused`: the address will not take this or any other message until somebody changes it.
 */
export type Outcome =
  | { readonly result: 'sent'; readonly receipt?: string }
  | { readonly result: 'later'; readonly reason: Failure; readonly after?: number }
  | { readonly result: 'refused'; readonly reason: Failure };

/** What a sender needs of a channel. */
export interface Target {
  /** Address of a robot or a system, or of a mailbox. */
  readonly address: string;
  readonly secret?: string;
  readonly now: Date;
}

export interface Sender {
  send(text: MessageText, target: Target): Promise<Outcome>;
}

/** Seconds that the other side has for its answer. */
const PATIENCE = 10;

/** Posts JSON; an answer of success is left to `judge`, as robots say what is wrong in it. */
export async function postJson(
  post: OutwardPost,
  address: string,
  body: unknown,
  judge: (answer: Answer) => Outcome,
  headers: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  let answer: Answer;
  try {
    answer = await post.post(address, text, headers, PATIENCE * 1000);
  } catch (error) {
    return failed(error);
  }
  return judge(answer);
}

function failed(error: unknown): Outcome {
  if (error instanceof PrivateAddress) return { result: 'refused', reason: deliveryErrors.private_address() };
  const { name, code } = error as { name?: string; code?: unknown };
  if (name === 'AbortError' || name === 'TimeoutError')
    return { result: 'later', reason: deliveryErrors.too_slow({ seconds: PATIENCE }) };
  return { result: 'later', reason: deliveryErrors.unreachable({ detail: String(code ?? name) }) };
}

/** An answer that is no success, by its status; undefined where it is one. */
export function byStatus({ status, retryAfter }: Answer): Outcome | undefined {
  if (status >= 200 && status < 300) return undefined;
  const after = retryAfter === undefined ? {} : { after: Math.min(retryAfter, 86_400) };
  if (status === 429) return { result: 'later', reason: deliveryErrors.too_often(), ...after };
  if (status === 410) return { result: 'refused', reason: deliveryErrors.gone({ status }) };
  return { result: 'later', reason: deliveryErrors.status({ status }), ...after };
}

/** The JSON of an answer; an empty object where it is none. */
export function jsonOf({ body }: Answer): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
