import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';

/** Long enough for a first scan to finish on a slow machine. */
const TIMEOUT_MS = 60_000;
const RETRY_MS = 1_000;

/** Drives VS Code the way a person at the keyboard does; every step ends when its effect is visible, or fails. */
export class Keyboard {
  private shots = 0;

  /** @param screenshots an existing folder */
  constructor(
    private readonly page: Page,
    private readonly screenshots: string,
  ) {}

  /** Waits until the explorer shows the opened folder. */
  async ready(): Promise<void> {
    await this.see('.explorer-folders-view .monaco-list-row');
  }

  /** Runs a command of the palette by its title, which has to be there. */
  async command(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.choose(title, title);
  }

  /** Opens a file by quick open and waits for its tab. `path` is as one would type it, at least the file name. */
  async openFile(path: string): Promise<void> {
    const name = path.split('/').at(-1) ?? path;
    await this.page.keyboard.press('Control+P');
    await this.choose(path, name);
    await this.see('.tab.active', name);
    await this.see('.editor-instance .view-line');
  }

  /** Types into the open pick list and takes the first row that shows `row`. */
  async choose(typed: string, row: string): Promise<void> {
    await this.see('.quick-input-widget input');
    await this.page.keyboard.type(typed);
    await this.see('.quick-input-list .monaco-list-row.focused', row);
    await this.page.keyboard.press('Enter');
  }

  /** Moves to the next problem of the open file and returns the text that VS Code shows about it. */
  async nextProblem(): Promise<string> {
    const message = this.page.locator('.marker-widget .message').first();
    // The problem may be out of sight, where nothing shows that it is known by now.
    for (const deadline = Date.now() + TIMEOUT_MS; Date.now() < deadline && !(await message.isVisible()); ) {
      await this.page.keyboard.press('F8');
      await message.waitFor({ state: 'visible', timeout: RETRY_MS }).catch(() => undefined);
    }
    return (await this.see('.marker-widget .message')).innerText();
  }

  /** Opens the quick-fix menu where the cursor is and returns the titles in it. */
  async quickFixes(): Promise<string[]> {
    await this.page.keyboard.press('Control+.');
    await this.see('.action-widget .monaco-list-row.action');
    return this.page.locator('.action-widget .monaco-list-row.action').allInnerTexts();
  }

  /** Takes the entry of the open quick-fix menu that shows `title`. */
  async takeQuickFix(title: string): Promise<void> {
    for (const shown of await this.page.locator('.action-widget .monaco-list-row.action').allInnerTexts()) {
      if (shown.includes(title)) break;
      await this.page.keyboard.press('ArrowDown');
    }
    await this.see('.action-widget .monaco-list-row.action.focused', title);
    await this.page.keyboard.press('Enter');
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Waits for an element, if `text` is given one that shows it, and returns the first. */
  async see(selector: string, text?: string): Promise<Locator> {
    const found = this.page.locator(selector, text === undefined ? {} : { hasText: text }).first();
    await found.waitFor({ state: 'visible', timeout: TIMEOUT_MS });
    return found;
  }

  /** Saves what is on the screen as `NN-name.png` and returns the path. */
  async shot(name: string): Promise<string> {
    this.shots += 1;
    const path = join(this.screenshots, `${String(this.shots).padStart(2, '0')}-${name}.png`);
    await this.page.screenshot({ path, timeout: 10_000 });
    return path;
  }
}
