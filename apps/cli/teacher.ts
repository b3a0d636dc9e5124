import { isPlain } from '#engines/match/read-json';

/** Texts asked about at a time. */
const BATCH = 64;
const TIMEOUT_MS = 120_000;

export interface TeacherOptions {
  /** Of an API like OpenAI's: what stands before `/embeddings`. */
  readonly url: string;
  readonly model: string;
  readonly say: (line: string) => void;
}

/** The teacher cannot be asked, or does not answer with vectors. */
export class TeacherFailed extends Error {
  override readonly name = 'TeacherFailed';
  readonly code = 'cli.teacher-failed';
}

/** Asks an embeddings endpoint for the vectors of texts, one after the other. Throws {@link TeacherFailed}. */
export async function askTeacher(texts: readonly string[], { url, model, say }: TeacherOptions): Promise<Float32Array> {
  const endpoint = `${url.replace(/\/+$/, '')}/embeddings`;
  let vectors: Float32Array | undefined;
  let width = 0;
  for (let from = 0; from < texts.length; from += BATCH) {
    const batch = texts.slice(from, from + BATCH);
    for (const [at, vector] of (await ask(endpoint, model, batch)).entries()) {
      width ||= vector.length;
      vectors ??= new Float32Array(texts.length * width);
      if (vector.length !== width || width === 0) {
        throw new TeacherFailed(`${endpoint}: a vector of ${vector.length} numbers, others have ${width}`);
      }
      vectors.set(vector, (from + at) * width);
    }
    if ((from / BATCH) % 32 === 0) say(`teacher: ${from + batch.length} of ${texts.length} lines`);
  }
  return vectors ?? new Float32Array();
}

async function ask(endpoint: string, model: string, input: readonly string[]): Promise<number[][]> {
  const body = JSON.stringify({ model, input, encoding_format: 'float' });
  const headers = { 'content-type': 'application/json' };
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const answer = await fetch(endpoint, { method: 'POST', headers, body, signal }).catch((error: Error) => {
    const cause = error.cause as { readonly message?: string } | undefined;
    throw new TeacherFailed(`${endpoint}: ${cause?.message || error.message}`);
  });
  const text = await answer.text();
  if (!answer.ok) throw new TeacherFailed(`${endpoint}: HTTP ${answer.status} ${text.slice(0, 200)}`);
  const vectors = vectorsOf(text);
  if (vectors?.length !== input.length)
    throw new TeacherFailed(`${endpoint}: no vector for each of ${input.length} texts`);
  return vectors;
}

/** The vectors of an answer in the order of the texts. */
function vectorsOf(text: string): number[][] | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isPlain(json) || !Array.isArray(json.data)) return undefined;
  const vectors: number[][] = [];
  for (const [at, each] of json.data.entries()) {
    if (!isPlain(each) || !isNumbers(each.embedding)) return undefined;
    const place = Number.isInteger(each.index) ? Number(each.index) : at;
    vectors[place] = each.embedding;
  }
  return vectors.length === json.data.length && !vectors.includes(undefined as never) ? vectors : undefined;
}

const isNumbers = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((each) => Number.isFinite(each));
