import { describe, expect, it } from '@jest/globals';
import { Refused } from '#platform/errors/errors';
import { CreditCode } from './credit-code.field.js';
import {
  cleared,
  Day,
  Deadline,
  Email,
  Flag,
  Id,
  MapOf,
  Nested,
  NestedList,
  Num,
  OneOf,
  Password,
  Text,
  Texts,
  Whole,
} from './fields.js';
import { createValidationPipe } from './validation.pipe.js';

class Line {
  @Text({ max: 5 })
  name!: string;
  @Flag()
  must!: boolean;
}

class Box {
  @Text({ max: 5 })
  label!: string;
  @NestedList(() => Line, { optional: true, max: 2 })
  lines?: Line[];
}

class Input {
  @Text({ min: 2, max: 8 })
  title!: string;
  @Text({ nullable: true, max: 8 })
  note?: string;
  @Text({ optional: true, max: 8, pattern: /^\w+$/ })
  word?: string;
  @Email({ optional: true })
  email?: string;
  @Password({ optional: true, min: 8, max: 10 })
  password?: string;
  @Num({ optional: true, min: 0, max: 9.5 })
  number?: number;
  @Whole({ optional: true, min: 1, max: 9 })
  whole?: number;
  @Whole({ optional: true, query: true, min: 1, max: 9 })
  asked?: number;
  @Flag({ optional: true, query: true })
  flag?: boolean;
  @OneOf(['a', 'b'], { optional: true })
  choice?: string;
  @Day({ optional: true })
  day?: string;
  @Deadline({ optional: true })
  deadline?: string;
  @Id({ optional: true })
  id?: string;
  @Texts({ optional: true, items: 2, max: 3 })
  texts?: string[];
  @Texts({ optional: true, query: true, items: 2, max: 3, values: ['x', 'y'] })
  values?: string[];
  @MapOf(['k'], ['v'], { optional: true })
  map?: Record<string, string>;
  @CreditCode({ optional: true })
  code?: string;
  @NestedList(() => Line, { optional: true, min: 1, max: 2 })
  lines?: Line[];
  @Nested(() => Box, { nullable: true })
  box?: Box;
}

const pipe = createValidationPipe();
const read = (input: unknown): Promise<Input> => pipe.transform(input, { type: 'body', metatype: Input });

/** Pointer and code of each refusal. */
async function refusals(input: unknown): Promise<string[]> {
  try {
    await read(input);
    return [];
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return error.failures.map(({ pointer, code }) => `${pointer} ${code}`);
  }
}
const one = (more: object) => refusals({ title: 'abc', ...more });

describe('a field that is right', () => {
  it.each([
    [{ title: '  abc ' }, { title: 'abc' }],
    [{ title: 'e\u0301e\u0301' }, { title: 'éé' }],
    [{ note: null }, { note: null }],
    [{ email: ' A@B.cn ' }, { email: 'a@b.cn' }],
    [{ password: '  8 char ' }, { password: '  8 char ' }],
    [
      { number: 0.5, whole: 9 },
      { number: 0.5, whole: 9 },
    ],
    [
      { asked: '7', flag: '1' },
      { asked: 7, flag: true },
    ],
    [{ day: '2028-02-29' }, { day: '2028-02-29' }],
    [{ deadline: '2027-06-30' }, { deadline: '2027-06-30T15:59:59.999Z' }],
    [{ deadline: '2027-06-30T10:00+08:00' }, { deadline: '2027-06-30T02:00:00.000Z' }],
    [{ texts: [' a ', 'b'] }, { texts: ['a', 'b'] }],
    [{ values: 'x' }, { values: ['x'] }],
    [{ map: { k: 'v' } }, { map: { k: 'v' } }],
    [{ code: ' 91370200264574251e ' }, { code: '91370200264574251E' }],
    [{ lines: [{ name: 'a', must: false }] }, { lines: [{ name: 'a', must: false }] }],
    [{ box: { label: 'b', lines: [] } }, { box: { label: 'b', lines: [] } }],
    [{ box: null }, { box: null }],
  ])('%j arrives as %j', async (input, arrives) => {
    expect(JSON.parse(JSON.stringify(await read({ title: 'abc', ...input })))).toEqual({ title: 'abc', ...arrives });
  });
});

describe('a field that is wrong', () => {
  it.each([
    [{ title: 'a' }, '/title field.text'],
    [{ title: 'a'.repeat(9) }, '/title field.text'],
    [{ title: '   ' }, '/title field.text'],
    [{ title: 5 }, '/title field.text'],
    [{ title: ['abc'] }, '/title field.text'],
    [{ title: { a: 1 } }, '/title field.text'],
    [{ title: null }, '/title field.text'],
    [{ title: 'ab\u0000c' }, '/title field.unreadable'],
    [{ title: 'ab\ufffd' }, '/title field.unreadable'],
    [{ title: 'ab\ud800' }, '/title field.unreadable'],
    [{ word: 'a b' }, '/word field.pattern'],
    [{ word: null }, '/word field.text'],
    [{ email: 'a@b' }, '/email field.email'],
    [{ email: 'a b@c.cn' }, '/email field.email'],
    [{ password: '1234567' }, '/password field.password'],
    [{ number: '1' }, '/number field.number'],
    [{ number: Number.POSITIVE_INFINITY }, '/number field.number'],
    [{ number: -0.1 }, '/number field.number'],
    [{ whole: 1.5 }, '/whole field.whole'],
    [{ asked: '' }, '/asked field.whole'],
    [{ asked: '7x' }, '/asked field.whole'],
    [{ flag: 'yes' }, '/flag field.flag'],
    [{ choice: 'c' }, '/choice field.one_of'],
    [{ choice: ['a'] }, '/choice field.one_of'],
    [{ day: '2027-02-29' }, '/day field.day'],
    [{ day: '2027-2-9' }, '/day field.day'],
    [{ deadline: '2027-06-30T10:00' }, '/deadline field.instant'],
    [{ deadline: 'tomorrow' }, '/deadline field.instant'],
    [{ deadline: '2027-13-01' }, '/deadline field.instant'],
    [{ id: '../etc' }, '/id field.id'],
    [{ texts: 'a' }, '/texts field.list'],
    [{ texts: ['a', 'b', 'c'] }, '/texts field.list'],
    [{ texts: ['a', ''] }, '/texts field.texts'],
    [{ texts: ['a', 5] }, '/texts field.texts'],
    [{ texts: ['a\u0007'] }, '/texts field.unreadable'],
    [{ values: ['x', 'z'] }, '/values field.one_of'],
    [{ map: { k: 'w' } }, '/map field.map'],
    [{ map: { j: 'v' } }, '/map field.map'],
    [{ map: ['v'] }, '/map field.map'],
    [{ code: '913' }, '/code credit_code.length'],
    [{ code: '9137020026457425OE' }, '/code credit_code.character'],
    [{ code: '91370200264574251A' }, '/code credit_code.check_digit'],
    [{ code: 91370200 }, '/code credit_code.length'],
    [{ lines: [] }, '/lines field.list_empty'],
    [{ lines: {} }, '/lines field.list'],
    [{ lines: ['a'] }, '/lines field.object'],
    [{ lines: [null] }, '/lines field.object'],
    [{ box: 'b' }, '/box field.object'],
    [{ box: [] }, '/box field.object'],
    [{ other: 1 }, '/other field.unknown'],
    [{ 'a/b~c': 1 }, '/a~1b~0c field.unknown'],
  ])('%j is refused: %s', async (input, refusal) => {
    expect(await one(input)).toEqual([refusal]);
  });

  it('is refused when it is not there', async () => {
    expect(await refusals({})).toEqual(['/title field.text']);
  });

  it('is named within lists and objects', async () => {
    const lines = [
      { name: 'a', must: true },
      { name: '', must: 'no', more: 1 },
    ];
    expect((await one({ lines })).sort()).toEqual([
      '/lines/1/more field.unknown',
      '/lines/1/must field.flag',
      '/lines/1/name field.text',
    ]);
    expect(await one({ box: { label: 'b', lines: [{ name: 'too long', must: true }] } })).toEqual([
      '/box/lines/0/name field.text',
    ]);
  });

  it('is told with all others, the first thing that is wrong with each', async () => {
    expect((await refusals({ title: '', whole: 'x', texts: [''], nonsense: true })).sort()).toEqual([
      '/nonsense field.unknown',
      '/texts field.texts',
      '/title field.text',
      '/whole field.whole',
    ]);
  });

  it.each(['__proto__', 'constructor', 'toString'])('is an unknown one, also by the name %s', async (name) => {
    const input = JSON.parse(`{"title":"abc","${name}":{"polluted":true}}`) as object;
    expect(await refusals(input).catch((error: Error) => [error.name])).not.toEqual(['TypeError']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('a body that is no object', () => {
  it.each([[[]], ['text'], [5], [null], [undefined], [true]])('%j is refused', async (body) => {
    await expect(read(body)).rejects.toThrow(Refused);
  });
});

describe('a change with null', () => {
  it('overwrites with nothing', () => {
    expect(Object.entries(cleared({ a: null, b: 0, c: '' }))).toEqual([
      ['a', undefined],
      ['b', 0],
      ['c', ''],
    ]);
  });
});
