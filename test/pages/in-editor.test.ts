import assert from 'node:assert/strict';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { root } from '../cli/run.js';
import { Keyboard } from '../editor/host/keyboard.js';
import { createRunFolder, type RunFolder } from '../editor/host/run-folder.js';
import { prepareServer, startServer, type VsCodeServer } from '../editor/host/vscode-server.js';
import { openWorkbench, type Workbench } from '../editor/host/workbench.js';
import { violations } from './axe.js';

/** VS Code with the extension and the example of the peak, as a person at the keyboard sees it. */
describe('pages in the editor', () => {
  let folder: RunFolder;
  let server: VsCodeServer;
  let workbench: Workbench;
  let keyboard: Keyboard;

  before(async () => {
    folder = createRunFolder([join(root, 'examples/peak-load')]);
    cpSync(join(root, 'test/unit/autoscaling/load-tests/jmeter.csv'), join(folder.workspace.path, 'results.csv'));
    server = await startServer({ vscode: prepareServer(), dataFolder: folder.data });
    workbench = await openWorkbench({ authority: server.authority, workspace: folder.workspace, tests: { extension: root } });
    const pictures = process.env['MONOLIFT_PICTURES'] ?? folder.evidence;
    mkdirSync(pictures, { recursive: true });
    keyboard = new Keyboard(workbench.page, pictures);
    await keyboard.ready();
  });

  after(async () => {
    await workbench?.close();
    await server?.stop();
    folder?.discard(false);
  });

  /** The document inside the webview that holds an element. */
  async function inside(selector: string): Promise<Frame> {
    for (const deadline = Date.now() + 60_000; Date.now() < deadline;) {
      for (const frame of workbench.page.frames()) if (await frame.locator(selector).count().catch(() => 0) > 0) return frame;
      await workbench.page.waitForTimeout(100);
    }
    throw new Error(`no page shows ${selector}: ${await keyboard.shot('no-page')}`);
  }

  it('opens from the lens and follows theme and manifest', async () => {
    await keyboard.openFile('hpa.yaml');
    const lens = await keyboard.see('.codelens-decoration a', 'reacts in 120 s');
    assert.equal(await lens.innerText(), 'Simulate · 5→10 · reacts in 120 s');
    await lens.click();
    const page = await inside('#charts canvas');
    await keyboard.shot('simulator');
    assert.deepEqual(await page.locator('#table tbody th').allInnerTexts(), ['desk 5–10']);
    assert.deepEqual(await violations(page), []);
  });

  it('writes back what a slider found out, and can be undone', async () => {
    const page = await inside('#charts canvas');
    const write = page.getByRole('button', { name: 'Write to hpa.yaml' });
    assert.ok(await write.isDisabled());
    await page.locator('#max').fill('14');
    assert.deepEqual(await page.locator('#table tbody th').allInnerTexts(), ['desk 5–14']);
    await write.click();
    await keyboard.see('.editor-instance .view-line', 'maxReplicas: 14');
    await keyboard.shot('written');
    // The page follows the manifest: nothing is left to write.
    await page.locator('.buttons[disabled]').waitFor();
  });

  it('follows what is typed in the manifest', async () => {
    const page = await inside('#charts canvas');
    await (await keyboard.see('.editor-instance .view-line', 'maxReplicas: 14')).click();
    await keyboard.press('End', 'Backspace', 'Backspace');
    await workbench.page.keyboard.type('20');
    await page.locator('#table tbody th', { hasText: 'desk 5–20' }).waitFor();
    assert.equal(await page.locator('#max').inputValue(), '20');
  });

  it('sizes from a load test that is picked, and answers what is typed', async () => {
    await keyboard.command('Monolift: Size from Load Test');
    const dialog = await keyboard.see('.quick-input-widget input');
    // The dialog begins with the folder at hand; what is typed before would be overwritten.
    await workbench.page.waitForFunction(`document.querySelector('.quick-input-widget input').value.startsWith(${JSON.stringify(folder.workspace.path)})`);
    await dialog.fill(join(folder.workspace.path, 'results.csv'));
    await keyboard.see('.quick-input-list .monaco-list-row', 'results.csv');
    await keyboard.press('Enter');
    const page = await inside('#manifest');
    assert.match(await page.locator('#notes').innerText(), /results\.csv: [\d,]+ requests in \d+ s \(JMeter\)/);
    const before = await page.locator('#manifest').innerText();
    await page.locator('#peak').fill('900');
    await page.locator('#manifest', { hasText: '900 requests per second at the peak' }).waitFor();
    assert.notEqual(await page.locator('#manifest').innerText(), before);
    await keyboard.shot('sizing');
    assert.deepEqual(await violations(page), []);
    await page.getByRole('button', { name: 'Write to hpa.yaml' }).click();
    await keyboard.see('.bulk-edit-panel .monaco-list-row', 'hpa.yaml');
    await keyboard.shot('preview');
  });

  it('shows the readiness report, whose places lead into the code', async () => {
    await keyboard.press('Escape');
    await keyboard.command('Monolift: Show Readiness Report');
    const page = await inside('#comparison-title');
    await keyboard.shot('readiness');
    assert.deepEqual(await violations(page), []);
    await page.locator('a.place[data-file="deployment.yaml"]').first().click();
    await keyboard.see('.tab.active', 'deployment.yaml');
  });
});
