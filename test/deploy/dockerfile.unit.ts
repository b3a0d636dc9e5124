import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import dockerfileUtils from 'dockerfile-utils';
import { readText, root, unknownSettings } from './deploy-kit.js';

interface Instruction {
  readonly name: string;
  readonly rest: string;
}

/** Instructions with their continued lines put together, without comments. */
function instructions(text: string): Instruction[] {
  const lines = text
    .replace(/^\s*#.*\n/gm, '')
    .replace(/\\\n\s*/g, ' ')
    .split('\n');
  return lines.flatMap((line) => {
    const match = /^([A-Z]+)\s+(.*)$/.exec(line.trim());
    return match ? [{ name: match[1] ?? '', rest: match[2] ?? '' }] : [];
  });
}

/** What our own rules say against a Dockerfile. */
function refusals(text: string): string[] {
  const all = instructions(text);
  const last = all.slice(all.findLastIndex(({ name }) => name === 'FROM'));
  const of = (name: string, among = last) => among.filter((one) => one.name === name).map(({ rest }) => rest);
  const stages = of('FROM', all).map((rest) => / AS (\S+)$/.exec(rest)?.[1]);
  const found: string[] = [];
  for (const image of of('FROM', all).map((rest) => rest.split(' ')[0] ?? '')) {
    if (!stages.includes(image) && !/:[\w.-]*\d[\w.-]*$/.test(image)) found.push(`${image} names no version`);
  }
  const user = of('USER').at(-1);
  if (user === undefined || /^(root|0)(:|$)/.test(user)) found.push('it runs as root');
  if (of('HEALTHCHECK').length !== 1) found.push('it has no health check');
  if (of('ENTRYPOINT')[0]?.startsWith('[') !== true)
    found.push('its entry is not in the JSON form: signals do not reach it');
  if (of('RUN').some((rest) => /\b(npm (ci|install|run)|tsc|apt-get|build\.mjs)\b/.test(rest)))
    found.push('it builds in the stage that runs');
  if (of('COPY').some((rest) => /^\.\/? |^\. /.test(rest))) found.push('it copies everything');
  const set = [...of('ENV', all), ...of('ARG', all)].join(' ');
  if (/SECRET|KEY|PASSWORD|TOKEN/i.test(set)) found.push('it holds a secret');
  return found;
}

const text = readText('deploy/Dockerfile');
const { validate } = dockerfileUtils;

describe('the Dockerfile', () => {
  it('is one', () => {
    expect(validate(text)).toEqual([]);
    expect(validate('FROM a:1\nCOPPY a b\n')).not.toEqual([]);
  });

  it('keeps our rules', () => {
    expect(refusals(text)).toEqual([]);
    const entry = instructions(text).find(({ name }) => name === 'ENTRYPOINT');
    expect(JSON.parse(entry?.rest ?? '')).toEqual(['node', '--enable-source-maps', 'dist/apps/main.js']);
    expect(existsSync(join(root, 'apps', 'main.ts'))).toBe(true);
  });

  it('copies what there is, and .dockerignore lets it through', () => {
    const copied = instructions(text)
      .filter(({ name, rest }) => name === 'COPY' && !rest.startsWith('--from'))
      .flatMap(({ rest }) => rest.split(' ').slice(0, -1));
    expect(copied.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    const lines = readText('.dockerignore').split('\n');
    const allowed = lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
    expect(lines.find((line) => line !== '' && !line.startsWith('#'))).toBe('*');
    const blocked = copied.filter((path) => !allowed.some((one) => path === one || path.startsWith(`${one}/`)));
    expect(blocked).toEqual([]);
  });

  it('sets only what is read', () => {
    const set = instructions(text).filter(({ name }) => name === 'ENV');
    const names = set.flatMap(({ rest }) => rest.split(' ').map((pair) => pair.split('=')[0] ?? ''));
    expect(unknownSettings(names.filter((name) => name !== 'NODE_ENV'))).toEqual([]);
    expect(names).toContain('RULIAN_DEMO');
  });
});

describe('our rules', () => {
  const sound =
    'FROM node:22 AS b\nRUN npm ci\nFROM node:22\nCOPY --from=b /a /a\nUSER node\nHEALTHCHECK CMD ["a"]\nENTRYPOINT ["a"]\n';
  it('are content with what is right', () => {
    expect(refusals(sound)).toEqual([]);
  });
  it.each([
    ['an image without a version', sound.replace('FROM node:22\n', 'FROM node\n'), 'node names no version'],
    ['the newest image', sound.replace('FROM node:22\n', 'FROM node:latest\n'), 'node:latest names no version'],
    ['no user', sound.replace('USER node\n', ''), 'it runs as root'],
    ['root', sound.replace('USER node', 'USER root'), 'it runs as root'],
    ['root by number', sound.replace('USER node', 'USER 0:0'), 'it runs as root'],
    ['no health check', sound.replace('HEALTHCHECK CMD ["a"]\n', ''), 'it has no health check'],
    [
      'a shell before it',
      sound.replace('ENTRYPOINT ["a"]', 'ENTRYPOINT a'),
      'its entry is not in the JSON form: signals do not reach it',
    ],
    ['a build in the last stage', `${sound}RUN npm ci\n`, 'it builds in the stage that runs'],
    ['everything copied', `${sound}COPY . .\n`, 'it copies everything'],
    ['a secret', `${sound}ENV MEILI_KEY=a\n`, 'it holds a secret'],
  ])('refuse %s', (_what, wrong, told) => {
    expect(refusals(wrong)).toEqual([told]);
  });
});
