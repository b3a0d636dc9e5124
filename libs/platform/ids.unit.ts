import { describe, expect, it } from '@jest/globals';
import { idFrom, newId, sha256 } from './ids.js';

describe('ids', () => {
  it('are 20 characters that stand in addresses, each another', () => {
    const ids = Array.from({ length: 1000 }, newId);
    expect(new Set(ids).size).toBe(1000);
    expect(ids.every((id) => /^[\w-]{20}$/.test(id))).toBe(true);
  });

  it('of the same parts are the same, of others another', () => {
    expect(idFrom('a', 'b')).toBe(idFrom('a', 'b'));
    expect(idFrom('a', 'b')).toMatch(/^[\w-]{20}$/);
    const others = [idFrom('b', 'a'), idFrom('ab'), idFrom('a', 'b', ''), idFrom('', 'ab'), idFrom('a', '', 'b')];
    expect(new Set([idFrom('a', 'b'), ...others]).size).toBe(6);
  });

  it('hash text as UTF-8', () => {
    expect(sha256('')).toBe('47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU');
    expect(sha256('入链')).not.toBe(sha256('入'));
  });
});
