// Arrows point one way: apps → contexts → engines, ports, contracts, platform.
const only = (from, allowed) => ({
  name: `${from}-only-imports`,
  severity: 'error',
  from: { path: `^libs/${from}/` },
  to: { path: '^(apps|libs)/', pathNot: allowed.map((a) => `^libs/${a}/`) },
});
export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'nobody-imports-apps', severity: 'error', from: { path: '^libs/' }, to: { path: '^apps/' } },
    {
      name: 'no-tests-in-product',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '\\.(unit|int|e2e|contract)\\.ts$' },
      to: { path: '^test/|\\.(unit|int|e2e|contract)\\.ts$' },
    },
    {
      name: 'a-context-never-imports-another',
      severity: 'error',
      from: { path: '^libs/contexts/([^/]+)/' },
      to: { path: '^libs/contexts/([^/]+)/', pathNot: '^libs/contexts/$1/' },
    },
    only('contexts', ['contexts', 'engines', 'ports', 'contracts', 'platform']),
    only('engines', ['engines']),
    only('contracts', ['contracts', 'ports']),
    only('platform', ['platform', 'ports', 'contracts']),
    only('ports', ['ports', 'platform/worker']),
    {
      name: 'engines-are-pure',
      severity: 'error',
      from: { path: '^libs/engines/', pathNot: '\\.(unit|int)\\.ts$' },
      to: { path: '^(node:|fs$|net$|@nestjs)', dependencyTypes: ['core', 'npm'] },
    },
    {
      name: 'the-web-app-knows-the-api-only',
      comment: 'What it has of the server is made from the OpenAPI document.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^(apps|libs|test)/', pathNot: '^apps/web/' },
    },
    {
      name: 'nobody-imports-the-web-app',
      severity: 'error',
      from: { pathNot: '^apps/web/' },
      to: { path: '^apps/web/' },
    },
    {
      name: 'a-page-never-imports-another',
      severity: 'error',
      from: { path: '^apps/web/src/pages/([^/]+)/' },
      to: { path: '^apps/web/src/pages/([^/]+)/', pathNot: '^apps/web/src/pages/$1/' },
    },
    { name: 'not-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist' },
    tsConfig: { fileName: 'tsconfig.depcruise.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.json', '.d.ts'],
    },
  },
};
