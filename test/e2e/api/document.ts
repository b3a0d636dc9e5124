import type { AccessRule } from '#platform/access/access';

/** A schema of the OpenAPI document, as far as the tests read it. */
export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly format?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly schema?: Schema;
}

type Content = Readonly<Record<string, { readonly schema?: Schema }>>;

interface OperationObject {
  readonly 'x-access'?: AccessRule;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content?: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}

export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export interface Operation {
  /** `PATCH /demands/{id}`: the path without the API's prefix. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly access: AccessRule | undefined;
  readonly parameters: readonly Parameter[];
  /** Schema of the JSON body, when there is one. */
  readonly body: Schema | undefined;
  readonly responses: OperationObject['responses'];
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

export async function readDocument(url: string): Promise<OpenApi> {
  const response = await fetch(`${url}/api/openapi.json`);
  return (await response.json()) as OpenApi;
}

export function operationsOf(document: OpenApi): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([method]) => METHODS.includes(method))
      .map(([method, found]) => ({
        name: `${method.toUpperCase()} ${path.replace('/api/v1', '')}`,
        method: method.toUpperCase(),
        path,
        access: found['x-access'],
        parameters: found.parameters ?? [],
        body: found.requestBody?.content?.['application/json']?.schema,
        responses: found.responses,
      })),
  );
}

/** The schema itself, references followed and `allOf` of one part unwrapped. */
export function resolve(document: OpenApi, schema: Schema): Schema {
  if (schema.$ref) return resolve(document, document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});
  const [only, ...more] = schema.allOf ?? [];
  if (!only || more.length > 0) return schema;
  const { allOf: _parts, ...rest } = schema;
  return { ...resolve(document, only), ...rest };
}

/** The path with its places filled; each value is one segment, percent-encoded unless told to go as it is. */
export function fillPath(path: string, params: Readonly<Record<string, string>>, raw = false): string {
  return path.replace(/\{(\w+)\}/g, (_place, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`no value for {${name}} of ${path}`);
    return raw ? value : encodeURIComponent(value);
  });
}
