import type { Readable } from 'node:stream';
import { Refused } from '#platform/errors/errors';
import { isStream, mediaTypeOf } from '#platform/http/body-stream';
import { FILE_TYPES, XLSX_TYPE } from '#platform/http/http-app';
import type { HouseRequest } from '#platform/http/request';
import { capabilityErrors } from '../capability.errors.js';
import type { ImportJob } from '../capability.store.js';

const FORMAT_OF: Readonly<Record<string, ImportJob['format']>> = {
  'text/csv': 'csv',
  'application/x-ndjson': 'jsonl',
  'application/jsonl': 'jsonl',
  [XLSX_TYPE]: 'xlsx',
};

/** The file that is the body of a request, and its format by Content-Type. Throws {@link Refused} for any other body. */
export function sentFile(body: unknown, request: HouseRequest): { file: Readable; format: ImportJob['format'] } {
  const format = FORMAT_OF[mediaTypeOf(request)];
  if (!format || !isStream(body)) throw new Refused([capabilityErrors.import_type({ allowed: FILE_TYPES.join(', ') })]);
  return { file: body, format };
}
