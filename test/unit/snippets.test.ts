import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { snippetFiles } from '../../tools/snippets.js';
import { scan } from '../harness/run.js';

interface Snippet { readonly prefix: readonly string[]; readonly description: string; readonly body: readonly string[] }

/** What stands in the editor when every tab stop keeps its value. */
function expanded({ body }: Snippet): string {
  return `${body.join('\n').replace(/\$\{\d+:((?:\\.|[^\\}])*)\}/g, '$1').replace(/\\([\\$}])/g, '$1')}\n`;
}

describe('snippets', () => {
  let files: Readonly<Record<string, string>>;
  before(async () => {
    files = await snippetFiles();
  });

  it('say what the generators write (npm run snippets writes them)', () => {
    for (const [file, text] of Object.entries(files)) assert.equal(readFileSync(join(import.meta.dirname, '../../snippets', file), 'utf8'), text, file);
  });

  it('have a first tab stop, and leave nothing else to the editor', () => {
    for (const [title, snippet] of Object.entries(files).flatMap(([, text]) => Object.entries(JSON.parse(text) as Record<string, Snippet>))) {
      assert.match(snippet.body.join('\n'), /\$\{1:/, title);
      assert.doesNotMatch(snippet.body.join('\n').replace(/\$\{\d+:/g, '').replace(/\\[\\$}]/g, ''), /\$/, title);
    }
  });

  it('are content with our own rules', async () => {
    for (const [title, snippet] of Object.entries(JSON.parse(files['dockerfile.json'] ?? '') as Record<string, Snippet>)) {
      const { conclusion } = await scan(new Map([['Dockerfile', expanded(snippet)], ['.dockerignore', '.git\n']]));
      assert.deepEqual(conclusion.findings.map(({ rule }) => rule), [], title);
    }
    const { conclusion } = await scan(new Map(Object.entries(JSON.parse(files['yaml.json'] ?? '') as Record<string, Snippet>).map(([title, snippet]) => [`k8s/${title.replace(/\W+/g, '-')}.yaml`, expanded(snippet)])));
    assert.deepEqual(conclusion.findings.map(({ rule }) => rule), []);
  });
});
