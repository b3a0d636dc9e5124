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

export interface DecisionEntry {
  readonly firmId: string;
  readonly firmName: string;
  readonly organisationId?: string;
  readonly region?: string;
  readonly tier?: string;
  readonly rank: number;
  /** 0 to 1: the probability that staff would release it; never more than that of the firm before. */
  readonly score: number;
  readonly reasons: MatchReasons;
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
