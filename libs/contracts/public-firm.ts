import { pick } from './pick.js';
import { type ProfileState, viewProfile } from './profile.js';

/** A certificate as the firm states it. */
export interface PublicCertificate {
  readonly name: string;
  readonly number?: string;
  /**
   * Absent when the firm does not say.
   * @format date
   */
  readonly validUntil?: string;
}

/** The card of a firm as everybody may see it, with what the firm keeps to narrower circles left out. */
export interface PublicFirm {
  readonly id: string;
  /**
   * Grows with each change of the profile.
   * @asType integer
   * @minimum 1
   */
  readonly version: number;
  readonly name: string;
  /** Unified social credit code (统一社会信用代码). */
  readonly creditCode?: string;
  /** As written, e.g. 山东省青岛市城阳区. */
  readonly region?: string;
  readonly products: readonly string[];
  readonly processes: readonly string[];
  readonly domains: readonly string[];
  readonly industries: readonly string[];
  readonly equipment?: readonly string[];
  readonly certificates?: readonly PublicCertificate[];
  readonly patents?: readonly string[];
  readonly cases?: readonly string[];
  readonly capacity?: readonly string[];
  /**
   * @asType integer
   * @minimum 0
   */
  readonly employees?: number;
  /** As written, e.g. 专精特新中小企业. */
  readonly tier?: string;
  readonly text?: string;
  /** Who wrote it first: an import by programme staff, or the firm itself. */
  readonly origin: 'imported' | 'own';
  /** Whether the firm itself has taken the profile over. */
  readonly claimed: boolean;
  /**
   * How much of the profile is filled, per cent.
   * @minimum 0
   * @maximum 100
   */
  readonly completeness: number;
  /** @format date-time */
  readonly createdAt: string;
  /** @format date-time */
  readonly updatedAt: string;
  /** Names of fields that are filled in but not for everybody. */
  readonly withheld: readonly string[];
}

/** All that is said of a firm whose profile was removed. */
export interface PublicFirmGone {
  readonly id: string;
}

/** The compiler sees to it that this list and {@link PublicFirm} name the same fields. */
const FIELDS: Readonly<Record<Exclude<keyof PublicFirm, 'claimed' | 'certificates'>, true>> = {
  id: true,
  version: true,
  name: true,
  creditCode: true,
  region: true,
  products: true,
  processes: true,
  domains: true,
  industries: true,
  equipment: true,
  patents: true,
  cases: true,
  capacity: true,
  employees: true,
  tier: true,
  text: true,
  origin: true,
  completeness: true,
  createdAt: true,
  updatedAt: true,
  withheld: true,
};

/** The public copy. Pure. */
export function publicFirm(profile: ProfileState): PublicFirm {
  const view = viewProfile(profile, 'public');
  const certificates = view.certificates?.map(({ name, number, validUntil }) => ({
    name,
    ...(number === undefined ? {} : { number }),
    ...(validUntil === undefined ? {} : { validUntil }),
  }));
  return {
    ...pick(view, FIELDS),
    ...(certificates ? { certificates } : {}),
    claimed: profile.organisationId !== undefined,
  };
}
