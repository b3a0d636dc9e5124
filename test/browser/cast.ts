import type { Browser, BrowserContext, Page } from 'playwright-core';
import { StandaloneDeployment } from '#test/e2e/standalone-deployment';
import { type Look, newPerson, openBrowser } from './browser.js';
import { type Figures, type List, visit } from './figures.js';
import type { Population } from './population.js';

/** Milliseconds that a step may take on a busy machine. */
export const WAIT = { timeout: 15_000 };
export const DESKTOP: Look = { language: 'zh', width: 1440 };
export const PHONE: Look = { language: 'zh', width: 360 };

/** A real server, and people in front of it with a browser of their own each. */
export class Cast {
  private readonly contexts: BrowserContext[] = [];

  private constructor(
    readonly deployment: StandaloneDeployment,
    private readonly browser: Browser,
  ) {}

  static async create(): Promise<Cast> {
    const deployment = await StandaloneDeployment.create();
    return new Cast(deployment, await openBrowser());
  }

  /** Somebody who has not signed in yet. */
  async person(look: Look): Promise<Page> {
    const context = await newPerson(this.browser, this.deployment.url, look);
    this.contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(WAIT.timeout);
    return page;
  }

  /** What it is like for somebody who was never there to open and read a list. */
  async visit(list: List, people: Population, look: Look): Promise<Figures> {
    const context = await newPerson(this.browser, this.deployment.url, look);
    try {
      return await visit(context, list, people);
    } finally {
      await context.close();
    }
  }

  async destroy(): Promise<void> {
    for (const context of this.contexts) await context.close();
    await this.browser.close();
    await this.deployment.destroy();
  }
}
