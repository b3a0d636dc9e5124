import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { Readable } from 'node:stream';
import type { ApiClient, ImportProgress } from '#platform/http/api-client';

interface ImportReport extends ImportProgress {
  readonly id: string;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly kept: number;
  readonly problemCount: number;
  readonly problems: readonly { readonly text: string }[];
  readonly notices: readonly { readonly text: string }[];
  readonly refusal?: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.csv': 'text/csv',
  '.jsonl': 'application/x-ndjson',
  '.ndjson': 'application/x-ndjson',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A file that is there and whose name says what it is. */
export interface FirmFile {
  readonly path: string;
  readonly type: string;
}

/** Throws a sentence for a file that is not there or has another name. */
export async function firmFile(path: string): Promise<FirmFile> {
  const type = TYPES[extname(path).toLowerCase()];
  if (!type) throw new Error(`${path}: the name must end in .xlsx, .csv or .jsonl`);
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new Error(`${path}: there is no such file`);
  return { path, type };
}

/** Sends the file, shows progress on one line, prints the report. True when the file was taken. */
export async function importFirms(
  api: ApiClient,
  { path, type }: FirmFile,
  checkOnly: boolean,
  print: (line: string) => void,
): Promise<boolean> {
  const started = Date.now();
  const query = new URLSearchParams({ fileName: basename(path), ...(checkOnly ? { checkOnly: 'true' } : {}) });
  const body = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
  const { id } = await api.upload<ImportReport>(`/imports?${query}`, type, body);
  const job = await api.imported<ImportReport>(id, showProgress);
  const seconds = (Date.now() - started) / 1000;
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  for (const { text } of [...job.notices, ...job.problems]) print(text);
  if (job.refusal) {
    print(job.refusal);
    return false;
  }
  const { rows, created, updated, unchanged, kept, problemCount } = job;
  const rate = Math.round(rows / seconds);
  print(
    JSON.stringify({
      rows,
      created,
      updated,
      unchanged,
      kept,
      refusedRows: problemCount,
      seconds,
      firmsPerSecond: rate,
    }),
  );
  return true;
}

function showProgress({ status, rows, handled }: ImportProgress): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\r\x1b[K${status === 'checking' ? 'checking …' : `${handled} / ${rows}`}`);
}
