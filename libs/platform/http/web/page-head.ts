import type { Language } from '#platform/errors/errors';

/** What a page says of itself to chats and search engines before any script has run. */
export interface PageHead {
  readonly title: string;
  readonly description: string;
  /** Full address of the page. */
  readonly url: string;
  readonly language: Language;
}

const SITE = '入链 Rulian';
const PLACE = /<!-- head -->[\s\S]*<!-- \/head -->/;
const LANG = /<html lang="[^"]*"/;

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`).replace(/\s+/g, ' ');

/** Fills the page's head between its two marks. Pure; whatever the texts hold is shown as text. */
export function withHead(page: string, head: PageHead): string {
  const { title, description, url, language } = head;
  const whole = title === SITE ? SITE : `${title} · ${SITE}`;
  const meta = (key: string, name: string, content: string) =>
    `<meta ${key}="${name}" content="${escaped(content)}" />`;
  const lines = [
    `<title>${escaped(whole)}</title>`,
    meta('name', 'description', description),
    meta('property', 'og:type', 'website'),
    meta('property', 'og:site_name', SITE),
    meta('property', 'og:title', title),
    meta('property', 'og:description', description),
    meta('property', 'og:url', url),
    meta('property', 'og:image', new URL('/share.png', url).href),
    meta('property', 'og:locale', language === 'zh' ? 'zh_CN' : 'en_US'),
  ];
  return page
    .replace(LANG, () => `<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"`)
    .replace(PLACE, () => lines.join('\n    '));
}

type Words = Readonly<Record<Language, string>>;

const WELCOME: Words = {
  zh: '把专精特新企业送进链主的产业链：看得懂的需求，说得清的匹配。',
  en: 'Small specialised firms into the chains of large ones: demands one can read, matches one can explain.',
};

export const welcome = (url: string, language: Language): PageHead => ({
  title: SITE,
  description: WELCOME[language],
  url,
  language,
});

/** The public fields of a demand that its head tells. */
export interface HeadDemand {
  readonly title?: unknown;
  readonly ownerName?: unknown;
  readonly background?: unknown;
  readonly deadline?: unknown;
  readonly requirements?: unknown;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const short = (line: string): string => (line.length > 160 ? `${line.slice(0, 159)}…` : line);

/** From the public view of a demand: title, who asks, until when, and how many conditions there are. */
export function demandHead(demand: HeadDemand, url: string, language: Language): PageHead {
  const owner = text(demand.ownerName);
  const day = text(demand.deadline).slice(0, 10);
  const count = Array.isArray(demand.requirements) ? demand.requirements.length : 0;
  const facts: readonly (string | false)[] =
    language === 'zh'
      ? [owner, count > 0 && `${count} 项指标`, day && `截止 ${day}`, text(demand.background)]
      : [owner, count > 0 && `${count} requirements`, day && `until ${day}`, text(demand.background)];
  const description = short(facts.filter(Boolean).join(language === 'zh' ? '，' : ', '));
  return { title: text(demand.title), description, url, language };
}

/** The public fields of a firm's card that its head tells. */
export interface HeadFirm {
  readonly name?: unknown;
  readonly region?: unknown;
  readonly tier?: unknown;
  readonly products?: unknown;
}

/** From the public view of a profile: name, place, tier and products. */
export function firmHead(firm: HeadFirm, url: string, language: Language): PageHead {
  const products = Array.isArray(firm.products) ? firm.products.slice(0, 3).map(text) : [];
  const description = short([text(firm.region), text(firm.tier), ...products].filter(Boolean).join(' · '));
  return { title: text(firm.name), description, url, language };
}
