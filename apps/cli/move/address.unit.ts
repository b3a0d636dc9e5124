import { describe, expect, it } from '@jest/globals';
import { addressOf, brokersOf, checkPrefix } from './address.js';

describe('addressOf', () => {
  it.each([
    ['mongodb://db:27017/rulian', 'db:27017/rulian'],
    ['mongodb://a:1,b:2/rulian?replicaSet=r', 'a:1,b:2/rulian'],
    ['mongodb+srv://u:secret@db.example/rulian?x=1', 'db.example/rulian'],
    ['mongodb://u:se@cret@db/rulian?appName=a@b', 'db/rulian'],
  ])('shows host and database of %s only', (url, shown) => {
    expect(addressOf(url).shown).toBe(shown);
  });

  it('takes the whole string, user and password out of a text, as written and as meant', () => {
    const { redact } = addressOf('mongodb://mover:p%40ss@db/rulian');
    expect(redact('mongodb://mover:p%40ss@db/rulian')).toBe('***');
    expect(redact('as mover:p%40ss, or p%40ss, or p@ss at db/rulian')).toBe('as ***, or ***, or *** at db/rulian');
  });

  it.each(['mongodb://u:secret@db', 'postgres://u:secret@db/x', 'secret', ''])(
    'refuses %s without repeating it',
    (url) => {
      const failure = () => addressOf(url);
      expect(failure).toThrow('names a database');
      expect(failure).not.toThrow('u:secret');
    },
  );
});

describe('brokersOf and checkPrefix', () => {
  it('reads lists', () => {
    expect(brokersOf('a:1, b.c:22,[::1]:9092')).toEqual(['a:1', 'b.c:22', '[::1]:9092']);
    expect(checkPrefix('city_1')).toBe('city_1');
  });

  it.each(['', 'a', 'a:b', 'kafka://a:1', 'a:1,,b:2'])('refuses brokers "%s"', (list) => {
    expect(() => brokersOf(list)).toThrow('list of brokers');
  });

  it('refuses a prefix that no service takes', () => {
    expect(() => checkPrefix('City.')).toThrow('RULIAN_PREFIX');
  });
});
