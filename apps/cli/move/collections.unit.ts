import 'reflect-metadata';
import { expect, it } from '@jest/globals';
import { modulesOf } from '#apps/shared/contexts';
import { SERVICE_ROLES } from '#platform/config/service-config';
import { COLLECTIONS } from './collections.js';

it('lists every collection that a context has, once', async () => {
  const names: string[] = [];
  for (const role of SERVICE_ROLES) {
    for (const module of await modulesOf(role)) {
      const providers: readonly { provide?: unknown }[] = Reflect.getMetadata('providers', module) ?? [];
      const tokens = providers.map(({ provide }) => provide).filter((token) => typeof token === 'string');
      names.push(...tokens.filter((token) => token.startsWith('collection:')).map((token) => token.slice(11)));
    }
  }
  expect(COLLECTIONS.map(({ name }) => name).sort()).toEqual([...new Set(names)].sort());
});
