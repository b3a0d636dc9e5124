import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { SERVICE_ROLES } from '#platform/config/service-config';
import { configOf, readManifests, readYaml, root, secrets, unknownSettings } from './deploy-kit.js';
import { type Manifest, problemsOf } from './kubernetes-kit.js';

const BASE = 'deploy/kubernetes/base';
const OVERLAYS = 'deploy/kubernetes/overlays';

const yamlFiles = (folder: string) => readdirSync(join(root, folder)).filter((file) => file.endsWith('.yaml'));
const overlays = readdirSync(join(root, OVERLAYS)).map((name) => `${OVERLAYS}/${name}`);
const folders = [BASE, ...overlays];
const manifestsIn = (folder: string) =>
  yamlFiles(folder)
    .filter((file) => file !== 'kustomization.yaml')
    .flatMap((file) => readManifests<Manifest>(`${folder}/${file}`));

interface Kustomization {
  readonly resources?: readonly string[];
  readonly patches?: readonly { readonly path: string }[];
}
interface EnvEntry {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: { readonly secretKeyRef: { readonly name: string; readonly key: string } };
}
interface Container {
  readonly image: string;
  readonly env: readonly EnvEntry[];
  readonly envFrom: readonly { readonly configMapRef: { readonly name: string } }[];
  readonly ports: readonly { readonly name: string; readonly containerPort: number }[];
  readonly volumeMounts: readonly { readonly name: string }[];
  readonly resources: { readonly requests: Settings; readonly limits: Settings };
}
interface Workload extends Manifest {
  readonly spec: {
    readonly replicas?: number;
    readonly strategy?: { readonly type: string };
    readonly selector: { readonly matchLabels: Settings };
    readonly volumeClaimTemplates?: readonly { readonly metadata: { readonly name: string } }[];
    readonly template: {
      readonly metadata: { readonly labels: Settings };
      readonly spec: {
        readonly containers: readonly [Container];
        readonly volumes: readonly { readonly name: string }[];
        readonly topologySpreadConstraints?: readonly object[];
      };
    };
  };
}
type Settings = Readonly<Record<string, string>>;

const base = manifestsIn(BASE);
const ofKind = <T extends Manifest>(...kinds: readonly string[]) =>
  base.filter((manifest) => kinds.includes(manifest.kind)) as T[];
const workloads = ofKind<Workload>('Deployment', 'StatefulSet');
const configMaps = ofKind<Manifest & { readonly data: Settings }>('ConfigMap');
const secretKeys = Object.keys(ofKind<Manifest & { readonly stringData: Settings }>('Secret')[0]?.stringData ?? {});
const containerOf = (workload: Workload) => workload.spec.template.spec.containers[0];

/** What the cluster would put into the environment of a workload, with the secrets of an operator. */
function environmentOf(workload: Workload): Settings {
  const values: Settings = { ...secrets(), MONGO_URL: 'mongodb://mongo:27017/rulian' };
  const { env, envFrom } = containerOf(workload);
  const shared = envFrom.flatMap(({ configMapRef }) =>
    Object.entries(configMaps.find(({ metadata }) => metadata.name === configMapRef.name)?.data ?? {}),
  );
  const own = env.map(({ name, value, valueFrom }) => [name, value ?? values[valueFrom?.secretKeyRef.key ?? ''] ?? '']);
  return Object.fromEntries([...shared, ...own]) as Settings;
}

describe('the Kubernetes manifests', () => {
  it.each(folders)('in %s are what the schemas of Kubernetes say, without unknown fields', (folder) => {
    expect(manifestsIn(folder).flatMap(problemsOf)).toEqual([]);
  });

  it.each(folders)('in %s are all listed, and all that is listed is there', (folder) => {
    const { resources = [], patches = [] } = readYaml<Kustomization>(`${folder}/kustomization.yaml`);
    const listed = [...resources, ...patches.map(({ path }) => path)];
    expect(listed.filter((path) => !existsSync(join(root, folder, path)))).toEqual([]);
    const here = yamlFiles(folder).filter((file) => file !== 'kustomization.yaml' && !file.endsWith('.example.yaml'));
    expect(listed.filter((path) => !path.startsWith('..')).sort()).toEqual(here.sort());
  });

  it('run every role, and nothing else', () => {
    const roles = workloads.map((workload) => environmentOf(workload).RULIAN_ROLE);
    expect(roles.sort()).toEqual([...SERVICE_ROLES].sort());
    expect(workloads.filter((one) => one.metadata.name !== environmentOf(one).RULIAN_ROLE)).toEqual([]);
  });

  it('give every process the settings it needs, and no setting that nobody reads', () => {
    for (const workload of workloads) {
      const settings = environmentOf(workload);
      expect(unknownSettings(Object.keys(settings))).toEqual([]);
      expect(configOf(settings)).toMatchObject({ role: workload.metadata.name, host: '0.0.0.0', port: 3000 });
    }
  });

  it('hold no secret, and give each process only those it needs', () => {
    const secretsOf = (workload: Workload) =>
      containerOf(workload).env.flatMap(({ name, valueFrom }) => (valueFrom ? [name] : []));
    const example = ofKind<Manifest & { readonly stringData: Settings }>('Secret');
    expect(example.flatMap(({ stringData }) => Object.values(stringData)).filter((value) => value !== '')).toEqual([]);
    const named = Object.fromEntries(workloads.map((workload) => [workload.metadata.name, secretsOf(workload)]));
    expect(named.gateway).toEqual(['MONGO_URL', 'RULIAN_TOKEN_PRIVATE_KEY', 'RULIAN_OPERATOR_SECRET']);
    expect(named.search).toEqual(['MONGO_URL', 'RULIAN_TOKEN_PUBLIC_KEY', 'MEILI_KEY']);
    expect(named.demand).toEqual(['MONGO_URL', 'RULIAN_TOKEN_PUBLIC_KEY']);
    const used = Object.values(named).flat();
    expect([...new Set(used)].sort()).toEqual([...secretKeys].sort());
    const open = configMaps.flatMap(({ data }) => Object.keys(data));
    expect(open.filter((name) => secretKeys.includes(name))).toEqual([]);
  });

  it.each(workloads.map((one) => [one.metadata.name, one] as const))('let %s do as little as it needs', (_, one) => {
    const { spec } = one.spec.template;
    expect(spec).toMatchObject({
      automountServiceAccountToken: false,
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
    });
    expect(spec.containers).toHaveLength(1);
    const container = containerOf(one);
    expect(container).toMatchObject({
      securityContext: {
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      },
      startupProbe: { httpGet: { path: '/health/live' } },
      livenessProbe: { httpGet: { path: '/health/live' } },
      readinessProbe: { httpGet: { path: '/health/ready' } },
    });
    expect(Object.keys(container.resources.requests).sort()).toEqual(['cpu', 'memory']);
    expect(container.resources.limits).toHaveProperty('memory');
    expect(container.image).toMatch(/^[\w./-]+:\d+\.\d+\.\d+$/);
    const ports = Object.fromEntries(container.ports.map(({ name, containerPort }) => [name, String(containerPort)]));
    expect(ports).toEqual({ http: environmentOf(one).PORT, metrics: environmentOf(one).RULIAN_METRICS_PORT });
    expect(one.spec.template).toMatchObject({ metadata: { annotations: { 'prometheus.io/port': ports.metrics } } });
    const volumes = [...spec.volumes, ...(one.spec.volumeClaimTemplates ?? []).map(({ metadata }) => metadata)];
    expect(container.volumeMounts.map(({ name }) => name).sort()).toEqual(volumes.map(({ name }) => name).sort());
  });

  it('have one process of the search service at a time, and a volume for each that imports', () => {
    const of = (name: string) => workloads.find((one) => one.metadata.name === name)?.spec;
    expect(of('search')).toMatchObject({ replicas: 1, strategy: { type: 'Recreate' } });
    expect(of('capability')?.volumeClaimTemplates).toHaveLength(1);
    const spread = workloads.filter((one) => one.spec.template.spec.topologySpreadConstraints === undefined);
    expect(spread.map(({ metadata }) => metadata.name)).toEqual(['search']);
  });

  it('keep every selector on the pods it means', () => {
    type Selecting = Manifest & {
      readonly spec: { readonly selector: Settings & { readonly matchLabels?: Settings } };
    };
    const selecting = ofKind<Selecting>('Service', 'PodDisruptionBudget', 'Deployment', 'StatefulSet');
    const labels = workloads.map((one) => one.spec.template.metadata.labels);
    const lost = selecting.filter(({ spec: { selector } }) => {
      const wanted = Object.entries(selector.matchLabels ?? selector);
      return labels.filter((own) => wanted.every(([name, value]) => own[name] === value)).length !== 1;
    });
    expect(lost.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([]);
    for (const kind of ['Service', 'PodDisruptionBudget']) {
      const names = ofKind(kind).map(({ metadata }) => metadata.name);
      expect(names).toEqual(expect.arrayContaining([...SERVICE_ROLES]));
    }
  });

  it('let nobody but the gateway reach a service', () => {
    type Policy = Manifest & { readonly spec: { readonly podSelector: { readonly matchLabels: Settings } } };
    const policies = ofKind<Policy>('NetworkPolicy');
    const tiers = workloads.map((one) => one.spec.template.metadata.labels['rulian/tier']);
    expect(tiers.filter((tier) => tier === 'edge')).toHaveLength(1);
    const toServices = policies.filter(({ spec }) => spec.podSelector.matchLabels['rulian/tier'] === 'service');
    expect(toServices).toMatchObject([
      { spec: { ingress: [{ from: [{ podSelector: { matchLabels: { 'app.kubernetes.io/name': 'gateway' } } }] }] } },
    ]);
    const everyPod = policies.filter(
      ({ spec }) => JSON.stringify(spec.podSelector) === '{"matchLabels":{"app.kubernetes.io/part-of":"rulian"}}',
    );
    expect(everyPod.map(({ metadata }) => metadata.name).sort()).toEqual([
      'monitoring-to-metrics',
      'nothing-by-default',
    ]);
    expect(workloads.every((one) => one.spec.template.metadata.labels['app.kubernetes.io/part-of'] === 'rulian')).toBe(
      true,
    );
  });
});

describe('the check of manifests', () => {
  const sound = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'a' }, spec: { ports: [{ port: 1 }] } };
  const pod = (container: object) => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'a', labels: { any: 'x' } },
    spec: { selector: { matchLabels: { a: 'b' } }, template: { spec: { containers: [{ name: 'c', ...container }] } } },
  });

  it('is content with what is right', () => {
    expect(problemsOf(sound)).toEqual([]);
    expect(problemsOf(pod({ resources: { limits: { memory: '1Gi' } }, env: [{ name: 'A', value: 'b' }] }))).toEqual([]);
  });

  it.each<[string, Manifest, RegExp]>([
    ['a field at the top', { ...sound, specs: {} } as Manifest, /\/specs is no field of it/],
    ['a field in a list', pod({ imagee: 'x' }), /\/spec\/template\/spec\/containers\/0\/imagee is no field of it/],
    ['a field deep inside', pod({ livenessProbe: { httpGet: { port: 1, pathh: '/' } } }), /httpGet\/pathh is no field/],
    ['a value of another type', pod({ ports: [{ containerPort: 'x' }] }), /containerPort/],
    ['a field that must be there', { ...sound, spec: { ports: [{}] } } as Manifest, /port/],
    ['a kind that there is not', { ...sound, kind: 'Servicee' }, /there is no Servicee in v1/],
    ['a version that there is not', { ...sound, apiVersion: 'apps/v9' }, /in apps\/v9/],
  ])('finds %s', (_what, manifest, told) => {
    expect(problemsOf(manifest)).toEqual([expect.stringMatching(told)]);
  });
});
