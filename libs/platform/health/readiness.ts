import { Injectable, Logger } from '@nestjs/common';
import { type Heard, Question } from './question.js';

export interface Checked {
  readonly name: string;
  readonly ready: boolean;
  /** Why it is not ready. */
  readonly why?: string;
}

/** Where contexts say what must be before this process can serve. Each calls `add` while its module is made. */
@Injectable()
export class Readiness {
  private readonly logger = new Logger('readiness');
  private readonly questions = new Map<string, Question<string | undefined>>();

  /**
   * `check` answers undefined when it is ready, or why it is not yet: a few words that are shown to anybody. When it throws
   * or does not answer within three seconds it is not ready.
   */
  add(name: string, check: () => Promise<string | undefined>): void {
    if (this.questions.has(name)) throw new Error(`there is a readiness check ${name} already`);
    this.questions.set(name, this.question(name, check));
  }

  /** A question whose failures are logged as those of the checks are. */
  question<T>(name: string, put: () => Promise<T>): Question<T> {
    return new Question(put, (error) => this.logger.warn({ msg: 'not ready', check: name, error }));
  }

  /** Every check, in the order in which they were added. Never rejects. */
  look(): Promise<Checked[]> {
    return Promise.all([...this.questions].map(async ([name, question]) => checked(name, await question.ask())));
  }
}

function checked(name: string, heard: Heard<string | undefined>): Checked {
  const why = 'why' in heard ? heard.why : heard.value;
  return why === undefined ? { name, ready: true } : { name, ready: false, why };
}
