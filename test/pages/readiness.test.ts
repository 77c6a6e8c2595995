import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { folder, monolift, root } from '../cli/run.js';
import { violations } from './axe.js';
import { Pages } from './browser.js';

/** The report on the shop of the examples as a page. */
function written(lang: 'en' | 'ko'): string {
  const { stdout, stderr, code } = monolift(['report', join(root, 'examples/spring-shop'), '--no-cache', '--format', 'html', '--lang', lang]);
  assert.equal(code, 0, stderr);
  const file = join(folder({}), 'readiness.html');
  writeFileSync(file, stdout);
  return pathToFileURL(file).href;
}

describe('the page of a readiness report', () => {
  const pages = new Pages();
  after(() => pages.close());

  it('needs no network and draws its pictures', async () => {
    const url = written('en');
    const { page, faults, requests } = await pages.open(url);
    await page.locator('.mermaid svg').first().waitFor();
    assert.equal(await page.locator('.mermaid svg').count(), await page.locator('.picture').count());
    assert.deepEqual(requests, [url]);
    assert.deepEqual(faults, []);
  });

  it('leads from each cost to the findings behind it', async () => {
    const { page } = await pages.open(written('en'));
    const part = page.locator('#rule-state-http-session');
    assert.equal(await part.getAttribute('open'), null);
    await page.getByRole('link', { name: /User state in the in-process HTTP session/ }).first().click();
    assert.ok(await part.locator('li').first().isVisible());
    assert.match(await part.innerText(), /CartController\.java:51/);
  });

  it('is fit for narrow windows, and shows everything on paper', async () => {
    const { page } = await pages.open(written('en'), { viewport: { width: 420, height: 800 } });
    assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), 'the page is wider than the window');
    await page.emulateMedia({ media: 'print' });
    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    assert.ok(await page.locator('#rule-state-http-session li').first().isVisible());
    assert.ok((await page.pdf()).length > 10_000);
  });

  for (const lang of ['en', 'ko'] as const) for (const colorScheme of ['light', 'dark'] as const) {
    it(`has nothing that keeps people out: ${lang}, ${colorScheme}`, async () => {
      const { page } = await pages.open(written(lang), { colorScheme });
      await page.locator('.mermaid svg').first().waitFor();
      assert.deepEqual(await violations(page), []);
      if (lang === 'ko') assert.match(await page.locator('main').innerText(), /워크로드별 오토스케일링 준비도/);
    });
  }
});
