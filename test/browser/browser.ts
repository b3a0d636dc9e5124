import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { Member } from '#test/e2e/people';
import { PASSWORD } from '#test/e2e/people';

/** Where a Chromium may be; the first that is there. `RULIAN_CHROMIUM` names another. */
const PLACES = [
  process.env.RULIAN_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

export const chromiumPath = PLACES.find((place) => place && existsSync(place));

/** Said once where there is none: these tests must not be missing without a word. In CI they fail instead. */
export function sayLoudly(): void {
  const said =
    'NO CHROMIUM: the stories in the browser were NOT run. apt-get install chromium, or set RULIAN_CHROMIUM.';
  if (process.env.CI) throw new Error(said);
  process.stderr.write(`\n*** ${said} ***\n\n`);
}

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    ...(chromiumPath ? { executablePath: chromiumPath } : {}),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });

export type Language = 'zh' | 'en';
export const WIDTHS = [360, 1440] as const;
export type Width = (typeof WIDTHS)[number];

export interface Look {
  readonly language: Language;
  readonly width: Width;
  readonly dark?: boolean;
  /** A phone that is touched: no mouse, nothing to hover with. */
  readonly touch?: boolean;
}

/** A browser of a person's own: language and size of the screen, nothing kept of another. */
export function newPerson(
  browser: Browser,
  base: string,
  { language, width, dark, touch }: Look,
): Promise<BrowserContext> {
  return browser.newContext({
    baseURL: base,
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    viewport: { width, height: width < 600 ? 740 : 900 },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    ...(touch ? { hasTouch: true, isMobile: true } : {}),
  });
}

/** Signs in as a person does, on the page. */
export async function signInAs(page: Page, { email }: Pick<Member, 'email'>, password = PASSWORD): Promise<void> {
  await page.goto('/sign-in');
  await page.locator('#email').fill(email);
  await page.locator('#password').fill(password);
  await page.locator('form button[type=submit]').click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe finds wrong on the page as it is now, a line each; [] when there is nothing. */
export async function wrongForAxe(page: Page): Promise<string[]> {
  const { readFile } = await import('node:fs/promises');
  // A button that is at work is pale for a moment, as one that cannot be pressed may be.
  await page.locator('.ant-btn-loading').first().waitFor({ state: 'detached' });
  // Through the debugger: the page's own policy lets no script in.
  await page.evaluate(await readFile(AXE, 'utf8'));
  const violations = (await page.evaluate(
    "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((r) => r.violations)",
  )) as Violation[];
  return violations.map(
    ({ id, nodes }) =>
      `${page.url()} ${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`,
  );
}

/** Waits until everything that was asked for is there and drawn. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.locator('main h1').first().waitFor();
  await page.locator('main .bone').first().waitFor({ state: 'detached' });
}
