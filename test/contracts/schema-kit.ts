import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv, type ValidateFunction } from 'ajv';
import type { Schema } from './breaking-changes.js';

/** The top of the sources, seen from dist/test/contracts. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));

export const readJson = <T = Schema>(path: string): T => JSON.parse(readFileSync(`${root}${path}`, 'utf8')) as T;

const isDay = (text: string) =>
  /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toISOString().slice(0, 10) === text;
const isInstant = (text: string) =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text) && !Number.isNaN(Date.parse(text));

/** Strict: an unknown keyword or format in the schema is an error. */
export function validator(schema: Schema): ValidateFunction {
  return new Ajv({ allErrors: true, allowUnionTypes: true, formats: { date: isDay, 'date-time': isInstant } }).compile(
    schema,
  );
}

/** The same schema, refusing every property it does not name: what an event carries beyond its contract. */
export function closed(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema), (_key, value: unknown) => {
    const object = value as Schema | null;
    return object?.type === 'object' && object.properties ? { ...object, additionalProperties: false } : value;
  }) as Schema;
}
