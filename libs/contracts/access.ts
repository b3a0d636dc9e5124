import type { GuardedField } from './demand.js';

/** Where confidential fields of a demand were read. */
export const READ_IN = ['demand', 'list', 'history', 'thread'] as const;
export type ReadIn = (typeof READ_IN)[number];

/** State carried by `access.noted`: somebody who is not of the owner was shown confidential fields of a demand. */
export interface AccessState {
  readonly id: string;
  readonly demandId: string;
  readonly ownerId: string;
  readonly at: string;
  readonly byId?: string;
  readonly byName: string;
  readonly organisationName?: string;
  readonly side: 'firm' | 'staff';
  readonly readIn: ReadIn;
  readonly fields: readonly GuardedField[];
}
