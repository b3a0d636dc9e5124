import type { ProblemDocument } from './problem.filter.js';

/** A refusal of the API, with its problem document. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';
  constructor(
    readonly status: number,
    readonly problem: ProblemDocument,
  ) {
    const fields = (problem.errors ?? []).map((error) => `${error.pointer}: ${error.detail}`);
    super([problem.detail, ...fields].join('\n  '));
  }
}

/** How often in a row a look at an import may be refused with 503, a second apart. */
const LOOKS = 120;

/** The API as the command line and the demo use it: JSON in and out, refusals as {@link ApiRefusal}. */
export class ApiClient {
  constructor(
    /** Address of the installation, without a path. */
    readonly url: string,
    private readonly secret?: string,
    private readonly language: 'zh' | 'en' = 'zh',
  ) {}

  get<T>(path: string): Promise<T> {
    return this.request('GET', path);
  }

  post<T>(path: string, body?: unknown, idempotencyKey?: string): Promise<T> {
    const headers: Record<string, string> = {};
    if (body !== undefined) headers['content-type'] = 'application/json';
    if (idempotencyKey) headers['idempotency-key'] = idempotencyKey;
    return this.request('POST', path, headers, body === undefined ? undefined : JSON.stringify(body));
  }

  patch<T>(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<T> {
    return this.request('PATCH', path, { 'content-type': 'application/json', ...headers }, JSON.stringify(body));
  }

  put<T>(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<T> {
    return this.request('PUT', path, { 'content-type': 'application/json', ...headers }, JSON.stringify(body));
  }

  delete<T>(path: string): Promise<T> {
    return this.request('DELETE', path);
  }

  /** Sends a file as the body; streams are sent as they are read. */
  upload<T>(path: string, contentType: string, body: string | Uint8Array | ReadableStream<Uint8Array>): Promise<T> {
    return this.request('POST', path, { 'content-type': contentType }, body);
  }

  /** Waits for an import to be over, telling its progress. A product that cannot answer for two minutes (503) is waited for. */
  async imported<T extends ImportProgress>(id: string, progress: (job: T) => void = () => undefined): Promise<T> {
    for (let refused = 0; ; ) {
      const job = await this.get<T>(`/imports/${id}`).catch((error: unknown) => {
        if (!(error instanceof ApiRefusal) || error.status !== 503 || refused === LOOKS) throw error;
        return undefined;
      });
      refused = job ? 0 : refused + 1;
      if (job) progress(job);
      if (job?.status === 'done' || job?.status === 'refused') return job;
      await new Promise((resolve) => setTimeout(resolve, job ? 100 : 1000));
    }
  }

  private async request<T>(
    method: string,
    path: string,
    headers: Readonly<Record<string, string>> = {},
    body?: string | Uint8Array | ReadableStream<Uint8Array>,
  ): Promise<T> {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        'accept-language': this.language,
        ...(this.secret ? { authorization: `Bearer ${this.secret}` } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body, duplex: 'half' }),
    } as RequestInit);
    const text = await response.text();
    if (!response.ok) throw new ApiRefusal(response.status, problemIn(text, response.status));
    return (text ? JSON.parse(text) : undefined) as T;
  }
}

export interface ImportProgress {
  readonly status: string;
  readonly rows: number;
  readonly handled: number;
}

/** A proxy in between answers in its own words. */
function problemIn(text: string, status: number): ProblemDocument {
  const foreign = { type: 'about:blank', title: '', status, detail: `HTTP ${status}`, code: 'http.foreign' };
  try {
    const problem = JSON.parse(text) as Partial<ProblemDocument> | null;
    return typeof problem?.detail === 'string' ? (problem as ProblemDocument) : foreign;
  } catch {
    return foreign;
  }
}
