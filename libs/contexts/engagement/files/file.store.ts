import type { Disclosure } from '#contracts/demand';
import type { Party, StepKind } from '#contracts/engagement';
import type { FileType } from '#platform/content/file-types';
import type { CollectionSpec, Doc } from '#ports/store/store';

/** A file of a demand was kept to another circle: who did it, and when. */
export interface CircleChange {
  readonly from: Disclosure;
  readonly to: Disclosure;
  readonly at: string;
  readonly byName: string;
}

/** What is known of a file; its bytes are under `content` in the files port. Written after them: what is listed can be read. */
export interface AttachedFile extends Doc {
  /** Names what it belongs to, see {@link aboutDemand} and {@link aboutThread}. */
  readonly about: string;
  readonly demandId: string;
  /** Of a thread's file only. */
  readonly engagementId?: string;
  /** The organisation that has added it. */
  readonly ownerId: string;
  readonly side: Party;
  /** Of a demand's file only: the circle it is kept to. */
  readonly disclosure?: Disclosure;
  /** How that has changed, the oldest first. */
  readonly circles?: readonly CircleChange[];
  /** Of a thread's file: the step that it is evidence of. */
  readonly step?: StepKind;
  readonly name: string;
  readonly type: FileType;
  /** Bytes. */
  readonly size: number;
  /** Of the content, in hexadecimal. */
  readonly sha256: string;
  readonly content: string;
  readonly at: string;
  readonly byId?: string;
  readonly byName: string;
}

export const aboutDemand = (id: string): string => `demand:${id}`;
export const aboutThread = (id: string): string => `thread:${id}`;

export const FILES: CollectionSpec<AttachedFile> = {
  name: 'engagement_file',
  indexes: { byAbout: { fields: ['about', 'at'] }, byContent: { fields: ['content'] } },
};
