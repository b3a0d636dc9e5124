// Tests run the compiled files of dist/: the same that npm start runs, worker threads included.
export default {
  roots: ['<rootDir>/dist'],
  testMatch: ['**/*.unit.js', '**/*.int.js', '**/*.e2e.js'],
  transform: {},
  testEnvironment: 'node',
  testTimeout: 30_000,
  reporters: ['default', '<rootDir>/scripts/count-reporter.mjs'],
};
