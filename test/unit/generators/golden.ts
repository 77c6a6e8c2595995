import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applications } from '../../../server/src/generators/application/find.js';
import type { Application } from '../../../server/src/generators/application/kinds.js';
import { dockerfileTargets, generateDockerfile, type GeneratedImage } from '../../../server/src/generators/dockerfile/generate.js';
import { scan } from '../../harness/run.js';
import type { Files } from './workspaces.js';

export const openshift: Files = { 'monolift.yaml': 'target: openshift\n' };

/** The applications that are found in a workspace. */
export async function found(files: Files): Promise<readonly Application[]> {
  const { conclusion } = await scan(new Map(Object.entries(files)));
  return applications(conclusion.model, '');
}

export async function generate(files: Files, dir = ''): Promise<GeneratedImage> {
  const { conclusion } = await scan(new Map(Object.entries(files)));
  const generated = generateDockerfile(conclusion.model, dir);
  assert.ok(generated, `nothing generated; targets: ${dockerfileTargets(conclusion.model, '').join(', ')}`);
  return generated;
}

export async function dockerfile(files: Files, dir = ''): Promise<string> {
  return (await generate(files, dir)).files[0]?.text ?? '';
}

/** What holds for every generated image, and the text that was read and agreed on; UPDATE_GOLDEN=1 writes what is to be read. */
export function describeImages(workspaces: Readonly<Record<string, Files>>, serves = true): void {
  for (const [name, files] of Object.entries(workspaces)) {
    describe(name, () => {
      it('writes what was read and agreed on', async () => {
        const path = join(import.meta.dirname, 'golden', `${name}.Dockerfile`);
        const text = await dockerfile(files);
        if (process.env['UPDATE_GOLDEN'] !== undefined) writeFileSync(path, text);
        assert.equal(text, readFileSync(path, 'utf8'));
      });
      it('passes our own image rules and is what the missing image asks for', async () => {
        const generated = await generate(files);
        const { conclusion } = await scan(new Map([...Object.entries(files), ...generated.files.map(({ path, text }) => [path, text] as const)]));
        assert.deepEqual(conclusion.findings.filter((finding) => finding.rule.startsWith('image/')).map((finding) => `${finding.file} ${finding.rule} ${finding.say}`), []);
      });
      it('has a numeric user, a command without a shell and, where it is asked, a port', async () => {
        const text = await dockerfile(files);
        assert.match(text, /^USER \d+:\d+$/m);
        assert.match(text, /^(?:CMD|ENTRYPOINT) \[".*"\]$/m);
        assert.equal(/^EXPOSE \d+$/m.test(text), serves);
        assert.doesNotMatch(text, /\bnpm start\b|undefined|NaN|\r/);
        assert.ok(text.endsWith('\n') && !text.endsWith('\n\n'));
      });
      it('says the same every time', async () => assert.deepEqual(await generate(files), await generate(files)));
      it('speaks both languages in its notes', async () => {
        for (const note of (await generate(files)).notes) assert.match(note.ko, /\p{Script=Hangul}/u);
      });
    });
  }
}
