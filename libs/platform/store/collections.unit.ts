import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ConsoleLogger, Logger } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { Store } from '#ports/store/store';
import { Unavailable } from '#ports/unavailable';
import { provideCollection } from './collections.js';

beforeAll(() => Logger.overrideLogger(false));
afterAll(() => Logger.overrideLogger(new ConsoleLogger()));

it('waits for a server that does not answer when the process starts', async () => {
  const spec = { name: 'thing', indexes: {} };
  const handle = {};
  let asked = 0;
  const store = {
    collection: async () => {
      asked += 1;
      if (asked === 1) throw new Unavailable('MongoDB');
      return handle;
    },
  };
  const provider = provideCollection(spec);
  const module = await Test.createTestingModule({
    providers: [{ provide: Store, useValue: store }, provider],
  }).compile();
  expect(module.get('collection:thing')).toBe(handle);
  expect(asked).toBe(2);
});
