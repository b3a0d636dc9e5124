import { describe, expect, it } from '@jest/globals';
import { firmNameKey } from '#contracts/firm-name';

describe('firm name key', () => {
  it.each([
    ['海尔（青岛）有限公司', '海尔(青岛)有限公司'],
    ['海尔【青岛】有限公司', '海尔〔青岛〕 有限公司'],
    ['青岛 海尔\u3000有限责任公司', '青岛海尔有限公司'],
    ['ＡＢＣ科技有限公司', 'abc科技有限公司'],
    ['A.B.C 科技有限公司', 'ABC科技有限公司'],
    ['青岛·海尔有限责任公司上海分公司', '青岛海尔有限公司上海分公司'],
    ['\ufeff青岛海尔\u200b有限公司\n', '青岛海尔有限公司'],
  ])('%s is %s', (one, other) => {
    expect(firmNameKey(one)).toBe(firmNameKey(other));
  });

  it.each([
    ['海尔股份有限公司', '海尔有限公司'],
    ['海爾有限公司', '海尔有限公司'],
    ['海尔（青岛）有限公司', '海尔（上海）有限公司'],
    ['海尔有限公司', '海尔公司'],
  ])('%s is not %s', (one, other) => {
    expect(firmNameKey(one)).not.toBe(firmNameKey(other));
  });

  it('stays as it is when taken again', () => {
    const key = firmNameKey('ａ.B（青岛）有限责任公司');
    expect(key).toBe('AB(青岛)有限公司');
    expect(firmNameKey(key)).toBe(key);
  });
});
