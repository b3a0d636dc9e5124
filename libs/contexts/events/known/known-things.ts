import { Injectable } from '@nestjs/common';
import { InjectCollection } from '#platform/store/collections';
import type { Collection, Doc } from '#ports/store/store';
import {
  KNOWN_DEMANDS,
  KNOWN_MATCHES,
  KNOWN_ORGANISATIONS,
  type KnownDemand,
  type KnownMatch,
  type KnownOrganisation,
} from './known.store.js';

/** The most ids that the store takes at once. */
const MOST = 1000;

/** Reads what this context knows of others, many at a time. */
@Injectable()
export class KnownThings {
  constructor(
    @InjectCollection(KNOWN_ORGANISATIONS) private readonly knownOrganisations: Collection<KnownOrganisation>,
    @InjectCollection(KNOWN_DEMANDS) private readonly knownDemands: Collection<KnownDemand>,
    @InjectCollection(KNOWN_MATCHES) private readonly knownMatches: Collection<KnownMatch>,
  ) {}

  async demands(ids: readonly string[]): Promise<Map<string, KnownDemand>> {
    return byId(await inParts(ids, (part) => this.knownDemands.many(part)));
  }

  async organisations(ids: readonly string[]): Promise<Map<string, KnownOrganisation>> {
    return byId(await inParts(ids, (part) => this.knownOrganisations.many(part)));
  }

  /** Organisations by their credit codes and the keys of their names; several may share a name. */
  async organisationsNamed(keys: readonly string[]): Promise<Map<string, KnownOrganisation[]>> {
    const [byName, byCode] = await Promise.all([
      inParts(keys, (part) => this.knownOrganisations.manyBy('byName', part)),
      inParts(keys, (part) => this.knownOrganisations.manyBy('byCode', part)),
    ]);
    const found = new Map<string, KnownOrganisation[]>();
    const note = (key: string | undefined, one: KnownOrganisation) => {
      if (key !== undefined) found.set(key, [...(found.get(key) ?? []), one]);
    };
    for (const one of byName) note(one.nameKey, one);
    for (const one of byCode) note(one.creditCode, one);
    return found;
  }

  /** The organisations that fit any of the demands. */
  matchesOf(demandIds: readonly string[]): Promise<KnownMatch[]> {
    return inParts(demandIds, (part) => this.knownMatches.manyBy('byDemand', part));
  }

  /** The demands that an organisation fits. */
  matchesTo(organisationId: string): Promise<KnownMatch[]> {
    return this.knownMatches.manyBy('byOrganisation', [organisationId]);
  }
}

async function inParts<T>(ids: readonly string[], read: (part: string[]) => Promise<T[]>): Promise<T[]> {
  const all = [...new Set(ids)];
  const parts = Array.from({ length: Math.ceil(all.length / MOST) }, (_, at) => all.slice(at * MOST, (at + 1) * MOST));
  return (await Promise.all(parts.map(read))).flat();
}

const byId = <T extends Doc>(docs: readonly T[]): Map<string, T> => new Map(docs.map((doc) => [doc.id, doc]));
