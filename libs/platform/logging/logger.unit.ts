import { describe, expect, it } from '@jest/globals';
import { createLogger, NestLogger } from './logger.js';

function newLogger(logLevel: 'debug' | 'info' | 'silent' = 'debug') {
  const lines: string[] = [];
  const logger = createLogger({ logLevel }, { write: (line: string) => void lines.push(line) });
  return {
    logger,
    nest: new NestLogger(logger),
    lines,
    last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown>,
  };
}

const SECRET = 'S3CRET';
const NAMES = [
  'password',
  'currentPassword',
  'passwordHash',
  'token',
  'secret',
  'operatorSecret',
  'authorization',
  'Authorization',
  'cookie',
  'set-cookie',
  'invitation',
  'code',
];

/** The secret under a name, `depth` objects down. */
const buried = (name: string, depth: number): object =>
  depth === 0 ? { [name]: SECRET } : { inner: buried(name, depth - 1) };

describe('the log', () => {
  it.each(NAMES)('never holds a %s, wherever it stands', (name) => {
    const { logger, nest, lines } = newLogger();
    for (const depth of [0, 1, 2, 3, 5, 12]) logger.info({ msg: 'here', ...buried(name, depth) });
    logger.warn({ list: [{ [name]: SECRET }, { deep: [buried(name, 2)] }] });
    logger.error({ error: Object.assign(new Error('failed'), { request: { headers: { [name]: SECRET } } }) });
    logger.error(Object.assign(new Error('failed'), { detail: buried(name, 3) }), 'message');
    nest.error({ msg: 'here', body: buried(name, 2) }, 'stack', 'context');
    nest.warn(Object.assign(new Error('failed'), { body: { [name]: SECRET } }));
    expect(lines).toHaveLength(11);
    expect(lines.join('')).not.toContain(SECRET);
    expect(lines[0]).toContain('[redacted]');
  });

  it('holds what is no secret, times as ISO 8601, and what an error says of itself', () => {
    const { nest, last } = newLogger();
    const cause = new Error('disk full');
    nest.error(
      {
        msg: 'not written',
        requestId: 'r',
        at: new Date(0),
        error: Object.assign(new Error('failed', { cause }), { code: 'ENOSPC' }),
      },
      'store',
    );
    expect(last()).toMatchObject({
      level: 50,
      context: 'store',
      msg: 'not written',
      requestId: 'r',
      at: '1970-01-01T00:00:00.000Z',
      error: {
        type: 'Error',
        message: 'failed: disk full',
        code: 'ENOSPC',
        stack: expect.stringContaining('logger.unit'),
      },
    });
    expect(last().time).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  });

  it('survives what refers to itself and what is no object', () => {
    const { logger, nest, last } = newLogger();
    const loop: Record<string, unknown> = { name: 'loop' };
    loop.self = loop;
    logger.info({ loop });
    expect(last()).toMatchObject({ loop: { name: 'loop' } });
    for (const message of ['text', 5, undefined, null]) nest.log(message, 'context');
    expect(last()).toMatchObject({ msg: 'null', context: 'context' });
  });

  it('is a line an entry, from its level on', () => {
    const { nest, lines, last } = newLogger('info');
    nest.debug('hidden');
    nest.verbose('hidden');
    nest.log('mapped', 'RoutesResolver');
    expect(lines).toEqual([]);
    nest.log('two\nlines');
    expect(lines).toHaveLength(1);
    expect(last()).toMatchObject({ msg: 'two\nlines', level: 30 });
    const silent = newLogger('silent');
    silent.nest.fatal('hidden');
    expect(silent.lines).toEqual([]);
  });
});
