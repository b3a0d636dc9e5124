/** The answer, or in a few words why there is none. */
export type Heard<T> = { readonly value: T } | { readonly why: string };

export interface QuestionOptions {
  /** Milliseconds until an answer counts as missing. Default 3000. */
  readonly limitMs?: number;
  /** Milliseconds until a question that hangs is given up and asked again. Default 30,000. */
  readonly giveUpMs?: number;
}

/**
 * Something that is asked again and again of what may be away. While an answer is still owed the next one to ask waits for
 * the same, so that a dependency that hangs is not asked by more and more callers.
 */
export class Question<T> {
  private running: { readonly answer: Promise<Heard<T>>; readonly since: number } | undefined;

  constructor(
    private readonly put: () => Promise<T>,
    private readonly failed: (error: unknown) => void,
    private readonly options: QuestionOptions = {},
  ) {}

  /** Never rejects, and takes no longer than the limit. */
  async ask(): Promise<Heard<T>> {
    const { limitMs = 3000, giveUpMs = 30_000 } = this.options;
    const now = performance.now();
    if (!this.running || now - this.running.since > giveUpMs) this.running = { answer: this.run(), since: now };
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<Heard<T>>((resolve) => {
      timer = setTimeout(() => resolve({ why: `no answer within ${limitMs / 1000} s` }), limitMs);
    });
    try {
      return await Promise.race([this.running.answer, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  private run(): Promise<Heard<T>> {
    const answer = this.answered().finally(() => {
      if (this.running?.answer === answer) this.running = undefined;
    });
    return answer;
  }

  /** What was thrown is not shown: it may name addresses within the installation. */
  private async answered(): Promise<Heard<T>> {
    try {
      return { value: await this.put() };
    } catch (error) {
      this.failed(error);
      return { why: 'does not answer' };
    }
  }
}
