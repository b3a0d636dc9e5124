/** The kinds of files that are taken, what their names may end with, and whether each reader's copy is marked. */
export const FILE_TYPES = {
  'application/pdf': { endings: ['pdf'], marked: true },
  'image/jpeg': { endings: ['jpg', 'jpeg'], marked: true },
  'image/png': { endings: ['png'], marked: true },
  'image/webp': { endings: ['webp'], marked: true },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { endings: ['docx'], marked: false },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { endings: ['xlsx'], marked: false },
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': { endings: ['pptx'], marked: false },
} as const satisfies Readonly<Record<string, { readonly endings: readonly string[]; readonly marked: boolean }>>;

export type FileType = keyof typeof FILE_TYPES;

export const isFileType = (type: string): type is FileType => Object.hasOwn(FILE_TYPES, type);

const MOST_NAME = 120;
/** Folders, what file systems refuse, control and direction characters: these make a name look like another. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const UNFIT = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff"*/:<>?\\|]+/g;

/** A name that says what the content is and can be kept anywhere: `..\up.exe`, a PDF, becomes `up.exe.pdf`. */
export function fileNameOf(given: string, type: FileType): string {
  const { endings } = FILE_TYPES[type];
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last.replace(UNFIT, ' ').replace(/\s+/g, ' ').trim();
  const ending = endings.find((one) => clean.toLowerCase().endsWith(`.${one}`));
  const stem = (ending ? clean.slice(0, -ending.length - 1) : clean).replace(/^[. ]+|[. ]+$/g, '');
  const cut = [...(stem || 'file')].slice(0, MOST_NAME).join('');
  return `${cut}.${ending ?? endings[0]}`;
}

/** Value of Content-Disposition: the file is kept, never shown within our address. */
export function attachment(name: string): string {
  const plain = name.replace(/[^ -~]|["\\%]/gu, '_');
  const coded = encodeURIComponent(name).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${coded}`;
}
