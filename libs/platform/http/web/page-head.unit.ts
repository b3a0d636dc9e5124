import { describe, expect, it } from '@jest/globals';
import { demandHead, firmHead, welcome, withHead } from './page-head.js';

const PAGE = '<html lang="zh-CN"><head><!-- head --><title>入链</title><!-- /head --></head><body></body></html>';
const URL_OF = 'https://rulian.example/demands/d1';

describe('the head of a page', () => {
  it('tells a chat the title, who asks, how much and until when', () => {
    const demand = {
      title: '精密齿轮配套',
      ownerName: '海岳集团',
      deadline: '2027-06-30T15:59:59.999Z',
      requirements: [{}, {}],
      background: '新平台量产。',
    };
    const page = withHead(PAGE, demandHead(demand, URL_OF, 'zh'));
    expect(page).toContain('<title>精密齿轮配套 · 入链 Rulian</title>');
    expect(page).toContain('content="海岳集团，2 项指标，截止 2027-06-30，新平台量产。"');
    expect(page).toContain('<meta property="og:url" content="https://rulian.example/demands/d1" />');
    expect(page).toContain('<meta property="og:image" content="https://rulian.example/share.png" />');
    expect(page).not.toContain('<!-- head -->');
  });

  it('shows whatever a title holds as text, and fills it in as it is', () => {
    const page = withHead(PAGE, demandHead({ title: '"><script>alert(1)</script> $& $1' }, URL_OF, 'zh'));
    expect(page).not.toContain('<script>');
    expect(page).toContain('&#34;&#62;&#60;script&#62;alert(1)&#60;/script&#62; $&#38; $1');
  });

  it('is in the language of the reader', () => {
    const page = withHead(PAGE, welcome(URL_OF, 'en'));
    expect(page).toContain('<html lang="en"');
    expect(page).toContain('og:locale" content="en_US"');
    expect(page).toContain('Small specialised firms');
  });

  it('says of a firm what its card says, and nothing of what is not there', () => {
    expect(
      firmHead({ name: '甲公司', region: '山东省', products: ['齿轮', '轴', '箱体', '盖'] }, URL_OF, 'zh'),
    ).toMatchObject({
      title: '甲公司',
      description: '山东省 · 齿轮 · 轴 · 箱体',
    });
    expect(demandHead({ title: '只有标题' }, URL_OF, 'en').description).toBe('');
  });
});
