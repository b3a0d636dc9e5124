import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { type ZipPart, zip } from './zip.js';

/** Files as people attach them, small, with a text that can be found in their bytes. */

export interface PdfOptions {
  readonly pages?: number;
  /** Opens with a script. */
  readonly script?: boolean;
  readonly size?: readonly [number, number];
}

/** Text on its first page and in its title; neither is packed. */
export async function pdf(text: string, { pages = 1, script = false, size = [595, 842] }: PdfOptions = {}) {
  const document = await PDFDocument.create();
  for (let at = 0; at < pages; at += 1) document.addPage([...size]);
  const content = document.context.stream(`BT /F1 12 Tf 50 700 Td (${text}) Tj ET`);
  document.getPage(0).node.set(PDFName.of('Contents'), document.context.register(content));
  document.setTitle(text);
  if (script) {
    const action = document.context.obj({ S: 'JavaScript', JS: PDFString.of('app.alert(1)') });
    document.catalog.set(PDFName.of('OpenAction'), action);
  }
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

const plain = (width: number, height: number, colour: string) =>
  sharp({ create: { width, height, channels: 3, background: colour } });

export const png = (width = 400, height = 300, colour = '#336699') => plain(width, height, colour).png().toBuffer();
export const jpeg = (width = 400, height = 300, colour = '#336699') => plain(width, height, colour).jpeg().toBuffer();
export const webp = (width = 400, height = 300, colour = '#336699') => plain(width, height, colour).webp().toBuffer();

const OFFICE = {
  docx: ['word/document.xml', 'wordprocessingml.document'],
  xlsx: ['xl/workbook.xml', 'spreadsheetml.sheet'],
  pptx: ['ppt/presentation.xml', 'presentationml.presentation'],
} as const;

/** An Office file with the text in its main part, which is not packed; `more` parts go into it as well. */
export function office(kind: keyof typeof OFFICE, text: string, more: readonly ZipPart[] = [], suffix = '.main+xml') {
  const [part, type] = OFFICE[kind];
  const content = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}${suffix}"/></Types>`;
  return zip([
    { name: '[Content_Types].xml', content },
    { name: part, content: `<doc>${text}</doc>`, plain: true },
    ...more,
  ]);
}
