import { Injectable } from '@nestjs/common';
import type { Result } from '#platform/errors/errors';
import { type Decision, writeDocument } from '#platform/store/change';
import { InjectCollection } from '#platform/store/collections';
import type { Collection } from '#ports/store/store';
import {
  CURATIONS,
  type Curation,
  MATCHING_SETTINGS,
  type MatchDecision,
  type MatchingSettings,
  PROGRAMME,
} from '../matching.store.js';
import { type Curated, curatedOf, untouched } from './curation.rules.js';

const TRIES = 8;

/** What staff have laid down for the lists of demands. */
@Injectable()
export class Curations {
  constructor(
    @InjectCollection(CURATIONS) private readonly curations: Collection<Curation>,
    @InjectCollection(MATCHING_SETTINGS) private readonly settings: Collection<MatchingSettings>,
  ) {}

  /** How the lists of these demands are to be made; `present` are their decisions in force. */
  async of(demandIds: readonly string[], present: readonly MatchDecision[]): Promise<Map<string, Curated>> {
    const [known, settings] = await Promise.all([this.curations.many([...demandIds]), this.programme()]);
    const curations = new Map(known.map((curation) => [curation.id, curation]));
    const decisions = new Map(present.map((decision) => [decision.id, decision]));
    return new Map(demandIds.map((id) => [id, curatedOf(curations.get(id), decisions.get(id), settings)]));
  }

  get(demandId: string): Promise<Curation | undefined> {
    return this.curations.get(demandId);
  }

  programme(): Promise<MatchingSettings | undefined> {
    return this.settings.get(PROGRAMME);
  }

  /** Decides on the newest, the first time on an untouched list. A repeat with the same cause changes nothing. */
  change(
    demandId: string,
    options: { readonly cause?: string | undefined; readonly version?: number | undefined; readonly at: string },
    decide: (before: Curation) => Result<Decision<Curation>>,
  ): Promise<Result<Curation>> {
    return writeDocument(this.curations, demandId, options, (before) =>
      decide(before ?? untouched(demandId, options.at)),
    );
  }

  /** What the programme lays down for new lists. */
  async setProgramme(settings: Omit<MatchingSettings, 'id' | 'version'>): Promise<MatchingSettings> {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const before = await this.programme();
      const [written] = before
        ? [await this.settings.save({ ...settings, id: PROGRAMME, version: before.version })]
        : await this.settings.insert([{ doc: { ...settings, id: PROGRAMME } }]);
      if (written?.status === 'done') return written.doc;
    }
    throw new Error(`the settings of the programme were changed ${TRIES} times`);
  }
}
