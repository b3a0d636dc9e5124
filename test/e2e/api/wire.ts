/** A request as it goes over the wire; `path` may hold anything a client can send. */
export interface Sent {
  readonly method: string;
  /** With prefix and query, e.g. `/api/v1/demands?limit=5`. */
  readonly path: string;
  readonly secret?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON unless it is text or bytes. */
  readonly body?: unknown;
}

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  /** The body parsed; undefined when it is not JSON. */
  readonly json: unknown;
  readonly headers: Headers;
}

/** Sends one request and reads the answer; of an endless stream only the head. */
export async function send(url: string, { method, path, secret, headers, body }: Sent): Promise<Answer> {
  const response = await answered(`${method} ${path.slice(0, 100)}`, `${url}${path}`, {
    method,
    redirect: 'manual',
    headers: {
      ...(secret ? { authorization: `Bearer ${secret}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: encoded(body) }),
  });
  const type = response.headers.get('content-type') ?? '';
  const endless = type.startsWith('text/event-stream');
  if (endless) await response.body?.cancel();
  const text = endless ? '' : await response.text();
  return { status: response.status, type, text, json: parsed(text), headers: response.headers };
}

async function answered(what: string, url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (cause) {
    throw new Error(
      `no answer to ${what} with ${JSON.stringify(init.headers)} and ${String(init.body).slice(0, 100)}`,
      { cause },
    );
  }
}

function encoded(body: unknown): string | Uint8Array<ArrayBuffer> {
  if (typeof body === 'string') return body;
  return ArrayBuffer.isView(body) ? new Uint8Array(body as Uint8Array) : JSON.stringify(body);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Works on many at a time; the results are in the order of the items. */
export async function eachOf<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const AT_ONCE = 24;
  for (let at = 0; at < items.length; at += AT_ONCE) {
    results.push(...(await Promise.all(items.slice(at, at + AT_ONCE).map(work))));
  }
  return results;
}
