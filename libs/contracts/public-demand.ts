import type { CloseReason, DemandState, Requirement } from './demand.js';
import { circleFor, viewDemand } from './disclosure.js';
import { pick } from './pick.js';

/** One measurable condition of a demand that everybody may read. */
export interface PublicRequirement {
  /** Unique within the demand. */
  readonly id: string;
  readonly name: string;
  /** What is asked, as written. */
  readonly target: string;
  readonly unit?: string;
  /** True: a must. False: nice to have. */
  readonly must: boolean;
  readonly testMethod?: string;
}

/** A certificate that a firm must have, or had better have. */
export interface PublicCertificateWanted {
  readonly name: string;
  readonly must: boolean;
}

/** A published demand as everybody may see it, with what its owner keeps to narrower circles left out. */
export interface PublicDemand {
  readonly id: string;
  /**
   * Grows with each change of the demand.
   * @asType integer
   * @minimum 1
   */
  readonly version: number;
  /** Id of the type: supply, breakthrough, joint-research, scenario, substitution, service; others may follow. */
  readonly type: string;
  readonly title: string;
  readonly status: 'published' | 'closed';
  /** There when it is closed. */
  readonly closeReason?: CloseReason;
  /** @format date-time */
  readonly deadline: string;
  /** @format date-time */
  readonly createdAt: string;
  /** @format date-time */
  readonly updatedAt: string;
  /** @format date-time */
  readonly publishedAt: string;
  /** @format date-time */
  readonly closedAt?: string;
  readonly ownerName?: string;
  readonly background?: string;
  /** Empty also when they are withheld. */
  readonly requirements: readonly PublicRequirement[];
  readonly chain?: string;
  readonly link?: string;
  readonly process?: string;
  readonly quantity?: string;
  /** Days by which samples, pilot and mass production are wanted. */
  readonly dates?: {
    /** @format date */
    readonly sample?: string;
    /** @format date */
    readonly pilot?: string;
    /** @format date */
    readonly mass?: string;
  };
  /** Empty also when they are withheld. */
  readonly certificates: readonly PublicCertificateWanted[];
  /** Where firms are wanted; `must`: only there. */
  readonly regions?: { readonly values: readonly string[]; readonly must: boolean };
  /** CNY. */
  readonly budget?: { readonly min?: number; readonly max?: number };
  /**
   * How many firms are wanted.
   * @asType integer
   * @minimum 1
   */
  readonly wanted?: number;
  readonly ipTerms?: string;
  /** Names of fields that are filled in but not for everybody. */
  readonly withheld: readonly string[];
}

type Narrowed = 'status' | 'publishedAt' | 'requirements' | 'certificates';

/** The compiler sees to it that this list and {@link PublicDemand} name the same fields. */
const FIELDS: Readonly<Record<Exclude<keyof PublicDemand, Narrowed>, true>> = {
  id: true,
  version: true,
  type: true,
  title: true,
  closeReason: true,
  deadline: true,
  createdAt: true,
  updatedAt: true,
  closedAt: true,
  ownerName: true,
  background: true,
  chain: true,
  link: true,
  process: true,
  quantity: true,
  dates: true,
  regions: true,
  budget: true,
  wanted: true,
  ipTerms: true,
  withheld: true,
};

/**
 * The public copy; undefined while a demand is not public, for one that was closed before it ever was, and for one that is
 * shown to chosen firms only. Pure.
 */
export function publicDemand(demand: DemandState): PublicDemand | undefined {
  const { status, publishedAt } = demand;
  if (publishedAt === undefined || (status !== 'published' && status !== 'closed')) return undefined;
  const circle = circleFor(demand, 'anybody', 'open');
  if (!circle) return undefined;
  const view = viewDemand(demand, circle);
  return {
    ...pick(view, FIELDS),
    status,
    publishedAt,
    requirements: view.requirements.map(publicRequirement),
    certificates: view.certificates.map(({ name, must }) => ({ name, must })),
  };
}

/** Without its disclosure: who else may read it is nobody's business. */
function publicRequirement({ id, name, target, unit, must, testMethod }: Requirement): PublicRequirement {
  return {
    id,
    name,
    target,
    ...(unit === undefined ? {} : { unit }),
    must,
    ...(testMethod === undefined ? {} : { testMethod }),
  };
}
