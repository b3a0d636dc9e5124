import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const classes = { store: 'Store', log: 'Log', search: 'Search', files: 'Files' } as const;
type Port = keyof typeof classes;
const ports = Object.keys(classes) as Port[];
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Code without comments: a call that is commented out does not count. */
const code = (file: string): string => readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '$1');

function sources(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.ts')).map((file) => join(folder, file));
}

function adapters(top: string, port: Port): string[] {
  const entries = readdirSync(join(top, 'libs', 'ports', port), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => join(top, 'libs', 'ports', port, entry.name));
}

/** What is wrong, a line each: adapters not run through the suite of their port, and adapters that hide elsewhere. */
function uncovered(top: string): string[] {
  return ports.flatMap((port) => {
    const call = new RegExp(`\\b${port}Contract\\(`);
    const suites = (folder: string) =>
      sources(folder).filter((file) => file.endsWith('.int.ts') && call.test(code(file)));
    const folders = adapters(top, port);
    const without = folders
      .filter((folder) => suites(folder).length === 0)
      .map((folder) => `${relative(top, folder)} has no *.int.ts that calls ${port}Contract(`);
    const adapter = new RegExp(`\\bclass \\w+(<[^{]*>)? extends ${classes[port]}\\b`);
    const elsewhere = [...sources(join(top, 'libs')), ...sources(join(top, 'apps'))]
      .filter((file) => adapter.test(code(file)) && !folders.some((folder) => dirname(file).startsWith(folder)))
      .map((file) => `${relative(top, file)} extends ${classes[port]} outside libs/ports/${port}/<adapter>/`);
    return [...without, ...elsewhere];
  });
}

describe('contract coverage', () => {
  it('runs every adapter of every port through the one suite of its port', () => {
    expect(uncovered(root)).toEqual([]);
  });

  it('has a suite for each port that has an adapter', () => {
    const missing = ports.filter(
      (port) =>
        adapters(root, port).length > 0 && !existsSync(join(root, 'libs', 'ports', port, `${port}.contract.ts`)),
    );
    expect(missing).toEqual([]);
    expect(adapters(root, 'store').length).toBeGreaterThan(0);
  });
});

describe('the check itself', () => {
  let top: string;
  const put = (file: string, text: string) => {
    mkdirSync(dirname(join(top, file)), { recursive: true });
    writeFileSync(join(top, file), text);
  };
  beforeEach(() => {
    top = mkdtempSync(join(tmpdir(), 'rulian-coverage-'));
    for (const port of ports) mkdirSync(join(top, 'libs', 'ports', port), { recursive: true });
    put('libs/ports/store/one/one.ts', 'export class One extends Store {}');
    put('libs/ports/store/one/one.int.ts', "storeContract('one', open);");
  });
  afterEach(() => rmSync(top, { recursive: true }));

  it('is content with an adapter whose test calls the suite', () => {
    expect(uncovered(top)).toEqual([]);
  });

  it.each([
    ['no test at all', 'libs/ports/store/two/two.ts', 'export class Two extends Store {}'],
    ['a test that calls nothing', 'libs/ports/log/two/two.int.ts', "it('works', () => undefined);"],
    ['the suite of another port', 'libs/ports/search/two/two.int.ts', "storeContract('two', open);"],
    ['a call that is commented out', 'libs/ports/store/two/two.int.ts', "// storeContract('two', open);"],
    ['an adapter outside the ports', 'libs/platform/two.ts', 'export class Two extends Log {}'],
    ['an adapter beside its port', 'libs/ports/search/two.ts', 'class Two<T> extends Search {}'],
  ])('finds %s', (_what, file, text) => {
    put(file, text);
    expect(uncovered(top)).toHaveLength(1);
  });
});
