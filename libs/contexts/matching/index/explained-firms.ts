import type { Analyser } from '#engines/match/analysis';
import { profileLines } from '#engines/match/profile';
import type { MatchFirm } from '#engines/match/types';
import { type ReadProfile, readProfile } from '#engines/match/verdict/profile-reading';
import { BoundedMap } from '#platform/bounded-map';
import { remembering } from './line-memory.js';

/** Firms kept read; some ten kilobytes each. */
const MOST = 5000;

/** A firm as explanations read it. */
export interface ExplainedFirm {
  readonly firm: MatchFirm;
  readonly analyser: Analyser;
  /** Read when something is judged for the first time. */
  readonly profile: () => ReadProfile;
}

/** What explanations have read of the firms that were explained last. */
export class ExplainedFirms {
  private readonly known = new BoundedMap<string, ExplainedFirm>(MOST);

  constructor(private readonly analyser: Analyser) {}

  of(firm: MatchFirm): ExplainedFirm {
    const known = this.known.get(firm.id);
    if (known) return known;
    const texts = new Set(profileLines(firm).map(({ text }) => text));
    let read: ReadProfile | undefined;
    const profile = () => {
      read ??= readProfile(firm);
      return read;
    };
    const explained = { firm, analyser: remembering(this.analyser, texts), profile };
    this.known.set(firm.id, explained);
    return explained;
  }

  /** The firm says something else now, or is gone. */
  forget(id: string): void {
    this.known.delete(id);
  }
}
