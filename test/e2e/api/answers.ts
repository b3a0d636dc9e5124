import { Ajv, type ValidateFunction } from 'ajv';
import { type OpenApi, type Operation, resolve, type Schema } from './document.js';
import type { Answer } from './wire.js';

const FORMATS = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/,
  email: /^\S+@\S+$/,
  password: true,
} as const;

/** Judges answers by the OpenAPI document: a field that is not in it is wrong as well. */
export class AnswerCheck {
  private readonly ajv = new Ajv({ strict: false, allErrors: true, formats: FORMATS });
  private readonly known = new Map<string, ValidateFunction>();

  constructor(private readonly document: OpenApi) {
    const schemas = Object.entries(document.components.schemas).map(([name, schema]) => [name, closed(schema)]);
    this.ajv.addSchema({ $id: 'api', components: { schemas: Object.fromEntries(schemas) } });
  }

  /** What is wrong with an answer of this operation, a sentence each. */
  problems(operation: Operation, answer: Answer): string[] {
    const declared = operation.responses[answer.status];
    if (!declared) return [`status ${answer.status} is not documented`];
    const [type] = answer.type.split(';');
    if (!declared.content) return answer.text === '' ? [] : [`an answer of type ${type} is not documented`];
    const found = declared.content[type ?? ''];
    if (!found) return [`type ${type} is not documented`];
    if (type !== 'application/json' || !found.schema) return [];
    return this.judge(`${operation.name} ${answer.status}`, found.schema, answer.json);
  }

  /** What is wrong with a refusal, a sentence each. */
  refusalProblems(answer: Answer): string[] {
    if (!answer.type.startsWith('application/problem+json')) return [`a refusal of type ${answer.type}`];
    const { status } = (answer.json ?? {}) as { status?: unknown };
    return [
      ...this.judge('problem', { $ref: '#/components/schemas/Problem' }, answer.json),
      ...(status === answer.status ? [] : [`says status ${status} and has ${answer.status}`]),
    ];
  }

  private judge(name: string, schema: Schema, json: unknown): string[] {
    const validate = this.known.get(name) ?? this.ajv.compile(located(schema));
    this.known.set(name, validate);
    if (validate(json)) return [];
    return (validate.errors ?? []).map((e) => `${e.instancePath} ${e.message} ${JSON.stringify(e.params)}`);
  }

  /** The schema of the body, references followed. */
  bodyOf(operation: Operation): Schema | undefined {
    return operation.body && resolve(this.document, operation.body);
  }
}

function located(schema: Schema): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"api#/components')) as object;
}

/** No property but those named, where some are named. */
function closed(schema: Schema): object {
  const inner = located(schema) as Schema;
  const properties = inner.properties;
  return properties && inner.additionalProperties === undefined ? { ...inner, additionalProperties: false } : inner;
}
