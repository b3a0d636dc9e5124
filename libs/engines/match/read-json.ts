import type { EvaluationQuery } from './evaluate.js';
import type { HeldCertificate, MatchFirm, ProfileField, ProfileLine } from './types.js';

/** A value of the wanted shape, or one English sentence on what is wrong with it. */
export type Read<T> = { readonly value: T } | { readonly problem: string };

type Plain = Readonly<Record<string, unknown>>;

/** Lists of statements that a profile in JSON may have, each under the name of its field. */
const lists: readonly ProfileField[] = [
  'domains',
  'industries',
  'products',
  'processes',
  'equipment',
  'patents',
  'cases',
  'capacity',
];

/** Whether it is a JSON object. */
export const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);
/** Whether it is a text or not there. */
export const isOptional = (value: unknown): value is string | undefined => value === undefined || isText(value);

function isCertificate(value: unknown): value is HeldCertificate {
  return isPlain(value) && isText(value.name) && isOptional(value.number) && isOptional(value.validUntil);
}

/**
 * A firm of a test collection: `id`, `name`, any of the lists domains, industries, products, processes, equipment,
 * patents, cases and capacity (of strings), `certificates` (of `{name, number?, validUntil?}`), `region` and `text`.
 */
export function readFirm(json: unknown): Read<MatchFirm> {
  if (!isPlain(json)) return { problem: 'a firm is an object' };
  const { id, name, region, text, certificates = [] } = json;
  if (!isText(id) || id === '') return { problem: 'id must be a text' };
  if (!isText(name)) return { problem: 'name must be a text' };
  if (!isOptional(region)) return { problem: 'region must be a text' };
  if (!isOptional(text)) return { problem: 'text must be a text' };
  if (!Array.isArray(certificates) || !certificates.every(isCertificate)) {
    return { problem: 'certificates must be a list of objects with a name' };
  }
  const lines: ProfileLine[] = [];
  for (const field of lists) {
    const values = json[field] ?? [];
    if (!isTexts(values)) return { problem: `${field} must be a list of texts` };
    for (const value of values) lines.push({ field, text: value });
  }
  if (text) lines.push({ field: 'text', text });
  return { value: { id, name, ...(region ? { region } : {}), lines, certificates } };
}

/** A query of a test collection: `text`, and `task` (text) and `gold` (list of ids) where they are known. */
export function readQuery(json: unknown): Read<EvaluationQuery> {
  if (!isPlain(json)) return { problem: 'a query is an object' };
  const { task, text, gold } = json;
  if (!isText(text)) return { problem: 'text must be a text' };
  if (!isOptional(task)) return { problem: 'task must be a text' };
  if (gold !== undefined && !isTexts(gold)) return { problem: 'gold must be a list of ids' };
  return { value: { text, ...(task ? { task } : {}), ...(gold ? { gold } : {}) } };
}
