import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const here = join(process.cwd(), 'libs', 'ports', 'log');
const adapters = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe('adapters of the log port', () => {
  it('are found', () => {
    expect(adapters.map(({ name }) => name)).toContain('embedded');
  });

  it.each(adapters.map(({ name }) => name))('%s runs the contract suite', (name) => {
    const suites = readdirSync(join(here, name)).filter((file) => /\.(int|e2e)\.ts$/.test(file));
    const text = suites.map((file) => readFileSync(join(here, name, file), 'utf8')).join('\n');
    expect(text).toContain('logContract(');
  });
});
