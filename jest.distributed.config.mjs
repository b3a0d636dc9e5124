// Tests that need servers, which `npm run test:distributed` starts: of the adapters, and the end-to-end suite on the
// distributed shape. Compiled files, as in jest.config.mjs.
import base, { distributed } from './jest.config.mjs';

export default {
  ...base,
  testMatch: [...Object.keys(distributed).map((folder) => `**/${folder}/**/*.int.js`), '**/test/e2e/*.e2e.js'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 120_000,
};
