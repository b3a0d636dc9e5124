import type { ProblemDocument } from '#platform/http/problem.filter';
import { AnswerCheck } from './answers.js';
import { type Case, casesOf, sent } from './cases.js';
import { type OpenApi, type Operation, operationsOf } from './document.js';
import type { Ask } from './fixture.js';
import { type Answer, eachOf, type Sent, send } from './wire.js';
import type { World } from './world.js';

/** What a refusal must say besides being one. `pointer` names a field at or around the one in error. */
export interface Expected {
  readonly status?: number;
  readonly code?: string;
  readonly pointer?: string;
}

/** One bad request. */
export interface Try {
  readonly title: string;
  readonly bad: Sent;
  readonly expected?: Expected;
  /** In which languages it is asked; both when left out. */
  readonly languages?: readonly Language[];
}

export type Language = 'zh' | 'en';

/** A call that would go through. */
export class Good {
  constructor(
    readonly one: Case,
    readonly ask: Ask,
  ) {}

  get operation(): Operation {
    return this.one.operation;
  }

  get secret(): string | undefined {
    return this.one.about.actor.secret;
  }

  takes(header: string): boolean {
    return this.operation.parameters.some(({ name }) => name === header);
  }

  /** The call with some of it changed. */
  with(change: Partial<Ask>): Sent {
    return sent(this.operation, { ...this.ask, ...change }, this.secret);
  }
}

const CHINESE = /\p{Script=Han}/u;
const LANGUAGES: readonly Language[] = ['zh', 'en'];

/** Sends bad requests and judges the refusals, in the languages asked for. */
export class Refusals {
  readonly check: AnswerCheck;

  private constructor(
    private readonly world: World,
    readonly document: OpenApi,
    readonly good: readonly Good[],
  ) {
    this.check = new AnswerCheck(document);
  }

  static async create(world: World, document: OpenApi): Promise<Refusals> {
    return new Refusals(world, document, await goodCalls(world, operationsOf(document)));
  }

  call(name: string): Good {
    const found = this.good.find(({ operation }) => operation.name === name);
    if (!found) throw new Error(`no call of ${name}`);
    return found;
  }

  /** What is wrong with the refusals, a sentence each; the first few, since one cause has many effects. */
  async problems(tries: readonly Try[]): Promise<string[]> {
    const all = tries.flatMap((one) => (one.languages ?? LANGUAGES).map((language) => ({ ...one, language })));
    const problems = await eachOf(all, async ({ title, bad, expected = {}, language }) => {
      const headers = { ...bad.headers, 'accept-language': language };
      const answer = await send(this.world.url, { ...bad, headers });
      return this.judged(answer, language, expected).map((problem) => `${title} (${language}): ${problem}`);
    });
    return problems.flat().slice(0, 40);
  }

  private judged(answer: Answer, language: Language, { status, code, pointer }: Expected): string[] {
    if (answer.status < 400 || answer.status >= 500) return [`${answer.status}: ${answer.text.slice(0, 200)}`];
    const malformed = this.check.refusalProblems(answer);
    if (malformed.length > 0) return malformed;
    const problem = answer.json as ProblemDocument;
    const errors = problem.errors ?? [];
    const texts = [problem.title, problem.detail, ...errors.map(({ detail }) => detail)];
    const foreign = texts.filter((text) => CHINESE.test(text) !== (language === 'zh'));
    const pointed = pointer === undefined || errors.some((error) => isAround(error.pointer, pointer));
    return [
      ...(pointed ? [] : [`does not point at ${pointer}: ${answer.text}`]),
      ...(status === undefined || status === answer.status ? [] : [`${answer.status} instead of ${status}`]),
      ...(code === undefined || code === problem.code ? [] : [`${problem.code} instead of ${code}`]),
      ...foreign.map((text) => `not in ${language}: ${text}`),
    ];
  }
}

/** Errors of list items point at the list, errors of objects at what is in them. */
const isAround = (a: string, b: string): boolean => `${a}/`.startsWith(`${b}/`) || `${b}/`.startsWith(`${a}/`);

/** A request that would go through, one for each operation, by the most ordinary actor who may. */
async function goodCalls(world: World, operations: readonly Operation[]): Promise<Good[]> {
  const cases = casesOf(operations, world).filter(({ refusal }) => refusal === undefined);
  const by = (name: string) => cases.filter(({ about }) => about.actor.name === name);
  const early = ['leader admin', 'staff admin', 'operator'].flatMap(by).filter(({ call }) => !call.late);
  // What takes something away takes it from another organisation.
  const late = by('sme admin').filter(({ call }) => call.late);
  const made = new Map<string, Good>();
  for (const one of [...early, ...late]) {
    const ask = made.has(one.operation.name) ? undefined : await one.call.ask(one.about);
    if (ask) made.set(one.operation.name, new Good(one, ask));
  }
  const missing = operations.filter(({ name }) => !made.has(name));
  if (missing.length > 0) throw new Error(`no good call of ${missing.map(({ name }) => name).join(', ')}`);
  return [...made.values()];
}
