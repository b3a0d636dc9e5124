import { type ArgumentMetadata, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { commonErrors } from '#platform/errors/common.errors';
import { type Failure, Refused } from '#platform/errors/errors';
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

class HousePipe extends ValidationPipe {
  /** What cannot be an id of ours names nothing: not found, and never asked of the store. A body is one object. */
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'param' && !isId(value)) throw new Refused([commonErrors.not_found()]);
    const isInput = metadata.type === 'body' && metadata.metatype !== undefined && metadata.metatype !== Object;
    if (isInput && value !== undefined && !isPlain(value)) throw new Refused([fieldErrors.object({}, '')]);
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
