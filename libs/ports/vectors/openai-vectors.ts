import { Unavailable } from '#ports/unavailable';
import { Vectors } from './vectors.js';

/** Texts in one request: providers take between 10 and 2,048. */
const MOST = 10;
const REQUEST_MS = 30_000;
/** Characters of an answer's text that are told when it is an error. */
const TOLD = 200;

export interface VectorEndpoint {
  /** Base address, to which `/embeddings` is added, such as https://api.example.com/v1. */
  readonly url: string;
  readonly model: string;
  /** Sent as a bearer token; empty: none. */
  readonly key: string;
}

/**
 * A server that speaks as `POST /v1/embeddings` of the OpenAI API does (platform.openai.com/docs/api-reference/embeddings); many do,
 * also such as run in the own house.
 */
export class OpenAiVectors extends Vectors {
  readonly most = MOST;
  private dimensions: number | undefined;

  constructor(private readonly endpoint: VectorEndpoint) {
    super();
  }

  get model(): string {
    return `${this.endpoint.url} ${this.endpoint.model}`;
  }

  async of(texts: readonly string[]): Promise<readonly Float32Array[]> {
    const { url, model, key } = this.endpoint;
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${url}/embeddings`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(key === '' ? {} : { authorization: `Bearer ${key}` }) },
        body: JSON.stringify({ model, input: texts, encoding_format: 'float' }),
        // What is sent is confidential: it goes to the address that was named and to no other.
        redirect: 'error',
        signal: AbortSignal.timeout(REQUEST_MS),
      });
      text = await response.text();
    } catch (cause) {
      throw new Unavailable('the model of vectors', { cause });
    }
    if (!response.ok) {
      const told = `the model of vectors answers ${response.status}: ${text.slice(0, TOLD)}`;
      throw response.status === 429 || response.status >= 500
        ? new Unavailable('the model of vectors', { cause: new Error(told) })
        : new Error(told);
    }
    return this.read(text, texts.length);
  }

  private read(text: string, count: number): Float32Array[] {
    const { data } = JSON.parse(text) as { data?: { index?: unknown; embedding?: unknown }[] };
    const vectors = new Array<Float32Array | undefined>(count);
    for (const { index, embedding } of Array.isArray(data) ? data : [])
      if (typeof index === 'number' && Array.isArray(embedding)) vectors[index] = unit(embedding as unknown[]);
    return Array.from(vectors, (vector, at) => {
      if (!vector) throw new Error(`the model of vectors has answered no vector for text ${at + 1} of ${count}`);
      this.dimensions ??= vector.length;
      if (vector.length !== this.dimensions)
        throw new Error(`the model of vectors answers ${vector.length} dimensions, and ${this.dimensions} before`);
      return vector;
    });
  }
}

/** Of length 1; undefined for what is no vector. */
function unit(numbers: readonly unknown[]): Float32Array | undefined {
  const vector = Float64Array.from(numbers, (number) => (typeof number === 'number' ? number : Number.NaN));
  const length = Math.sqrt(vector.reduce((sum, number) => sum + number * number, 0));
  return length > 0 && Number.isFinite(length) ? Float32Array.from(vector, (number) => number / length) : undefined;
}
