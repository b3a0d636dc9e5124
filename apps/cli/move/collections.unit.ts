import 'reflect-metadata';
import { expect, it } from '@jest/globals';
import { CONTEXTS } from '#apps/shared/contexts';
import { COLLECTIONS } from './collections.js';

it('lists every collection that a context has, once', async () => {
  const names: string[] = [];
  for (const load of Object.values(CONTEXTS)) {
    const providers: readonly { provide?: unknown }[] = Reflect.getMetadata('providers', await load()) ?? [];
    const tokens = providers.map(({ provide }) => provide).filter((token) => typeof token === 'string');
    names.push(...tokens.filter((token) => token.startsWith('collection:')).map((token) => token.slice(11)));
  }
  expect(COLLECTIONS.map(({ name }) => name).sort()).toEqual([...new Set(names)].sort());
});
