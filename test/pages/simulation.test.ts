import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { folder, monolift, root } from '../cli/run.js';
import { violations } from './axe.js';
import { Pages } from './browser.js';

const hpa = join(root, 'examples/peak-load/hpa.yaml');

/** The page of a simulation, as `simulate --format html` writes it. */
function written(lang: 'en' | 'ko', ...load: readonly string[]): string {
  const { stdout, stderr, code } = monolift(['simulate', '--hpa', hpa, '--fixed', '5', '--capacity', '17.6', '--format', 'html', '--lang', lang, ...load]);
  assert.equal(code, 0, stderr);
  const file = join(folder({}), 'simulation.html');
  writeFileSync(file, stdout);
  return pathToFileURL(file).href;
}

const wave = ['--shape', 'day:20..150', '--duration', '1h'] as const;
const row = (page: Page, index: number): Promise<readonly string[]> => page.locator('#table tbody tr').nth(index).locator('th, td').allInnerTexts();

describe('the page of a simulation', () => {
  const pages = new Pages();
  after(() => pages.close());

  it('needs no network and draws four charts', async () => {
    const url = written('en', ...wave);
    const { page, faults, requests } = await pages.open(url);
    await page.locator('#charts canvas').nth(3).waitFor();
    assert.deepEqual(requests, [url]);
    assert.deepEqual(faults, []);
    assert.equal(await page.locator('#charts figure').count(), 4);
  });

  it('simulates anew while a slider moves, and says the outcome to screen readers', async () => {
    const { page, faults } = await pages.open(written('en', ...wave));
    const before = await row(page, 1);
    assert.equal(before[0], 'desk 5–10');
    await page.locator('#max-slider').focus();
    for (const _ of Array(4).keys()) await page.keyboard.press('ArrowRight');
    const after = await row(page, 1);
    assert.equal(after[0], 'desk 5–14');
    assert.ok(parseFloat(after[3] ?? '') < parseFloat(before[3] ?? ''), `${before.join()} ${after.join()}`);
    assert.equal(await page.locator('#max').inputValue(), '14');
    await page.locator('#status', { hasText: 'desk 5–14: mean' }).waitFor({ state: 'attached' });
    assert.deepEqual(faults, []);
  });

  it('takes what is typed, other forms of load, and numbers that are not yet complete', async () => {
    const { page, faults } = await pages.open(written('en', ...wave));
    await page.locator('#target').fill('');
    assert.equal((await row(page, 1))[0], 'desk 5–10');
    await page.locator('#target').fill('40');
    const lower = await row(page, 1);
    await page.locator('#shape').selectOption({ label: 'steady' });
    const steady = await row(page, 1);
    assert.ok(parseFloat((steady[1] ?? '').replaceAll(',', '')) > parseFloat((lower[1] ?? '').replaceAll(',', '')));
    await page.locator('#fixed').fill('0');
    assert.equal(await page.locator('#table tbody tr').count(), 1);
    assert.deepEqual(faults, []);
  });

  it('keeps users as users, and a measured load as measured', async () => {
    const closed = await pages.open(written('en', '--closed', '296,1s', '--duration', '609s'));
    assert.equal(await closed.page.locator('#users').inputValue(), '296');
    await closed.page.locator('#users').fill('100');
    assert.match((await row(closed.page, 0)).join(' '), /^5 fixed [\d,]+ 8\d\.\d /);
    const table = join(folder({ 'load.csv': 'time,rate\n0,20\n300,120\n600,20\n' }), 'load.csv');
    const measured = await pages.open(written('en', '--load', table));
    assert.equal(await measured.page.locator('#factor').inputValue(), '100');
    const processed = async (): Promise<number> => Number((await row(measured.page, 1))[1]?.replaceAll(',', ''));
    const before = await processed();
    await measured.page.locator('#factor').fill('50');
    assert.ok(Math.abs((await processed()) - before / 2) <= 1);
  });

  it('is fit for narrow windows and for paper', async () => {
    const { page } = await pages.open(written('en', ...wave), { viewport: { width: 420, height: 800 } });
    assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), 'the page is wider than the window');
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('#settings').isVisible(), false);
    assert.equal(await page.locator('#table').isVisible(), true);
  });

  for (const lang of ['en', 'ko'] as const) for (const colorScheme of ['light', 'dark'] as const) {
    it(`has nothing that keeps people out: ${lang}, ${colorScheme}`, async () => {
      const { page } = await pages.open(written(lang, ...wave), { colorScheme });
      assert.deepEqual(await violations(page), []);
      if (lang === 'ko') assert.match(await page.locator('#settings').innerText(), /최소 레플리카[^]*축소 안정화 윈도우\(초\)/);
    });
  }
});
