// Tests run the compiled files of dist/: the same that npm start runs, worker threads included.

/** Folders of adapters whose `.int` tests need servers: these run by `npm run test:distributed`. */
export const distributed = ['mongo', 'kafka', 'meilisearch'];

export default {
  roots: ['<rootDir>/dist'],
  testMatch: ['**/*.unit.js', '**/*.int.js', '**/*.e2e.js'],
  testPathIgnorePatterns: ['/node_modules/', `/(${distributed.join('|')})/.*\\.int\\.js$`],
  transform: {},
  testEnvironment: 'node',
  testTimeout: 30_000,
  reporters: ['default', '<rootDir>/scripts/count-reporter.mjs'],
};
