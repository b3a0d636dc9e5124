// Tests of the adapters that need servers; `npm run test:distributed` starts these. Compiled files, as in jest.config.mjs.
import base, { distributed } from './jest.config.mjs';

export default {
  ...base,
  testMatch: distributed.map((folder) => `**/${folder}/**/*.int.js`),
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 120_000,
};
