import { createRequire } from 'node:module';
import { unknownFields } from './unknown-fields.js';

const require = createRequire(import.meta.url);

export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels?: Readonly<Record<string, string>> };
}

interface Model {
  validate(): void;
}

/** What is wrong with a manifest by the schemas of Kubernetes, unknown fields included. */
export function problemsOf(manifest: Manifest): string[] {
  const name = `${manifest.kind} ${manifest.metadata?.name}`;
  const module = modelsOf(manifest.apiVersion);
  const Kind = module?.[manifest.kind];
  if (!Kind) return [`${name}: there is no ${manifest.kind} in ${manifest.apiVersion}`];
  try {
    const data = new Kind(manifest);
    const check = (watched: object) => Kind.prototype.validate.call(watched);
    return unknownFields(data, check).map((path) => `${name}: ${path} is no field of it`);
  } catch (error) {
    return [`${name}: ${(error as Error).message}`];
  }
}

type Models = Readonly<Record<string, { new (data: object): Model; prototype: Model }>>;

function modelsOf(apiVersion: string): Models | undefined {
  try {
    return require(`kubernetes-models/${apiVersion}`) as Models;
  } catch {
    return undefined;
  }
}
