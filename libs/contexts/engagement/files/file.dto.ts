import { ApiProperty } from '@nestjs/swagger';
import { DISCLOSURE, type Disclosure } from '#contracts/demand';
import { PARTIES, STEPS, type StepKind } from '#contracts/engagement';
import { FILE_TYPES } from '#platform/content/file-types';
import { OneOf, Text } from '#platform/http/fields';
import type { AttachedFile } from './file.store.js';

class FileQuery {
  @Text({ max: 200, query: true, description: 'Its name; what it is follows from the content, not from the name' })
  name!: string;
}

export class DemandFileQuery extends FileQuery {
  @OneOf(DISCLOSURE, { optional: true, description: 'The circle that it is kept to; nda unless said' })
  disclosure?: Disclosure;
}

export class ThreadFileQuery extends FileQuery {
  @OneOf(STEPS, { optional: true, description: 'The step that it is evidence of' })
  step?: StepKind;
}

export class FileCircleInput {
  @OneOf(DISCLOSURE)
  disclosure!: Disclosure;
}

class CircleChangeView {
  @ApiProperty({ enum: DISCLOSURE })
  from!: string;
  @ApiProperty({ enum: DISCLOSURE })
  to!: string;
  @ApiProperty()
  at!: string;
  @ApiProperty()
  byName!: string;
}

export class FileView {
  @ApiProperty()
  id!: string;
  @ApiProperty()
  version!: number;
  @ApiProperty()
  name!: string;
  @ApiProperty({ enum: Object.keys(FILE_TYPES) })
  type!: string;
  @ApiProperty({ description: 'Bytes' })
  size!: number;
  @ApiProperty({ description: 'Of the content as it was added, in hexadecimal' })
  sha256!: string;
  @ApiProperty()
  at!: string;
  @ApiProperty({ description: 'It is of the reader’s own organisation' })
  mine!: boolean;
  @ApiProperty({ description: 'The reader’s copy says who has taken it, and when' })
  marked!: boolean;
  @ApiProperty({ required: false, description: 'In a thread, and for the owner of a demand and staff' })
  byName?: string;
  @ApiProperty({ required: false, enum: PARTIES })
  side?: string;
  @ApiProperty({ required: false, enum: STEPS })
  step?: string;
  @ApiProperty({ required: false, enum: DISCLOSURE, description: 'For the owner of the demand and staff' })
  disclosure?: string;
  @ApiProperty({
    required: false,
    type: [CircleChangeView],
    description: 'How the circle has changed, the oldest first; for the owner of the demand and staff',
  })
  circles?: CircleChangeView[];
}

export class DemandFilesView {
  @ApiProperty({ type: [FileView] })
  items!: FileView[];
  @ApiProperty({ description: 'How many more there are, but not for this reader' })
  withheld!: number;
}

export class ThreadFilesView {
  @ApiProperty({ type: [FileView] })
  items!: FileView[];
}

interface Seen {
  readonly mine: boolean;
  readonly marked: boolean;
  /** Also who has added it, and the circle. */
  readonly whole: boolean;
}

export function fileView(file: AttachedFile, { mine, marked, whole }: Seen): FileView {
  const { id, version, name, type, size, sha256, at, byName, side, step, disclosure, circles } = file;
  return {
    ...{ id, version: version ?? 1, name, type, size, sha256, at, mine, marked },
    ...(whole ? { byName, side } : {}),
    ...(step ? { step } : {}),
    ...(whole && disclosure ? { disclosure } : {}),
    ...(whole && circles ? { circles: [...circles] } : {}),
  };
}
