import { closeSync, fsyncSync, mkdirSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';

/** Bytes that say how long a record is. */
const LENGTH = 8;

interface Head {
  /** What made the image: nothing else can read it. */
  readonly of: string;
  /** The log has been taken in up to here. */
  readonly position: string;
}

/** Plain data: objects are written record by record, all else (arrays, typed arrays, maps) is one record. */
type Image = object;

type Path = readonly string[];

function* records(value: unknown, path: Path): Generator<readonly [Path, unknown]> {
  if (Object.getPrototypeOf(value ?? 0) !== Object.prototype) yield [path, value];
  else for (const [key, part] of Object.entries(value as object)) yield* records(part, [...path, key]);
}

/**
 * Writes an image beside the one that is there, and in its place once it is whole and on the disk. Takes as much memory as
 * the largest record. Throws what the disk says; then the former one stays.
 */
export function writeImage(file: string, head: Head, image: Image): void {
  mkdirSync(dirname(file), { recursive: true });
  const fresh = `${file}.new`;
  const to = openSync(fresh, 'w', 0o600);
  try {
    const write = (record: unknown) => {
      const bytes = serialize(record);
      const length = Buffer.alloc(LENGTH);
      length.writeBigUInt64LE(BigInt(bytes.length));
      for (const part of [length, bytes]) {
        for (let at = 0; at < part.length; ) at += writeSync(to, part, at);
      }
    };
    write(head);
    for (const record of records(image, [])) write(record);
    write('end');
    fsyncSync(to);
  } finally {
    closeSync(to);
  }
  renameSync(fresh, file);
}

/** The image in a file; undefined where there is none, it was made by another engine (`of`), or it cannot be read. */
export function readImage<T extends Image>(
  file: string,
  of: string,
): { readonly position: string; readonly image: T } | undefined {
  try {
    return read(file, of);
  } catch {
    return undefined;
  }
}

export const removeImage = (file: string): void => rmSync(file, { force: true });

function read<T>(file: string, of: string): { readonly position: string; readonly image: T } | undefined {
  const from = openSync(file, 'r');
  try {
    const bytes = (length: number): Buffer => {
      const buffer = Buffer.alloc(length);
      for (let at = 0; at < length; ) {
        const count = readSync(from, buffer, at, length - at, null);
        if (count === 0) throw new Error('the image ends too early');
        at += count;
      }
      return buffer;
    };
    const next = (): unknown => deserialize(bytes(Number(bytes(LENGTH).readBigUInt64LE())));
    const head = next() as Head;
    if (head.of !== of) return undefined;
    const image: Record<string, unknown> = {};
    for (let record = next(); record !== 'end'; record = next()) {
      const [path, value] = record as [string[], unknown];
      const [last, ...above] = [...path].reverse() as [string, ...string[]];
      let into = image;
      for (const key of above.reverse()) {
        into[key] ??= {};
        into = into[key] as Record<string, unknown>;
      }
      into[last] = value;
    }
    return { position: head.position, image: image as T };
  } finally {
    closeSync(from);
  }
}
