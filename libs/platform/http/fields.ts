import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  IsOptional,
  Validate,
  ValidateIf,
  ValidateNested,
  type ValidationArguments,
  ValidatorConstraint,
  type ValidatorConstraintInterface,
} from 'class-validator';
import type { Params } from '#platform/errors/errors';
import { endOfDayInChina } from '#platform/time/clock';

/**
 * Field decorators: one word declares check, OpenAPI schema and the code of the refusal, so that the three cannot drift
 * apart. Every DTO of the house uses these and no others.
 */
export interface Check {
  readonly test: (value: unknown) => boolean;
  readonly code: string;
  readonly params?: Params;
  /** Names what is wrong more closely than `code`, for the value that failed. */
  readonly failure?: (value: unknown) => { readonly code: string; readonly params: Params };
}

/** Carried through class-validator to the edge filter: the first of the checks that fails names the refusal. */
export interface CheckContext {
  readonly checks: readonly Check[];
}

@ValidatorConstraint({ name: 'rulian' })
class RunChecks implements ValidatorConstraintInterface {
  validate(value: unknown, args: ValidationArguments): boolean {
    return (args.constraints as Check[]).every((check) => check.test(value));
  }
  defaultMessage(args: ValidationArguments): string {
    return (args.constraints as Check[]).map((check) => check.code).join(' | ');
  }
}

const run = (checks: readonly Check[]): PropertyDecorator =>
  Validate(RunChecks, [...checks], { context: { checks } satisfies CheckContext });

interface Common {
  /** May be left out. */
  readonly optional?: boolean;
  /** May be left out, and null takes it away again (arrives as undefined through `cleared`). */
  readonly nullable?: boolean;
  /** In a query string: values arrive as text. */
  readonly query?: boolean;
  readonly example?: unknown;
  readonly description?: string;
}

function field(checks: readonly Check[], common: Common, schema: ApiPropertyOptions, ...more: PropertyDecorator[]) {
  const api = { ...schema, ...about(common) } as ApiPropertyOptions;
  return applyDecorators(run(checks), ...absent(common), ...more, ApiProperty(api));
}

function absent({ optional, nullable }: Common): PropertyDecorator[] {
  if (nullable) return [IsOptional()];
  // Said of required fields too: it takes back what a base class says of the same field.
  return [ValidateIf((_input, value) => !optional || value !== undefined)];
}

function about(common: Common) {
  return {
    required: !common.optional && !common.nullable,
    ...(common.nullable ? { nullable: true } : {}),
    ...(common.example === undefined ? {} : { example: common.example }),
    ...(common.description === undefined ? {} : { description: common.description }),
  };
}

/** Control characters except tab, line feed and carriage return; lone surrogates; U+FFFD, the trace of broken decoding. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNREADABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]/;

/** True for text that people can have meant: well-formed Unicode without control characters. */
export function isReadable(text: string): boolean {
  return !UNREADABLE.test(text) && text.isWellFormed();
}

const tidy = (value: unknown): unknown => (typeof value === 'string' ? value.normalize('NFC').trim() : value);
const arrayOf = (value: unknown): unknown => (value === undefined || Array.isArray(value) ? value : [value]);

const textCheck = (min: number, max: number): Check => ({
  test: (v) => typeof v === 'string' && v.length >= min && v.length <= max,
  code: min === max ? 'field.length' : 'field.text',
  params: { min, max },
});
const readableCheck: Check = { test: (v) => typeof v === 'string' && isReadable(v), code: 'field.unreadable' };

/** Text, trimmed and NFC, `min` (default 1) to `max` UTF-16 units. */
export function Text(
  options: Common & { min?: number; max: number; pattern?: RegExp; code?: string; format?: string },
) {
  const { min = 1, max, pattern } = options;
  const checks = [textCheck(min, max), readableCheck];
  if (pattern) {
    const code = options.code ?? 'field.pattern';
    checks.push({ test: (v) => typeof v === 'string' && pattern.test(v), code });
  }
  const schema = { type: 'string', minLength: min, maxLength: max, ...(pattern ? { pattern: pattern.source } : {}) };
  return field(
    checks,
    options,
    { ...schema, ...(options.format ? { format: options.format } : {}) } as ApiPropertyOptions,
    Transform(({ value }) => tidy(value)),
  );
}

/** A password: never trimmed or changed. What no keyboard gives is a mistake of whatever sent it. */
export function Password(options: Common & { min: number; max: number }) {
  const { min, max } = options;
  const check: Check = { ...textCheck(min, max), code: 'field.password', params: { min, max } };
  return field([check, readableCheck], options, {
    type: 'string',
    minLength: min,
    maxLength: max,
    format: 'password',
  });
}

export function Email(options: Common = {}) {
  const check: Check = {
    test: (v) =>
      typeof v === 'string' && v.length <= 200 && /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(v) && isReadable(v),
    code: 'field.email',
  };
  return field(
    [check],
    options,
    { type: 'string', format: 'email', maxLength: 200 },
    Transform(({ value }) => (typeof value === 'string' ? value.trim().toLowerCase() : value)),
  );
}

/** A finite number; in a query string its text is read. */
export function Num(options: Common & { min: number; max: number; whole?: boolean }) {
  const { min, max, whole = false } = options;
  const check: Check = {
    test: (v) => typeof v === 'number' && (whole ? Number.isInteger(v) : Number.isFinite(v)) && v >= min && v <= max,
    code: whole ? 'field.whole' : 'field.number',
    params: { min, max },
  };
  const read = Transform(({ value }) =>
    options.query && typeof value === 'string' && value.trim() ? Number(value) : value,
  );
  return field([check], options, { type: whole ? 'integer' : 'number', minimum: min, maximum: max }, read);
}

export function Whole(options: Common & { min: number; max: number }) {
  return Num({ ...options, whole: true });
}

export function Flag(options: Common = {}) {
  const words: Record<string, boolean> = { true: true, false: false, 1: true, 0: false };
  const read = Transform(({ value }) => (options.query && typeof value === 'string' ? (words[value] ?? value) : value));
  return field([{ test: (v) => typeof v === 'boolean', code: 'field.flag' }], options, { type: 'boolean' }, read);
}

export function OneOf(values: readonly string[], options: Common = {}) {
  const check: Check = {
    test: (v) => typeof v === 'string' && values.includes(v),
    code: 'field.one_of',
    params: { values: values.join(', ') },
  };
  return field([check], options, { type: 'string', enum: [...values] });
}

/** True for a real calendar day `YYYY-MM-DD`. */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

export function Day(options: Common = {}) {
  return field([{ test: isDay, code: 'field.day' }], options, { type: 'string', format: 'date' });
}

/** An instant, or a day that means its last moment in China Standard Time. Arrives as UTC ISO 8601. */
export function Deadline(options: Common = {}) {
  const check: Check = { test: (v) => typeof v === 'string' && isInstant(v), code: 'field.instant' };
  const read = Transform(({ value }) => {
    if (isDay(value)) return endOfDayInChina(value);
    return typeof value === 'string' && isInstant(value) ? new Date(value).toISOString() : value;
  });
  return field([check], options, { type: 'string', format: 'date-time' }, read);
}

/** An instant with its zone. Arrives as UTC ISO 8601. */
export function Instant(options: Common = {}) {
  const check: Check = { test: (v) => typeof v === 'string' && isInstant(v), code: 'field.moment' };
  const read = Transform(({ value }) =>
    typeof value === 'string' && isInstant(value) ? new Date(value).toISOString() : value,
  );
  return field([check], options, { type: 'string', format: 'date-time' }, read);
}

/** A list of whole numbers. */
export function Wholes(options: Common & { items: number; min: number; max: number }) {
  const { items, min, max } = options;
  const isOne = (v: unknown) => Number.isInteger(v) && (v as number) >= min && (v as number) <= max;
  const checks: Check[] = [
    { test: (v) => Array.isArray(v) && v.length <= items, code: 'field.list', params: { max: items } },
    { test: (v) => Array.isArray(v) && v.every(isOne), code: 'field.whole', params: { min, max } },
  ];
  const item = { type: 'integer', minimum: min, maximum: max };
  return field(checks, options, { type: 'array', maxItems: items, items: item } as ApiPropertyOptions);
}

function isInstant(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(text) &&
    isDay(text.slice(0, 10)) &&
    !Number.isNaN(Date.parse(text))
  );
}

/** True for what can be an id of ours, as it stands in addresses. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[\w:.-]{1,200}$/.test(value);
}

/** An id of ours. */
export function Id(options: Common = {}) {
  const check: Check = { test: isId, code: 'field.id' };
  return field([check], options, { type: 'string', minLength: 1, maxLength: 200 });
}

/** A list of texts, each trimmed; in a query string one value or many. */
export function Texts(options: Common & { items: number; max: number; values?: readonly string[] }) {
  const { items, max, values } = options;
  const each = (test: (text: string) => boolean) => (v: unknown) =>
    Array.isArray(v) && v.every((t) => typeof t === 'string' && test(t));
  const checks: Check[] = [
    { test: (v) => Array.isArray(v) && v.length <= items, code: 'field.list', params: { max: items } },
    { test: each((t) => t.length >= 1 && t.length <= max), code: 'field.texts', params: { max } },
    { test: each(isReadable), code: 'field.unreadable' },
  ];
  if (values)
    checks.push({ test: each((t) => values.includes(t)), code: 'field.one_of', params: { values: values.join(', ') } });
  const read = Transform(({ value }) => {
    const list = options.query ? arrayOf(value) : value;
    return Array.isArray(list) ? list.map(tidy) : list;
  });
  const item = values ? { type: 'string', enum: [...values] } : { type: 'string', minLength: 1, maxLength: max };
  return field(checks, options, { type: 'array', maxItems: items, items: item } as ApiPropertyOptions, read);
}

// biome-ignore lint/suspicious/noExplicitAny: a class of any constructor
type Class = new (...args: any[]) => object;

/** True for a JSON object. */
export function isPlain(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const plainCheck: Check = { test: isPlain, code: 'field.object' };

export function Nested(type: () => Class, options: Common = {}) {
  return applyDecorators(
    run([plainCheck]),
    ValidateNested(),
    ...absent(options),
    Type(type),
    ApiProperty({ type: lazily(type), ...about(options) } as ApiPropertyOptions),
  );
}

/** Nest's OpenAPI tells a class from a function that gives one by the function's name, which must be `type`. */
function lazily(of: () => Class): () => Class {
  const type = () => of();
  return type;
}

export function NestedList(type: () => Class, options: Common & { min?: number; max: number }) {
  const { min = 0, max } = options;
  const size = (test: (length: number) => boolean) => (v: unknown) => Array.isArray(v) && test(v.length);
  return applyDecorators(
    run([
      { test: size((n) => n <= max), code: 'field.list', params: { max } },
      { test: size((n) => n >= min), code: 'field.list_empty', params: { min } },
      { test: (v) => Array.isArray(v) && v.every(isPlain), code: plainCheck.code },
    ]),
    ValidateNested({ each: true }),
    ...absent(options),
    Type(type),
    ApiProperty({
      type: lazily(type),
      isArray: true,
      minItems: min,
      maxItems: max,
      ...about(options),
    } as ApiPropertyOptions),
  );
}

/** A check of the field's own world, e.g. the credit code; `code` is a registered error. */
export function Checked(
  check: Check,
  schema: ApiPropertyOptions,
  options: Common = {},
  read?: (value: unknown) => unknown,
) {
  return field([check], options, schema, ...(read ? [Transform(({ value }) => read(value))] : []));
}

/** A map from one of `keys` to one of `values`, e.g. field → confidentiality. */
export function MapOf(keys: readonly string[], values: readonly string[], options: Common = {}) {
  const check: Check = {
    test: (v) =>
      isPlain(v) &&
      Object.entries(v as object).every(([k, e]) => keys.includes(k) && typeof e === 'string' && values.includes(e)),
    code: 'field.map',
    params: { keys: keys.join(', '), values: values.join(', ') },
  };
  const properties = Object.fromEntries(keys.map((key) => [key, { type: 'string', enum: [...values] }]));
  return field([check], options, { type: 'object', properties, additionalProperties: false } as ApiPropertyOptions);
}

/** A change with null meaning "take it away", as an object whose undefined fields overwrite. */
export function cleared<T extends object>(change: T): T {
  return Object.fromEntries(Object.entries(change).map(([key, value]) => [key, value ?? undefined])) as T;
}
