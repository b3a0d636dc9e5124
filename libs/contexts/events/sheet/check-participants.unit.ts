import { describe, expect, it } from '@jest/globals';
import type { Result } from '#platform/errors/errors';
import { failureText } from '#platform/errors/errors';
import type { KnownOrganisation } from '../known/known.store.js';
import { checkParticipants } from './check-participants.js';
import { lookupKey, participantRows, TEMPLATE_HEADERS } from './participant-rows.js';

const CODE = '91370200MA3C00001X';
const organisation = (id: string, kind: 'leader' | 'sme' | 'staff', more: object = {}): KnownOrganisation => ({
  ...{ id, name: `${id}有限公司`, kind, status: 'approved', version: 1, seen: 1 },
  ...more,
});
const KNOWN = [
  organisation('海岳', 'leader', { creditCode: CODE }),
  organisation('远洋', 'leader'),
  organisation('岚齿', 'sme'),
  organisation('潍坊', 'sme'),
  organisation('重名', 'sme'),
  organisation('重名2', 'sme', { name: '重名有限公司' }),
  organisation('待审', 'sme', { status: 'pending' }),
  organisation('中心', 'staff'),
];
const found = new Map<string, KnownOrganisation[]>();
for (const one of KNOWN)
  for (const key of [lookupKey(one.name), one.creditCode])
    if (key !== undefined) found.set(key, [...(found.get(key) ?? []), one]);

const event = {
  limits: { leader: { min: 2, max: 9 }, sme: { min: 1, max: 4 } },
  musts: { leader: 2, sme: 1 },
};
const told = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
};
const HEADER = ['单位名称', '统一社会信用代码', '角色', '会面上限（场）', '必须会面', '想见', '备注'];
const check = (rows: readonly (readonly unknown[])[], there: readonly string[] = []) =>
  checkParticipants(told(participantRows([['参会名单'], HEADER, ...rows])), { event, found, there: new Set(there) });
const wrong = (rows: readonly (readonly unknown[])[], there: readonly string[] = []) =>
  check(rows, there).map((row) => row.wrong.map(({ column, failure }) => `${column} ${failure.code}`));

describe('a sheet of participants', () => {
  it('is read by its headers, wherever they stand, with names and codes as people write them', () => {
    const rows = check([
      ['海岳有限公司', '', '链主', 6, '岚齿有限公司', '潍坊有限公司；', ''],
      [],
      ['', CODE.toLowerCase(), '', '', '', '', ''],
      ['岚齿有限责任公司', '', '', '', '', '海岳 有限公司', '老客户'],
    ]);
    expect(rows.map(({ row, organisation: one }) => [row, one?.id])).toEqual([
      [3, '海岳'],
      [5, '海岳'],
      [6, '岚齿'],
    ]);
    expect(rows[0]).toMatchObject({ limits: { min: 2, max: 6 }, wishes: [{ wish: 'must', organisationId: '岚齿' }] });
    expect(rows[2]?.wishes).toEqual([{ organisationId: '海岳', wish: 'would' }]);
  });

  it('says beside each row what is wrong with it', () => {
    const rows = [
      ['海岳有限公司'],
      ['无名有限公司'],
      ['重名有限公司'],
      ['待审有限公司'],
      ['中心有限公司'],
      ['岚齿有限公司', '', '链主'],
      ['潍坊有限公司', '', '', '很多'],
      ['海岳有限公司'],
      ['', '', '', 3],
    ];
    expect(wrong(rows)).toEqual([
      [],
      ['name matchmaking.sheet_unknown'],
      ['name matchmaking.sheet_ambiguous'],
      ['name matchmaking.sheet_unknown'],
      ['name matchmaking.staff_stay_away'],
      ['side matchmaking.sheet_side'],
      ['max matchmaking.sheet_max'],
      ['name matchmaking.sheet_twice'],
      ['name matchmaking.sheet_nobody'],
    ]);
    const [, , , , , side] = check(rows);
    expect(side && failureText(side.wrong[0]?.failure as never, 'zh')).toBe('该单位是中小企业。请改正角色，或留空。');
  });

  it('takes wishes of the other side only, of those who are in the sheet or at the event, and not too many musts', () => {
    const leader = ['海岳有限公司', '', '', '', '岚齿有限公司、潍坊有限公司', '远洋有限公司'];
    expect(wrong([leader])).toEqual([
      ['musts matchmaking.sheet_not_there', 'musts matchmaking.sheet_not_there', 'wishes matchmaking.sheet_same_side'],
    ]);
    expect(wrong([[...leader.slice(0, 5), ''], ['岚齿有限公司']], ['潍坊'])).toEqual([[], []]);
    const firm = ['岚齿有限公司', '', '', '', '海岳有限公司、远洋有限公司', ''];
    expect(wrong([firm], ['海岳', '远洋'])).toEqual([['musts matchmaking.too_many_musts']]);
  });

  it('that was empty is understood in every column', () => {
    const [row] = told(participantRows([TEMPLATE_HEADERS, ['岚齿', CODE, '企业', 3, '海岳', '远洋']]));
    const cells = { name: '岚齿', creditCode: CODE, side: '企业', max: '3', musts: '海岳', wishes: '远洋' };
    expect(row?.cells).toEqual(cells);
  });

  it('without a column of names or codes is refused', () => {
    expect(participantRows([['角色'], ['链主']])).toMatchObject({ failure: { code: 'matchmaking.sheet_header' } });
    expect(participantRows([])).toMatchObject({ ok: false });
  });
});
