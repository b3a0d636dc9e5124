import type { Ask } from './fixture.js';
import type { Expected } from './refusals.js';

const json = { 'content-type': 'application/json' };

/** Bodies that are broken before any field of theirs is read, made from one that is right. */
export function brokenBodies(good: object): [string, Partial<Ask>, Expected][] {
  const text = JSON.stringify(good);
  const opened = text.slice(0, -1);
  return [
    ['not JSON', { body: '{"title": ' }, { status: 422, code: 'common.body_not_json' }],
    ['JSON with a comma too many', { body: `${opened},}` }, { code: 'common.body_not_json' }],
    ['empty', { body: '', headers: json }, { status: 422 }],
    [
      'bad UTF-8',
      { body: Buffer.concat([Buffer.from(`${opened},"link":"`), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]) },
      { code: 'common.body_not_utf8' },
    ],
    [
      'GB18030',
      { body: Buffer.concat([Buffer.from('{"title":"'), Buffer.from([0xc7, 0xe0, 0xb5, 0xba]), Buffer.from('"}')]) },
      { code: 'common.body_not_utf8' },
    ],
    [
      '10 MB',
      { body: JSON.stringify({ ...good, background: '长'.repeat(3_500_000) }) },
      { status: 413, code: 'common.body_too_large' },
    ],
    ['deep lists', { body: `${opened},"blocked":${'['.repeat(200_000)}${']'.repeat(200_000)}}` }, { status: 422 }],
    ['deep objects', { body: `${opened},"dates":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}` }, { status: 422 }],
    [
      'deep unknown',
      { body: `${opened},"x":${'{"requirements":['.repeat(20_000)}${']}'.repeat(20_000)}}` },
      { status: 422 },
    ],
    ['__proto__', { body: `${opened},"__proto__":{"status":"published"}}` }, { status: 422 }],
    ['nested __proto__', { body: `${opened},"dates":{"__proto__":{"sample":"x"}}}` }, { status: 422 }],
    ['constructor.prototype', { body: `${opened},"constructor":{"prototype":{"admin":true}}}` }, { status: 422 }],
    ['escaped __proto__', { body: `${opened},"disclosure":{"\\u005f_proto__":{"budget":"public"}}}` }, { status: 422 }],
    ['hasOwnProperty', { body: `${opened},"hasOwnProperty":1}` }, { status: 422, code: 'field.unknown' }],
    [
      'toString in a map',
      { body: `${opened},"disclosure":{"toString":"public"}}` },
      { status: 422, pointer: '/disclosure' },
    ],
    ...[
      'text/plain',
      'application/xml',
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded',
      'nonsense',
      'text/csv',
    ].map((type): [string, Partial<Ask>, Expected] => [
      type,
      { body: text, headers: { 'content-type': type } },
      { status: 415 },
    ]),
  ];
}

/** Texts that are code to somebody. None of them is to us. */
export const INJECTIONS = [
  "Robert'); DROP TABLE doc_demand;--",
  '{"$gt": ""}',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '=cmd|calc!A1',
  '+1+1',
  '../../../../etc/passwd',
  '\u202egnp.exe %s %n {{7*7}} $(7*7)',
  'тест \u00e9 ünïcode 😀 表情',
  '\\\\server\\share "quoted" \\u0000',
];
