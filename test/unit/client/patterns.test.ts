import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import picomatch from 'picomatch';
import { patterns } from '../../../client/src/patterns.js';
import { languageOf } from '../../../server/src/syntax/languages.js';

const matches = picomatch([...patterns], { dot: true });

/** Extensions and names that the server's own list speaks of. */
function namesInList(): readonly string[] {
  const source = readFileSync('server/src/syntax/languages.ts', 'utf8');
  const table = /const byExtension[^{]*\{([\s\S]*?)\n\};/.exec(source)?.[1] ?? '';
  const byExtension = [...table.matchAll(/(\w+): '/g)].map((match) => `file.${match[1]}`);
  return [...byExtension, 'Dockerfile', 'Dockerfile.prod', 'app.dockerfile', 'Containerfile', 'build.gradle.kts', 'ibm-web-bnd.xmi', 'http.m', 'Pipfile', 'Procfile', 'crontab', 'go.mod', '.env', '.env.production', 'requirements.txt', 'requirements-dev.txt', 'constraints.txt', 'requirements/base.txt', 'nginx.conf.template', 'haproxy.cfg.j2', 'cron.d/shop', 'shop.cron', 'shop-cron', 'crontab.txt', 'cronjobs', 'crons/root', 'sites-available/shop'];
}

describe('the files that the editor sends', () => {
  for (const name of namesInList()) {
    it(`hold ${name}`, () => {
      assert.notEqual(languageOf(`shop/${name}`), undefined, 'the server reads it');
      assert.ok(matches(`shop/${name}`), 'the client sends it');
    });
  }
  it('leave others alone', () => {
    for (const name of ['README.md', 'notes.txt', 'logo.svg', 'main.rs']) assert.ok(!matches(`shop/${name}`) && languageOf(`shop/${name}`) === undefined, name);
  });

  it('nest no braces, which VS Code does not read', () => {
    assert.deepEqual(patterns.filter((pattern) => /\{[^}]*\{/.test(pattern)), []);
  });
});
