import { type ArgumentMetadata, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { commonErrors } from '#platform/errors/common.errors';
import { type Failure, Refused } from '#platform/errors/errors';
import { isStream } from './body-stream.js';
import { fieldErrors } from './field.errors.js';
import { type CheckContext, isId, isPlain } from './fields.js';

/** Turns class-validator's tree into failures with JSON pointers, one per field: the first rule that was broken. */
export function toFailures(errors: readonly ValidationError[], path = ''): Failure[] {
  return errors.flatMap((error) => {
    const pointer = `${path}/${error.property.replace(/~/g, '~0').replace(/\//g, '~1')}`;
    const children = error.children?.length ? toFailures(error.children, pointer) : [];
    return children.length > 0 || !error.constraints ? children : [toFailure(error, pointer)];
  });
}

function toFailure(error: ValidationError, pointer: string): Failure {
  const names = Object.keys(error.constraints ?? {});
  if (names.includes('whitelistValidation')) return fieldErrors.unknown({}, pointer);
  const contexts = names.map((name) => error.contexts?.[name] as CheckContext | undefined);
  const broken = contexts.flatMap((context) => context?.checks ?? []).find((check) => !check.test(error.value));
  if (!broken) return fieldErrors.wrong({}, pointer);
  const { code, params = {} } = broken.failure?.(error.value) ?? broken;
  return { code, params, pointer };
}

const JSON_ONLY = { type: '-', allowed: 'application/json' };

/** Pointer of a key that every object inherits, such as `toString`: what turns bodies into classes drops it unseen. */
function inheritedKey(value: unknown, at = ''): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const pointer = `${at}/${key}`;
    const found = !Array.isArray(value) && key in Object.prototype ? pointer : inheritedKey(inner, pointer);
    if (found !== undefined) return found;
  }
  return undefined;
}

class HousePipe extends ValidationPipe {
  /** What cannot be an id of ours names nothing: not found, and never asked of the store. A body is one object,
   * and a file where an object is wanted is of the wrong type. */
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'param' && !isId(value)) throw new Refused([commonErrors.not_found()]);
    const { type, metatype } = metadata;
    const isInput = (type === 'body' || type === 'query') && metatype !== undefined && metatype !== Object;
    // Files arrive as streams, whatever the endpoint takes.
    if (isInput && isStream(value)) throw new Refused([commonErrors.media_type(JSON_ONLY)]);
    if (isInput && value !== undefined && !isPlain(value)) throw new Refused([fieldErrors.object({}, '')]);
    const inherited = isInput ? inheritedKey(value) : undefined;
    if (inherited !== undefined) throw new Refused([fieldErrors.unknown({}, inherited)]);
    return super.transform(value, metadata);
  }
}

/** Input is checked here once, at the edge: unknown fields, wrong types and limits are refused with a sentence each. */
export function createValidationPipe(): ValidationPipe {
  return new HousePipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    stopAtFirstError: true,
    exceptionFactory: (errors: ValidationError[]) => {
      const failures = toFailures(errors);
      const [first, ...rest] = failures;
      return new Refused(first ? [first, ...rest] : [fieldErrors.wrong()]);
    },
  });
}
