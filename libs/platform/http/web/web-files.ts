import { readdir, readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256 } from '#platform/ids';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** Best first, as `Accept-Encoding` names them, with the ending of the copy on disk. */
const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;
export type Encoding = (typeof ENCODINGS)[number][0];

/** A file of the web app with its compressed copies. */
export interface WebFile {
  readonly type: string;
  readonly plain: Buffer;
  readonly compressed: ReadonlyMap<Encoding, Buffer>;
  /** Its name holds the digest of what is in it: it never changes. */
  readonly immutable: boolean;
  readonly etag: string;
}

/** The built web app in memory, a few megabytes: its page and its files by address (`/assets/…`). */
export interface WebApp {
  readonly page: string;
  readonly files: ReadonlyMap<string, WebFile>;
}

/** Reads a built web app. Throws a clear sentence when it has not been built. */
export async function readWeb(folder: URL): Promise<WebApp> {
  const names: string[] = await readdir(folder, { recursive: true }).catch(() => []);
  if (!names.includes('index.html'))
    throw new Error(`The web app is not built (${fileURLToPath(folder)}): npm run build makes it.`);
  const page = await readFile(new URL('index.html', folder), 'utf8');
  const files = new Map<string, WebFile>();
  for (const name of names.map((each) => each.replaceAll('\\', '/'))) {
    const type = TYPES[extname(name)];
    if (type && name !== 'index.html') files.set(`/${name}`, await readWebFile(folder, name, type, names));
  }
  return { page, files };
}

async function readWebFile(folder: URL, name: string, type: string, names: readonly string[]): Promise<WebFile> {
  const plain = await readFile(new URL(name, folder));
  const compressed = new Map<Encoding, Buffer>();
  for (const [encoding, ending] of ENCODINGS)
    if (names.includes(name + ending)) compressed.set(encoding, await readFile(new URL(name + ending, folder)));
  return {
    type,
    plain,
    compressed,
    immutable: name.startsWith('assets/'),
    etag: `"${sha256(plain.toString('base64')).slice(0, 20)}"`,
  };
}

/** The best copy that a caller takes. Pure. */
export function bestOf(file: WebFile, acceptEncoding: string | undefined): { body: Buffer; encoding?: Encoding } {
  const taken = new Set(
    (acceptEncoding ?? '')
      .split(',')
      .map((part) => part.trim().toLowerCase().split(';'))
      .filter(([, ...parameters]) => !parameters.some((parameter) => /^\s*q=0(\.0*)?\s*$/.test(parameter)))
      .map(([name = '']) => name.trim()),
  );
  for (const [encoding] of ENCODINGS) {
    const body = file.compressed.get(encoding);
    if (body && taken.has(encoding)) return { body, encoding };
  }
  return { body: file.plain };
}
