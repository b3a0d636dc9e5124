import type { DecisionEntry, DecisionState, ExcludedFirm, RequirementVerdict } from '#contracts/match';

/** Changes of a demand that are kept with its decision. */
export const MOST_CHANGES = 5;
/** Firms that a change names. */
export const MOST_FIRMS = 100;

/** A condition of the demand that a firm stands to in another way than before; a side is missing where it was not asked. */
export interface VerdictChange {
  readonly name: string;
  readonly before?: RequirementVerdict;
  readonly after?: RequirementVerdict;
}

/** A firm that stands elsewhere after a change of the demand, or stands to its conditions in another way. */
export interface FirmChange {
  readonly firmId: string;
  readonly firmName: string;
  /** Place in the list; missing where the firm was not in it. */
  readonly before?: number;
  readonly after?: number;
  readonly verdicts: readonly VerdictChange[];
  /** The must that keeps it out: before, when it came; now, when it went. */
  readonly excluded?: ExcludedFirm;
}

/** What a change of the demand did to the firms proposed for it. */
export interface DecisionChange {
  readonly at: string;
  readonly demandVersion: number;
  /** How many firms were in the list, and are. */
  readonly before: number;
  readonly after: number;
  readonly firms: readonly FirmChange[];
}

type Listed = Pick<DecisionState, 'entries' | 'excluded' | 'open' | 'demandVersion'>;

/** The changes to keep once a decision follows another: a change of the demand is added, one of profiles is not. */
export function changesAfter(
  before: (Listed & { readonly changes?: readonly DecisionChange[] }) | undefined,
  now: Listed,
  at: string,
): readonly DecisionChange[] {
  const kept = before?.changes ?? [];
  if (!before?.open || !now.open || before.demandVersion >= now.demandVersion) return kept;
  return [changeOf(before, now, at), ...kept].slice(0, MOST_CHANGES);
}

/** Who came, went, moved or is judged otherwise from one list to another. Pure. */
export function changeOf(before: Listed, now: Listed, at: string): DecisionChange {
  const was = new Map(before.entries.map((entry) => [entry.firmId, entry]));
  const is = new Map(now.entries.map((entry) => [entry.firmId, entry]));
  const stayed = (entries: readonly DecisionEntry[]) =>
    entries.filter(({ firmId }) => was.has(firmId) && is.has(firmId)).map(({ firmId }) => firmId);
  const orderBefore = new Map(stayed(before.entries).map((id, place) => [id, place]));
  const orderNow = new Map(stayed(now.entries).map((id, place) => [id, place]));
  const went = before.entries.filter(({ firmId }) => !is.has(firmId)).map((entry) => gone(entry, now.excluded));
  const others = now.entries.flatMap((entry): FirmChange[] => {
    const old = was.get(entry.firmId);
    if (!old) return [come(entry, before.excluded)];
    const verdicts = verdictChanges(old, entry);
    // That somebody above came or went moves nobody: only who passed whom counts.
    const moved = orderBefore.get(entry.firmId) !== orderNow.get(entry.firmId);
    if (!moved && verdicts.length === 0) return [];
    return [{ ...named(entry), before: old.rank, after: entry.rank, verdicts }];
  });
  return {
    at,
    demandVersion: now.demandVersion,
    before: before.entries.length,
    after: now.entries.length,
    firms: [...went, ...others].slice(0, MOST_FIRMS),
  };
}

const named = ({ firmId, firmName }: DecisionEntry) => ({ firmId, firmName });

const because = (firmId: string, excluded: readonly ExcludedFirm[]) => {
  const found = excluded.find((firm) => firm.firmId === firmId);
  return found ? { excluded: found } : {};
};

const come = (entry: DecisionEntry, excludedBefore: readonly ExcludedFirm[]): FirmChange => ({
  ...named(entry),
  after: entry.rank,
  verdicts: [],
  ...because(entry.firmId, excludedBefore),
});

const gone = (entry: DecisionEntry, excludedNow: readonly ExcludedFirm[]): FirmChange => ({
  ...named(entry),
  before: entry.rank,
  verdicts: [],
  ...because(entry.firmId, excludedNow),
});

/** Conditions are the same by name: a changed one may have got another id. */
function verdictChanges(before: DecisionEntry, now: DecisionEntry): VerdictChange[] {
  const was = new Map(before.reasons.requirements.map(({ name, state }) => [name, state]));
  const is = new Map(now.reasons.requirements.map(({ name, state }) => [name, state]));
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((name) => {
    const [old, current] = [was.get(name), is.get(name)];
    if (old === current) return [];
    return [{ name, ...(old ? { before: old } : {}), ...(current ? { after: current } : {}) }];
  });
}
