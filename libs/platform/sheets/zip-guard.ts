import { NotZip, unpacked, ZipTooLarge, zipEntries } from '#platform/zip';

/** What a workbook may hold. */
export interface SheetLimits {
  readonly unpackedBytes: number;
  /** Rows of a sheet, whatever stands above the header aside. */
  readonly rows: number;
  readonly headerRows: number;
  readonly columns: number;
}

export type SheetFault = 'not-xlsx' | 'unpacked-too-large' | 'too-many-rows' | 'too-many-columns';

/** A workbook that is not read. */
export class SheetRefused extends Error {
  override readonly name = 'SheetRefused';
  constructor(readonly fault: SheetFault) {
    super(fault);
  }
}

const notXlsx = () => new SheetRefused('not-xlsx');
const tooLarge = () => new SheetRefused('unpacked-too-large');

/**
 * Looks into the archive before anything unpacks it whole: is it a workbook, how much comes out of it in truth (the
 * sizes written in it are not believed), and how far do its sheets reach. A sheet of one cell at XFD1048576 is small and
 * would become a table of 17 thousand million cells. Throws {@link SheetRefused}.
 */
export async function guardXlsx(file: Buffer, limits: SheetLimits): Promise<void> {
  try {
    if (!zipEntries(file).some(({ name }) => name === 'xl/workbook.xml')) throw notXlsx();
    for await (const [{ name }, content] of unpacked(file, limits.unpackedBytes))
      if (/^xl\/worksheets\/[^/]+\.xml$/i.test(name)) guardSheet(content, limits);
  } catch (error) {
    if (error instanceof NotZip) throw notXlsx();
    throw error instanceof ZipTooLarge ? tooLarge() : error;
  }
}

const TAG = /<(?:[^\s<>/:]+:)?(row|c)(?=[\s/>])([^<>]*)(>?)/g;
const ADDRESS = /(?:^|[\s"'])r\s*=\s*["']([^"']*)["']/g;

/** Reads every row number and cell address. What is written in another way than programs do is refused. */
function guardSheet(content: Buffer, limits: SheetLimits): void {
  for (const [, tag, attributes = '', end] of content.toString('latin1').matchAll(TAG)) {
    const quotes = attributes.match(/["']/g)?.length ?? 0;
    const addresses = [...attributes.matchAll(ADDRESS)];
    if (end !== '>' || quotes % 2 === 1 || addresses.length > 1) throw notXlsx();
    const address = addresses[0]?.[1];
    if (address !== undefined) guardAddress(address, limits);
    else if (tag === 'c') throw notXlsx();
  }
}

function guardAddress(address: string, { rows, headerRows, columns }: SheetLimits): void {
  const match = /^([A-Z]{0,3})(\d{1,7})$/.exec(address);
  if (!match) throw notXlsx();
  if (Number(match[2]) > rows + headerRows) throw new SheetRefused('too-many-rows');
  if (columnNumber(match[1]!) > columns) throw new SheetRefused('too-many-columns');
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}
