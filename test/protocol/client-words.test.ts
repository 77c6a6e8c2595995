import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './editor.js';

const json = (path: string): Record<string, string> => JSON.parse(readFileSync(join(repository, path), 'utf8')) as Record<string, string>;
const placeholders = (text: string): string[] => (text.match(/\{\d\}/g) ?? []).sort();

describe('words of the client', () => {
  const bundles = { en: json('l10n/bundle.l10n.json'), ko: json('l10n/bundle.l10n.ko.json') };
  const manifests = { en: json('package.nls.json'), ko: json('package.nls.ko.json') };

  it('are all there in both languages', () => {
    const sources = readdirSync(join(repository, 'client/src'), { recursive: true }).map(String).filter((name) => name.endsWith('.ts')).map((name) => readFileSync(join(repository, 'client/src', name), 'utf8'));
    const said = sources.flatMap((text) => [...text.matchAll(/l10n\.t\('((?:[^'\\]|\\.)*)'/g)].map((match) => match[1] ?? ''));
    assert.ok(said.length > 5);
    assert.deepEqual(Object.keys(bundles.en).sort(), [...new Set(said)].sort());
    assert.deepEqual(Object.keys(bundles.ko).sort(), Object.keys(bundles.en).sort());
    for (const [english, korean] of Object.entries(bundles.ko)) {
      assert.match(korean, /[가-힣]/, english);
      assert.deepEqual(placeholders(korean), placeholders(english));
    }
  });

  it('of the manifest are all there in both languages', () => {
    const used = [...readFileSync(join(repository, 'package.json'), 'utf8').matchAll(/"%([\w.]+)%"/g)].map((match) => match[1] ?? '');
    assert.deepEqual(Object.keys(manifests.en).sort(), [...new Set(used)].sort());
    assert.deepEqual(Object.keys(manifests.ko).sort(), Object.keys(manifests.en).sort());
  });
});
