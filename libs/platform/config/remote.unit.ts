import { describe, expect, it } from '@jest/globals';
import { readRemote } from './remote.js';

const read = (RULIAN_URL?: string, RULIAN_OPERATOR_SECRET?: string) =>
  readRemote({ RULIAN_URL, RULIAN_OPERATOR_SECRET });

describe('the installation that the command line speaks to', () => {
  it.each([
    [undefined, undefined],
    ['', ' '],
  ])('is none when nothing is set (%j, %j)', (url, secret) => {
    expect(read(url, secret)).toBeUndefined();
  });

  it.each(['http://rulian.example', 'http://rulian.example/', ' https://10.0.0.5:8443// '])('is %s', (url) => {
    expect(read(url, 'rlo_secret')).toEqual({ url: url.trim().replace(/\/+$/, ''), secret: 'rlo_secret' });
  });

  it('names the setting that is missing', () => {
    expect(read('http://rulian.example')).toEqual({ missing: 'RULIAN_OPERATOR_SECRET' });
    expect(read(undefined, 'rlo_secret')).toEqual({ missing: 'RULIAN_URL' });
  });

  it.each(['rulian.example', 'ftp://rulian.example', 'http://', 'http://a@b', 'http://host/path', 'http://a b'])(
    'is not %s',
    (url) => {
      expect(read(url, 'rlo_secret')).toEqual({ notAnAddress: url });
    },
  );
});
