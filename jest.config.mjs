// Tests run the compiled files of dist/: the same that npm start runs, worker threads included.

/** Folders whose `.int` tests need servers, and which: these run by `npm run test:distributed`. */
export const distributed = {
  mongo: ['mongo'],
  kafka: ['kafka'],
  meilisearch: ['meilisearch'],
  move: ['mongo', 'kafka'],
};

export default {
  roots: ['<rootDir>/dist'],
  testMatch: ['**/*.unit.js', '**/*.int.js', '**/*.e2e.js'],
  testPathIgnorePatterns: ['/node_modules/', `/(${Object.keys(distributed).join('|')})/.*\\.int\\.js$`],
  testSequencer: '<rootDir>/scripts/test-order.mjs',
  transform: {},
  testEnvironment: 'node',
  testTimeout: 30_000,
  reporters: ['default', '<rootDir>/scripts/count-reporter.mjs'],
};
