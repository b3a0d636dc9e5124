import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext } from 'playwright-core';
import {
  chromiumPath,
  type Language,
  newPerson,
  openBrowser,
  sayLoudly,
  settled,
  WIDTHS,
  wrongForAxe,
} from './browser.js';
import { DemoWorld } from './demo-world.js';
import { SCREENS } from './screens.js';

if (!chromiumPath) sayLoudly();

it('every route of the app is among the screens', () => {
  const app = readFileSync(join(process.cwd(), 'apps/web/src/app.tsx'), 'utf8');
  const routes = [...app.matchAll(/path: '(\/[^']+)'/g)].map(([, path = '']) => path);
  expect(routes.length).toBeGreaterThan(15);
  const shown = SCREENS.map(({ path }) => path.split('?')[0] ?? '');
  const fits = (route: string) =>
    shown.some((path) =>
      new RegExp(`^${route.replace(/\/:\w+\?/g, '(/[^/]+)?').replace(/:\w+/g, '[^/]+')}$`).test(path),
    );
  // Reached in the stories: one is for a link that is made there, the other for an organisation that waits.
  expect(routes.filter((route) => !fits(route))).toEqual(['/invitations/:code', '/welcome']);
});

(chromiumPath ? describe : describe.skip)('every screen', () => {
  let world: DemoWorld;
  let browser: Browser;
  beforeAll(async () => {
    world = await DemoWorld.create();
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await world?.destroy();
  });

  for (const language of ['zh', 'en'] as const satisfies readonly Language[])
    for (const width of WIDTHS)
      it(`has nothing that axe finds wrong, nothing too wide and no error: ${language}, ${width} px`, async () => {
        const wrong: string[] = [];
        const people = new Map<string, BrowserContext>();
        for (const screen of SCREENS) {
          const look = { language, width, dark: language === 'en' };
          const context = people.get(screen.viewer) ?? (await newPerson(browser, world.url, look));
          if (!people.has(screen.viewer)) await world.signIn(context, screen.viewer);
          people.set(screen.viewer, context);
          const page = await context.newPage();
          page.on('pageerror', (error) => wrong.push(`${screen.name}: ${error.message}`));
          await page.goto(world.pathOf(screen));
          await settled(page);
          wrong.push(...(await wrongForAxe(page)).map((line) => `${screen.name} ${line}`));
          const over = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
          if (Number(over) > 0) wrong.push(`${screen.name}: ${over} px too wide`);
          await page.close();
        }
        for (const context of people.values()) await context.close();
        expect(wrong).toEqual([]);
      }, 180_000);
});
