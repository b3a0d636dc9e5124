import type { ClaimState, ProfileState } from '#contracts/profile';
import type { CollectionSpec, Doc } from '#ports/store/store';
import type { FileProblem, Notice, RowProblem } from './import/firm-row.js';

/** A profile as stored, with the keys by which the same firm is found again. */
export interface Profile extends ProfileState, Doc {
  readonly version: number;
  readonly nameKey: string;
  /** Id of the firm in the file it came from. */
  readonly externalId?: string;
  /** Present while another profile has the same name key: the list of possible duplicates. */
  readonly duplicateKey?: string;
  /** Digest of what was imported last, so that an unchanged row writes nothing. */
  readonly importDigest?: string;
  /** The import that wrote it last. */
  readonly importJob?: string;
}

/** A wish to take over a profile. `openKey` is there while it waits: one open claim per organisation and profile. */
export interface Claim extends ClaimState, Doc {
  readonly createdAt: string;
  readonly openKey?: string;
  readonly decidedAt?: string;
  readonly decidedBy?: string;
}

/** An invitation to a firm that has proposals and no account. The id is the SHA-256 of the code in the link. */
export interface Invitation extends Doc {
  readonly profileId: string;
  readonly firmName: string;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly expiresAt: string;
}

export type ImportStatus = 'checking' | 'importing' | 'done' | 'refused';

/**
 * One import of a file. The file stays in the folder of the process that took it until the job is over: a job cut short
 * goes on at that process's next start.
 */
export interface ImportJob extends Doc {
  readonly fileName: string;
  readonly format: 'xlsx' | 'csv' | 'jsonl';
  readonly checkOnly: boolean;
  readonly status: ImportStatus;
  /** Present while the job is not over. */
  readonly openKey?: string;
  /** Present while this job, of all processes' the only one, brings in rows. */
  readonly turnKey?: string;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly finishedAt?: string;
  /** Rows with a firm, and of those handled so far. */
  readonly rows: number;
  readonly handled: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Rows of claimed profiles: their owners keep them up themselves. */
  readonly kept: number;
  readonly problemCount: number;
  /** The first 1,000 problems. */
  readonly problems: readonly RowProblem[];
  readonly notices: readonly Notice[];
  /** Why the whole file was refused. */
  readonly refusal?: FileProblem;
}

export const PROFILES: CollectionSpec<Profile> = {
  name: 'profile',
  indexes: {
    byCode: { fields: ['creditCode'], unique: true },
    byExternalId: { fields: ['externalId'] },
    byNameKey: { fields: ['nameKey'] },
    byOrganisation: { fields: ['organisationId'], unique: true },
    byAge: { fields: ['updatedAt'] },
    duplicates: { fields: ['duplicateKey', 'createdAt'] },
  },
};

export const CLAIMS: CollectionSpec<Claim> = {
  name: 'claim',
  indexes: {
    byOpen: { fields: ['openKey'], unique: true },
    byStatus: { fields: ['status', 'createdAt'] },
    byOrganisation: { fields: ['organisationId', 'createdAt'] },
  },
};

export const INVITATIONS: CollectionSpec<Invitation> = {
  name: 'invitation',
  indexes: { byProfile: { fields: ['profileId', 'createdAt'] } },
};

export const IMPORTS: CollectionSpec<ImportJob> = {
  name: 'import_job',
  indexes: {
    byAge: { fields: ['createdAt'] },
    open: { fields: ['openKey'] },
    turn: { fields: ['turnKey'], unique: true },
  },
};
