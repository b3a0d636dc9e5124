import { Injectable } from '@nestjs/common';
import { TOPICS } from '#contracts/topics';
import { Log, type Position } from '#ports/log/log';
import { Unavailable } from '#ports/unavailable';
import { RECIPIENTS_GROUP } from './remember-recipients.js';

/**
 * Whether everybody whose event is on the log can be told. Who hears of an event is decided once: when the process that
 * notes people has just died, those it had not noted yet would never hear of it.
 */
@Injectable()
export class PeopleKnown {
  /** The end of the people's topic up to which all were known when it was last looked at. */
  private upTo: Position | undefined;

  constructor(private readonly log: Log) {}

  /** Throws {@link Unavailable} while somebody on the log is not among the recipients. One short question where nobody is new. */
  async make(): Promise<void> {
    // In this order: what came before the end is counted by the lag.
    const end = await this.log.end([TOPICS.person]);
    if (end === this.upTo) return;
    const lag = await this.log.lag(RECIPIENTS_GROUP);
    if (lag.find(({ topic }) => topic === TOPICS.person)?.events !== 0) throw new Unavailable('who is to be told');
    this.upTo = end;
  }
}
