import { describe, expect, it } from '@jest/globals';
import { Unavailable } from '#ports/unavailable';
import { asUnavailable } from './database.js';

const failure = (message: string, code?: string) =>
  Object.assign(new Error(message), code === undefined ? {} : { code });

describe('errors of SQLite', () => {
  it.each([
    'SQLITE_BUSY',
    'SQLITE_BUSY_SNAPSHOT',
    'SQLITE_IOERR_WRITE',
    'SQLITE_FULL',
    'SQLITE_CANTOPEN',
    'SQLITE_LOCKED',
  ])('are Unavailable when they may pass: %s', (code) => {
    const error = failure('x', code);
    expect(asUnavailable(error)).toMatchObject({ name: 'Unavailable', cause: error });
  });

  it('are Unavailable when the file cannot be opened or the thread has died', () => {
    expect(asUnavailable(failure('ConnectionFailed("14")', ''))).toMatchObject({ name: 'Unavailable' });
    expect(asUnavailable(failure('worker thread x.js ended with code 1'))).toMatchObject({ name: 'Unavailable' });
  });

  it('stay what they are when a repeat cannot help', () => {
    for (const code of ['SQLITE_CORRUPT', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_ERROR', undefined]) {
      const error = failure('x', code);
      expect(asUnavailable(error)).toBe(error);
    }
    const already = new Unavailable('store');
    expect(asUnavailable(already)).toBe(already);
  });
});
