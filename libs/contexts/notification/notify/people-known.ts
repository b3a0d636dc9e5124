import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { TOPICS } from '#contracts/topics';
import { Log, type Position } from '#ports/log/log';
import { Unavailable } from '#ports/unavailable';
import { RECIPIENTS_GROUP } from './remember-recipients.js';

/** Milliseconds between looks: a person's event is written with the event of what they did, and is noted at about the same time. */
const LOOKS = [5, 10, 20, 40, 80, 160, 320, 640];

/**
 * Whether everybody whose event is on the log can be told. Who hears of an event is decided once: when the process that
 * notes people has just died, those it had not noted yet would never hear of it.
 */
@Injectable()
export class PeopleKnown {
  /** The end of the people's topic up to which all were known when it was last looked at. */
  private upTo: Position | undefined;

  constructor(private readonly log: Log) {}

  /**
   * Waits for a second or so, then throws {@link Unavailable}, while somebody on the log is not among the recipients. One
   * short question where nobody is new.
   */
  async make(): Promise<void> {
    // In this order: what came before the end is counted by the lag.
    const end = await this.log.end([TOPICS.person]);
    if (end === this.upTo) return;
    for (const wait of [...LOOKS, undefined]) {
      const lag = await this.log.lag(RECIPIENTS_GROUP);
      if (lag.find(({ topic }) => topic === TOPICS.person)?.events === 0) break;
      if (wait === undefined) throw new Unavailable('who is to be told');
      await pause(wait);
    }
    this.upTo = end;
  }
}
