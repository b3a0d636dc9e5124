import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { root } from './schema-kit.js';

describe('the web app’s client', () => {
  it('is what the OpenAPI document gives; if not: npm run web-client', () => {
    const script = join(root, 'scripts', 'web-client.mjs');
    const run = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
  }, 60_000);
});
