import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { findBrowser } from '../editor/host/workbench.js';

/** A browser for the tests of a file; pages remember what went wrong in them and what they asked the network for. */
export class Pages {
  private browser: Browser | undefined;

  async open(url: string, options: BrowserContextOptions = {}): Promise<{ readonly page: Page; readonly faults: readonly string[]; readonly requests: readonly string[] }> {
    this.browser ??= await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
    const page = await (await this.browser.newContext({ viewport: { width: 1300, height: 900 }, ...options })).newPage();
    const faults: string[] = [];
    const requests: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => (message.type() === 'error' || message.type() === 'warning') && faults.push(message.text()));
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(url);
    return { page, faults, requests };
  }

  async close(): Promise<void> {
    await this.browser?.close();
  }
}
