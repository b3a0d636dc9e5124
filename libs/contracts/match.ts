import type { Position } from '#ports/log/log';
import type { DemandView } from './demand.js';

/** A line of a profile: where it stands and what it says. */
export interface ProfileLine {
  readonly field: string;
  readonly text: string;
  /** YYYY-MM-DD, e.g. the validity of a certificate. */
  readonly date?: string;
  /** The firm keeps this part of its profile to itself: only it may read the text. */
  readonly hidden?: boolean;
}

export type RequirementVerdict = 'met' | 'likely' | 'not-met' | 'unknown';

/** One condition of the demand against one firm. `why` is a code; screens make the sentence. */
export interface RequirementReason {
  /** Id of the requirement, `certificate:<name>`, `process` or `region`. */
  readonly requirement: string;
  readonly name: string;
  readonly must: boolean;
  readonly state: RequirementVerdict;
  readonly why: string;
  readonly line?: ProfileLine;
}

/** A profile line that carried the score, with the words it shares with the demand. */
export interface SharedLine extends ProfileLine {
  readonly words: readonly string[];
}

export interface MatchReasons {
  readonly requirements: readonly RequirementReason[];
  readonly shared: readonly SharedLine[];
  /** Keys of the musts of which the profile says nothing. */
  readonly missing: readonly string[];
}

/** When a chosen firm was asked, and until when it may answer; without an end until the demand's deadline. UTC ISO 8601. */
export interface AskedTerm {
  readonly at: string;
  readonly until?: string;
}

/** What staff may do to one firm of a list: keep it on top, lift it, keep it out, put it in by hand. */
export const TOUCHES = ['pin', 'boost', 'veto', 'match'] as const;
export type TouchKind = (typeof TOUCHES)[number];

export interface DecisionEntry {
  readonly firmId: string;
  readonly firmName: string;
  readonly organisationId?: string;
  readonly region?: string;
  readonly tier?: string;
  readonly rank: number;
  /** 0 to 1: the probability that staff would release it; never more than that of the firm before, unless staff put one on top. */
  readonly score: number;
  readonly reasons: MatchReasons;
  /** What staff have done to its place. */
  readonly touch?: TouchKind;
  /** Of a demand that is shown to chosen firms only. */
  readonly asked?: AskedTerm;
}

export interface ExcludedFirm {
  readonly firmId: string;
  readonly firmName: string;
  readonly why: string;
  readonly requirement?: string;
  /** The requirement as the leader wrote it; for the leader and staff. */
  readonly name?: string;
}

/** State carried by `match.decided`: the ranked firms of one demand. Entries are empty once the demand is closed. */
export interface DecisionState {
  readonly id: string;
  readonly demandId: string;
  readonly demandVersion: number;
  readonly ownerId: string;
  /** The demand as a matched firm may see it. */
  readonly demand: DemandView;
  readonly open: boolean;
  readonly entries: readonly DecisionEntry[];
  /** Firms that would have ranked but contradict a must. */
  readonly excluded: readonly ExcludedFirm[];
  /** Every profile event up to here was known when the firms were ranked; the start once the demand is closed. */
  readonly profilesAt: Position;
  /** The list waits for staff: nobody is told of what nobody was told of yet. */
  readonly held?: boolean;
  /** Staff have laid down something that makes the list another than ranking alone gives. */
  readonly steered?: boolean;
  /** Firms that staff keep out. */
  readonly vetoed?: readonly string[];
  /** The demand is shown to chosen firms only: the entries are those who are asked, in the order of choice. */
  readonly chosen?: boolean;
  /** Chosen firms that are asked no more, and why. */
  readonly ended?: readonly { readonly firmId: string; readonly state: ChosenState }[];
}

/**
 * How far a chosen firm has come: it waits for its turn, is asked, has handed in a response; or it is over for it: it has
 * declined, has taken its response back, its response was rejected, it let its term run out, it may not be asked any more
 * (its profile is gone, or its owner has blocked it), or was taken out of the choice.
 */
export const CHOSEN_STATES = [
  'waiting',
  'asked',
  'answered',
  'declined',
  'withdrew',
  'rejected',
  'ran-out',
  'gone',
  'removed',
] as const;
export type ChosenState = (typeof CHOSEN_STATES)[number];

export interface AskedFirm {
  readonly firmId: string;
  readonly firmName: string;
  readonly state: ChosenState;
  readonly askedAt?: string;
  readonly askedUntil?: string;
  /** When it was over for it. */
  readonly endedAt?: string;
}

/** State carried by `chosen.changed`: the firms that one demand is shown to, and how far each has come. */
export interface ChosenListState {
  /** The demand's. */
  readonly id: string;
  readonly version: number;
  readonly ownerId: string;
  readonly title: string;
  /** The demand is published, and for chosen firms only. */
  readonly open: boolean;
  readonly deadline: string;
  readonly order: 'at-once' | 'in-turn';
  readonly days?: number;
  readonly firms: readonly AskedFirm[];
  readonly updatedAt: string;
}

/** Data of `chosen.changed`; `moved` are the firms whose state has changed. */
export interface ChosenEventData {
  readonly list: ChosenListState;
  readonly moved: readonly Pick<AskedFirm, 'firmId' | 'firmName' | 'state'>[];
}

/** What staff have done to one firm of a list. */
export interface Touch {
  readonly firmId: string;
  readonly firmName: string;
  readonly kind: TouchKind;
  readonly reason?: string;
  /** Keys of the musts that the firm is known to contradict, of a firm that is to stand in the list all the same. */
  readonly confirmed?: readonly string[];
  readonly byName: string;
  readonly at: string;
}

/** State carried by `curation.changed`: what staff have laid down for the list of one demand. */
export interface CurationState {
  readonly id: string;
  readonly version: number;
  /** True: held; false: released; absent: as the programme has it when the list is made for the first time. */
  readonly held?: boolean;
  /** How many times what is weighed by hand counts, by part; 1 where nothing is said. */
  readonly weights: Readonly<Record<string, number>>;
  /** One for each firm. */
  readonly touches: readonly Touch[];
  readonly updatedAt: string;
}

/** One step in the history of a list. */
export interface CurationChange {
  readonly at: string;
  readonly byId?: string;
  readonly byName: string;
  readonly action: 'hold' | 'release' | 'weigh' | 'untouch' | TouchKind;
  readonly firmId?: string;
  readonly firmName?: string;
  readonly note?: string;
  /** Names of musts that the firm contradicts, which were shown and confirmed. */
  readonly contradicts?: readonly string[];
  readonly weights?: Readonly<Record<string, number>>;
}

/** Data of `curation.changed`. */
export interface CurationEventData {
  readonly curation: CurationState;
  readonly change: CurationChange;
}

export const PROPOSAL_STATES = ['proposed', 'released', 'withdrawn', 'expired'] as const;
export type ProposalStatus = (typeof PROPOSAL_STATES)[number];

export const PROPOSAL_ANSWERS = ['interested', 'declined'] as const;
/** Why a demand is not for a firm. */
export const DECLINE_REASONS = ['other-field', 'cannot-meet', 'no-capacity', 'terms', 'too-far', 'other'] as const;

/** What the firm says to a proposal. */
export interface ProposalAnswer {
  readonly answer: (typeof PROPOSAL_ANSWERS)[number];
  /** At least one of a firm that declines. */
  readonly reasons: readonly (typeof DECLINE_REASONS)[number][];
  /** In the firm's words; for the demand's owner and staff. */
  readonly note?: string;
  /** Given by the response that the firm has handed in. */
  readonly responseId?: string;
  readonly at: string;
}

/** State carried by `proposal.*` events: one demand × one firm. */
export interface ProposalState {
  readonly id: string;
  readonly version: number;
  readonly demandId: string;
  readonly demandVersion: number;
  readonly ownerId: string;
  readonly demand: DemandView;
  readonly firmId: string;
  readonly firmName: string;
  readonly organisationId?: string;
  readonly region?: string;
  readonly tier?: string;
  readonly score: number;
  readonly rank: number;
  readonly reasons: MatchReasons;
  readonly status: ProposalStatus;
  /** The firm has an account and is told when its week has room: how many it is told of in a week is limited. */
  readonly waiting?: boolean;
  /** Staff look through the list first: nobody but staff sees it. */
  readonly held?: boolean;
  /** What staff have done to its place. */
  readonly touch?: TouchKind;
  /** The demand is shown to chosen firms only, of which this is one. */
  readonly asked?: AskedTerm;
  readonly answer?: ProposalAnswer;
  readonly withdrawnBecause?: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly releasedAt?: string;
  /** When somebody of the firm opened it first. */
  readonly seenAt?: string;
}

/** One demand and one firm that fit, for other systems: ids, names that are public, score and state. */
export interface PublicMatch {
  readonly id: string;
  readonly demandId: string;
  readonly demandTitle: string;
  /** Id of the demand's type: supply, breakthrough, joint-research, scenario, substitution, service; others may follow. */
  readonly demandType: string;
  readonly firmId: string;
  readonly firmName: string;
  /**
   * The probability that staff would release the firm for the demand.
   * @minimum 0
   * @maximum 1
   */
  readonly score: number;
  /**
   * Place among the firms of the demand, from 1.
   * @asType integer
   * @minimum 1
   */
  readonly rank: number;
  readonly status: ProposalStatus;
}
