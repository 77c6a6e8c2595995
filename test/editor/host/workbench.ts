import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { RunFolder } from './run-folder';

/** The page that shows VS Code, in a browser of its own. */
export interface Workbench {
  readonly page: Page;
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly authority: string;
  readonly workspace: RunFolder['workspace'];
  /** Extension to run in development mode, and a suite in it; without it, the installed extensions are used as a user would. */
  readonly tests?: { readonly extension: string; readonly suite?: string };
  /** Called before VS Code loads, to hand it functions and to listen. */
  prepare?(page: Page): Promise<void>;
}

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
/** The sandbox is off because it does not work for root in a container; nothing but the local server is opened. */
const BROWSER_ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const LOAD_TIMEOUT_MS = 60_000;

/** Opens the workspace in headless Chromium; resolves when the page has loaded, which is before VS Code is ready. */
export async function openWorkbench(options: OpenOptions): Promise<Workbench> {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_ARGUMENTS });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
    await options.prepare?.(page);
    await page.goto(address(options), { timeout: LOAD_TIMEOUT_MS, waitUntil: 'domcontentloaded' });
    return { page, close: () => closeQuietly(browser) };
  } catch (error) {
    await closeQuietly(browser);
    throw error;
  }
}

/** The browser to use; throws with what to install when there is none. */
export function findBrowser(): string {
  const named = process.env['MONOLIFT_CHROMIUM'];
  const found = [...(named ? [named] : []), ...BROWSERS].find((path) => existsSync(path));
  if (found === undefined) throw new Error('No Chromium was found. On Debian or Ubuntu: apt-get install chromium; elsewhere set MONOLIFT_CHROMIUM to its path.');
  return found;
}

function address({ authority, workspace, tests }: OpenOptions): string {
  const remote = (path: string) => `vscode-remote://${authority}${path}`;
  const payload = [['skipWelcome', 'true']];
  if (tests !== undefined) payload.push(['extensionDevelopmentPath', remote(tests.extension)]);
  if (tests?.suite !== undefined) payload.push(['extensionTestsPath', remote(tests.suite)]);
  const query = new URLSearchParams({ [workspace.kind]: workspace.path, payload: JSON.stringify(payload) });
  return `http://${authority}/?${query}`;
}

/** A page whose VS Code hangs must not keep the run from ending. */
async function closeQuietly(browser: Browser): Promise<void> {
  const closed = browser.close();
  await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 5_000).unref())]);
}
