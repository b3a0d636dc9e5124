import type { Readable } from 'node:stream';

interface Cell {
  readonly value?: unknown;
  readonly type?: unknown;
  readonly [style: string]: unknown;
}
type Rows = readonly (readonly (Cell | null)[])[];

/** One sheet by its rows, or several by name, as an xlsx file. Built in memory. */
export async function xlsxStream(
  content: Rows | readonly { readonly sheet: string; readonly data: Rows }[],
): Promise<Readable> {
  // Loaded when somebody wants a sheet: few do, and it is large.
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const made = await writeXlsxFile(content as never, {} as never);
  return (made as unknown as { toStream(): Promise<Readable> }).toStream();
}
