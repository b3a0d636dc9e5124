import { firmNameKey } from '#contracts/firm-name';
import { grouped } from '#platform/grouped';
import type { Collection } from '#ports/store/store';
import type { Profile } from '../capability.store.js';
import type { FirmRow } from './firm-row.js';

/** The stored profiles that rows of a batch can mean. */
export class KnownFirms {
  private constructor(
    private readonly byCode: ReadonlyMap<string, Profile>,
    private readonly byExternalId: ReadonlyMap<string, readonly Profile[]>,
    private readonly byNameKey: ReadonlyMap<string, readonly Profile[]>,
  ) {}

  /** Three look-ups, whatever the number of rows (1,000 at most). */
  static async of(profiles: Collection<Profile>, rows: readonly FirmRow[]): Promise<KnownFirms> {
    const look = (index: string, of: (row: FirmRow) => string | undefined) =>
      profiles.manyBy(index, [...new Set(rows.map(of).filter((value) => value !== undefined))]);
    const [codes, externals, names] = await Promise.all([
      look('byCode', (row) => row.creditCode),
      look('byExternalId', (row) => row.externalId),
      look('byNameKey', (row) => firmNameKey(row.name)),
    ]);
    return new KnownFirms(
      new Map(codes.map((profile) => [profile.creditCode ?? '', profile])),
      grouped(externals, (profile) => profile.externalId ?? ''),
      grouped(names, (profile) => profile.nameKey),
    );
  }

  /**
   * By credit code, then by the file's own id, then by name; the latter two only where nothing else contradicts, and a name
   * only where it is one firm's.
   */
  find(row: FirmRow): Profile | undefined {
    const byCode = row.creditCode && this.byCode.get(row.creditCode);
    if (byCode) return byCode;
    const sameCode = (profile: Profile) => agrees(profile.creditCode, row.creditCode);
    const [byId] = ((row.externalId && this.byExternalId.get(row.externalId)) || []).filter(sameCode);
    if (byId) return byId;
    const fitting = this.named(row.name).filter((p) => sameCode(p) && agrees(p.externalId, row.externalId));
    return fitting.length === 1 ? fitting[0] : undefined;
  }

  /** Profiles whose name is the same after normalising. */
  named(name: string): readonly Profile[] {
    return this.byNameKey.get(firmNameKey(name)) ?? [];
  }
}

const agrees = (a: string | undefined, b: string | undefined): boolean => a === undefined || b === undefined || a === b;
