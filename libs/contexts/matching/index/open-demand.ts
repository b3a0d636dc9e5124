import { normaliseCreditCode } from '#contracts/credit-code';
import type { DemandState } from '#contracts/demand';
import type { Analyser } from '#engines/match/analysis';
import { type HandPart, mostByHand } from '#engines/match/by-hand';
import { type ReadAsked, readDemand } from '#engines/match/explain';
import { demandQuery, partQueries, type Query, titleQuery } from '#engines/match/query';
import type { MatchDemand } from '#engines/match/types';
import { type ReadRequirement, readRequirement } from '#engines/match/verdict/verdict';
import type { Firm } from './draft.js';
import { demandMeaning, explainableDemand, matchDemand, wholeText } from './match-input.js';

/** A demand that is open, as ranking reads it. */
export interface OpenDemand {
  readonly state: DemandState;
  /** What the learned ranking reads, and what it reads when nobody answers that: docs/decisions/0017. */
  readonly text: string;
  readonly longerText: string;
  /** Queries by words: of all of it, its title, what stands beside the title, and where in a chain it belongs. */
  readonly whole: Query;
  readonly title: Query;
  readonly details: Query;
  readonly link: Query;
  /** Query of what a matched firm may see of it: explanations speak of nothing else. */
  readonly shown: Query;
  /** What it asks for one by one, and how much of it; read when first asked for. */
  readonly asked: () => readonly ReadAsked[];
  readonly quantity: () => ReadRequirement | undefined;
  /** What a model outside is told of it; read where there is one. */
  readonly meaning: () => string;
  /** Log-odds that what it asks for beside its text can add at most. */
  readonly most: number;
  readonly blocked: ReadonlySet<string>;
}

/** Characters of the longer text: the learned ranking knows short ones. */
const LONGER = 160;

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

/** A demand as it has been read, without what is read when first asked for: plain data. */
export type ReadDemandText = Omit<OpenDemand, 'asked' | 'quantity' | 'meaning'>;

export function openDemand(analyser: Analyser, state: DemandState): OpenDemand {
  const match = matchDemand(state);
  return reopened({
    state,
    text: match.title,
    longerText: wholeText(match, ' ', LONGER),
    whole: demandQuery(analyser, match),
    title: titleQuery(analyser, match),
    ...partQueries(analyser, match),
    shown: demandQuery(analyser, explainableDemand(state)),
    most: mostByHand(partsOf(match)),
    blocked: new Set(state.blocked.flatMap((name) => [name, normaliseCreditCode(name)])),
  });
}

/** A demand that has been read before. */
export function reopened(read: ReadDemandText): OpenDemand {
  const match = once(() => matchDemand(read.state));
  return {
    ...read,
    asked: once(() => readDemand(match())),
    quantity: once(() => quantityAsked(match())),
    meaning: once(() => demandMeaning(read.state)),
  };
}

/** The part of a demand that {@link reopened} needs. */
export const readPart = ({ asked: _a, quantity: _q, meaning: _m, ...read }: OpenDemand): ReadDemandText => read;

/** Whether the firm may hear of it: it is not its own demand, and the firm is not blocked by id, organisation or credit code. */
export function mayMeet({ state, blocked }: OpenDemand, firm: Firm): boolean {
  if (firm.organisationId === state.ownerId) return false;
  if (blocked.size === 0) return true;
  const names = [firm.match.id, firm.organisationId, firm.creditCode];
  return !names.some((name) => name !== undefined && blocked.has(name));
}

/** A quantity is asked for as a capacity of so much at least. */
function quantityAsked({ quantity }: MatchDemand): ReadRequirement | undefined {
  if (!quantity || !/\d/.test(quantity)) return undefined;
  return readRequirement({ name: '产能', target: `不低于${quantity}`, must: false });
}

function partsOf({ requirements, certificates, process, regions, quantity, background, link, chain }: MatchDemand) {
  const parts: HandPart[] = ['tier'];
  if (requirements.length > 0) parts.push('requirements');
  if (certificates.length > 0) parts.push('certificates');
  if (process) parts.push('process');
  if ((regions?.values.length ?? 0) > 0) parts.push('region');
  if (quantity) parts.push('quantity');
  if (requirements.length > 0 || process || background) parts.push('details');
  if (link || chain) parts.push('link');
  return parts;
}
