import type { GuardedField } from './demand.js';

/** Where what is confidential of a demand was read: its fields in four places, names of its files, the files themselves. */
export const READ_IN = ['demand', 'list', 'history', 'thread', 'files', 'download'] as const;
export type ReadIn = (typeof READ_IN)[number];

/** State carried by `access.noted`: somebody who is not of the owner was shown what is confidential of a demand. */
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
  /** Names of confidential files. */
  readonly files?: readonly string[];
}
