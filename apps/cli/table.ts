/** Columns that a character takes on a terminal: Chinese and full-width ones take two. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/gu;

const widthOf = (text: string): number => [...text].length + (text.match(WIDE)?.length ?? 0);

/** One line: what came from outside must not steer the terminal. */
export function oneLine(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/\p{Bidi_Control}/gu, '')
    .trim();
}

/** Aligned columns, two spaces apart, a line a row. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const tidy = rows.map((row) => row.map(oneLine));
  const widths = (tidy[0] ?? []).map((_, column) => Math.max(...tidy.map((row) => widthOf(row[column] ?? ''))));
  const pad = (text: string, column: number) => text + ' '.repeat((widths[column] ?? 0) - widthOf(text));
  return tidy.map((row) => row.map(pad).join('  ').trimEnd());
}
