import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { monolift, root } from './run.js';

/** Lines of the first output that a page shows; ` …` stands for the rest of a line, a line of its own for lines left out. */
function shown(page: string): readonly string[] {
  const sample = /```\n(k8s\/hpa\.yaml\n[^]*?)```/.exec(readFileSync(join(root, page), 'utf8'))?.[1] ?? '';
  return sample.split('\n').filter((line) => line !== '' && line !== '…');
}

/** How long the scan took is another number each time. */
function timeless(line: string): string {
  return line.replace(/[\d.]+(?= ?(?:s|초)$)/, '');
}

describe('the walk in the README', () => {
  for (const [page, lang] of [['README.md', 'en'], ['README.ko.md', 'ko']] as const) {
    it(`shows in ${page} what the scan prints, in its order`, () => {
      const printed = monolift(['scan', 'examples/spring-shop', '--fail-on', 'never', '--lang', lang]).stdout.split('\n').map(timeless);
      const lines = shown(page).map(timeless);
      assert.ok(lines.length > 20, 'the page shows no output');
      let from = 0;
      for (const line of lines) {
        const at = printed.findIndex((each, index) => index >= from && (line.endsWith(' …') ? each.startsWith(line.slice(0, -2)) : each === line));
        assert.notEqual(at, -1, `not printed any more, or in another place: ${line}`);
        from = at + 1;
      }
    });
  }
});
