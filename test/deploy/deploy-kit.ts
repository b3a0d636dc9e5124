import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse, parseAllDocuments } from 'yaml';
import { makeKeys } from '#apps/cli/keys';
import {
  INNER_ROLES,
  readGatewayConfig,
  readInnerConfig,
  readRole,
  readSearchConfig,
  type ServiceConfig,
} from '#platform/config/service-config';

/** The top of the sources, seen from dist/test/deploy. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));

export const readText = (path: string): string => readFileSync(`${root}${path}`, 'utf8');

/** One document; `<<` merges as Compose merges it. */
export const readYaml = <T>(path: string): T => parse(readText(path), { merge: true }) as T;

/** Every document of a file of manifests. */
export const readManifests = <T>(path: string): T[] =>
  parseAllDocuments(readText(path)).map((document) => {
    if (document.errors[0]) throw new Error(`${path}: ${document.errors[0].message}`);
    return document.toJS() as T;
  });

/** Settings that the code reads: what is asked of the reader in libs/platform/config, and the address of each service. */
export function knownSettings(): ReadonlySet<string> {
  const folder = 'libs/platform/config';
  const sources = readdirSync(`${root}${folder}`).filter((file) => /(?<!\.unit)\.ts$/.test(file));
  const asked = sources.flatMap((file) => [
    ...readText(`${folder}/${file}`).matchAll(/\.(?:text|required|whole|flag|oneOf)\(\s*'([A-Z_]+)'/g),
  ]);
  const urls = INNER_ROLES.map((role) => `RULIAN_${role.toUpperCase()}_URL`);
  return new Set([...asked.map((match) => match[1] ?? ''), ...urls]);
}

/** Names that no code reads. */
export const unknownSettings = (names: readonly string[], known = knownSettings()): string[] =>
  names.filter((name) => !known.has(name));

type Settings = Readonly<Record<string, string>>;

/** The configuration that a process has from these settings. Throws what the process would say. */
export function configOf(settings: Settings): ServiceConfig {
  const role = readRole(settings);
  if (role === 'standalone') throw new Error('RULIAN_ROLE is not set');
  if (role === 'gateway') return readGatewayConfig(settings);
  return role === 'search' ? readSearchConfig(settings) : readInnerConfig(role, settings);
}

/** Secrets of an installation, as its operator makes them. */
export const secrets = makeKeys;
