import { ApiProperty } from '@nestjs/swagger';
import type { Rebuilt } from './projection.js';

/** Answer of the operations that rebuild a projection. */
export class RebuiltView implements Rebuilt {
  @ApiProperty({ description: 'Documents made or mended' })
  written!: number;
  @ApiProperty({ description: 'Documents that were right' })
  unchanged!: number;
  @ApiProperty({ description: 'Documents without an event' })
  removed!: number;
}

/** What several rebuilds have done together. */
export function rebuiltTogether(parts: readonly Rebuilt[]): RebuiltView {
  const sum = (field: keyof Rebuilt) => parts.reduce((total, part) => total + part[field], 0);
  return { written: sum('written'), unchanged: sum('unchanged'), removed: sum('removed') };
}
