/** What sort of refusal it is; the one edge filter maps it to a status. The core knows no HTTP. */
export type Kind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'stale'
  | 'too-large'
  | 'too-many'
  | 'unsupported'
  | 'unavailable';

export type Language = 'zh' | 'en';
export type Params = Readonly<Record<string, string | number>>;

export interface ErrorSpec {
  readonly kind: Kind;
  /** Default info: expected refusals are no alarms. */
  readonly level?: 'debug' | 'info' | 'warn' | 'error';
  /** One sentence that says what to change. `{name}` is filled from the parameters. */
  readonly zh: string;
  readonly en: string;
  /** Chinese words for values of parameters that are codes, e.g. `draft: '草稿'`; also within a list `a, b`. */
  readonly words?: Readonly<Record<string, string>>;
}

/** An expected failure, returned and not thrown by use cases. `pointer` names the input field as a JSON pointer. */
export interface Failure {
  readonly code: string;
  readonly params: Params;
  readonly pointer?: string;
}

const registry = new Map<string, ErrorSpec>();

/**
 * Registers the errors of one namespace and gives a maker for each: `defineErrors('demand', {past: {…}}).past({…})`
 * makes the failure `demand.past`. A code is defined once.
 */
export function defineErrors<K extends string>(
  namespace: string,
  specs: Readonly<Record<K, ErrorSpec>>,
): Readonly<Record<K, (params?: Params, pointer?: string) => Failure>> {
  const makers = {} as Record<K, (params?: Params, pointer?: string) => Failure>;
  for (const name of Object.keys(specs) as K[]) {
    const code = `${namespace}.${name}`;
    if (registry.has(code)) throw new Error(`error code ${code} is defined twice`);
    registry.set(code, specs[name]);
    makers[name] = (params = {}, pointer) => ({ code, params, ...(pointer === undefined ? {} : { pointer }) });
  }
  return makers;
}

/** The definition of a code. Throws for a code that nobody defined: a programming error. */
export function errorSpec(code: string): ErrorSpec {
  const spec = registry.get(code);
  if (!spec) throw new Error(`error code ${code} is not defined`);
  return spec;
}

/** Every defined code, for documents and completeness tests. */
export function errorCodes(): string[] {
  return [...registry.keys()].sort();
}

/** Fills `{name}` places; an unknown name stays visible. */
export function fill(text: string, params: Params): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : place,
  );
}

export function failureText(failure: Failure, language: Language): string {
  const { words, ...texts } = errorSpec(failure.code);
  const params = language === 'zh' && words ? inWords(failure.params, words) : failure.params;
  return fill(texts[language], params);
}

function inWords(params: Params, words: Readonly<Record<string, string>>): Params {
  const word = (code: string) => (Object.hasOwn(words, code) ? words[code] : code);
  const told = (value: string | number) => String(value).split(', ').map(word).join('、');
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, told(value)]));
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const fail = (failure: Failure): Result<never> => ({ ok: false, failure });

/** Carries failures from a controller or guard to the edge filter. Use cases return {@link Result} instead. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(readonly failures: readonly [Failure, ...Failure[]]) {
    super(failures.map((failure) => failure.code).join(', '));
  }
}

/** Unwraps a result at the edge. */
export function orRefuse<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Refused([result.failure]);
}
