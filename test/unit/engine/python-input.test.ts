import assert from 'node:assert/strict';
import { rules } from '../../../server/src/generated/registry.js';
import { casesOf } from '../../harness/cases.js';
import { scan } from '../../harness/run.js';

async function findingsOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { conclusion } = await scan(new Map(Object.entries(files)));
  assert.deepEqual(conclusion.failures, []);
  return conclusion.findings.map(({ severity, rule, file, range }) => `${severity} ${rule} ${file}:${range.startLine}`);
}

describe('Python as it is found', () => {
  it('breaks off anywhere without a rule failing', async () => {
    const files = rules.flatMap(({ meta }) => casesOf(meta.id)).flatMap((each) => [...each.files]).filter(([path]) => path.endsWith('.py'));
    assert.ok(files.length > 40, `${files.length} Python files`);
    for (const share of [0.35, 0.6, 0.85]) {
      await findingsOf(Object.fromEntries(files.map(([path, text], index) => [`p${index}/${path}`, text.slice(0, Math.floor(text.length * share))])));
    }
  });

  it('may be Python 2', async () => {
    const text = 'import os\nprint "starting", os.environ["PORT"]\ntry:\n    import json\nexcept ImportError, error:\n    print >>sys.stderr, error\nexec "x = 1"\nclass Shop:\n    orders = {}\n    def add(self, (key, value)):\n        self.orders[key] = `value`\n';
    const found = await findingsOf({ 'legacy.py': text, 'settings.py': `${text}\nSESSION_ENGINE = "django.contrib.sessions.backends.db"\n` });
    assert.deepEqual(found.filter((each) => each.startsWith('error')), []);
  });

  it('may begin with a byte order mark and end its lines as Windows does', async () => {
    const found = await findingsOf({ 'shop/settings.py': '\uFEFFROOT_URLCONF = "shop.urls"\r\nSESSION_ENGINE = "django.contrib.sessions.backends.file"\r\n' });
    assert.deepEqual(found, ['error state/http-session shop/settings.py:2']);
  });

  it('may define names in circles', async () => {
    const found = await findingsOf({ 'shop/settings.py': 'A = B\nB = A\nSECRET_KEY = A or B\nCACHES = CACHES\nSESSION_ENGINE = SESSION_ENGINE if A else B\ndef value():\n    return value()\nMEDIA_ROOT = value()\n' });
    assert.deepEqual(found.filter((each) => each.startsWith('error')), []);
  });

  it('has lines of a megabyte and expressions that nest deeply', async () => {
    await findingsOf({ 'data.py': `from flask import Flask\ntable = {${'"key": "value", '.repeat(60_000)}}\n`, 'deep.py': `import flask\nvalue = ${'('.repeat(2_000)}1${')'.repeat(2_000)}\ntext = ${Array.from({ length: 3_000 }, () => '"a"').join(' + ')}\n` });
  });
});
