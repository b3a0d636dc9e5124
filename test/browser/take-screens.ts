import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromiumPath, newPerson, openBrowser, settled, type Width } from './browser.js';
import { DemoWorld } from './demo-world.js';
import { SCREENS, type Screen } from './screens.js';

const FOLDER = join(process.cwd(), 'docs', 'screens');
/** Pictures live in the repository: none may be heavy. */
const MOST_BYTES = 220 * 1024;

/** On a phone, what is used on a phone. */
const widthsOf = ({ viewer }: Screen): readonly Width[] =>
  viewer === 'nobody' || viewer === 'sme' ? [1440, 360] : [1440];

/** Takes a picture of every screen with the demo data into docs/screens. */
async function main(): Promise<void> {
  if (!chromiumPath) throw new Error('No Chromium: apt-get install chromium, or set RULIAN_CHROMIUM.');
  await mkdir(FOLDER, { recursive: true });
  const world = await DemoWorld.create();
  const browser = await openBrowser();
  try {
    for (const screen of SCREENS)
      for (const width of widthsOf(screen)) {
        const context = await newPerson(browser, world.url, { language: 'zh', width });
        await world.signIn(context, screen.viewer);
        const page = await context.newPage();
        await page.goto(world.pathOf(screen));
        await settled(page);
        // What is asked a moment after the form is there, as the preview of a demand.
        await page.waitForTimeout(1000);
        await settled(page);
        const file = join(FOLDER, `${screen.name}-${width}.png`);
        await writeFile(file, await page.screenshot({ animations: 'disabled' }));
        const { size } = await stat(file);
        console.log(`${file} ${Math.round(size / 1024)} kB`);
        if (size > MOST_BYTES) throw new Error(`${file} has more than ${MOST_BYTES} bytes`);
        await context.close();
      }
  } finally {
    await browser.close();
    await world.destroy();
  }
}

await main();
