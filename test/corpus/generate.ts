/**
 * npm run corpus:generate -- DIR [KIND …]: generates every kind for every application in the checkouts below DIR, in
 * memory, and tells where something crashes, where our own rules find anything in what was generated, and where
 * manifests have fields that the API does not know or do not fit together.
 */
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { changedFiles } from '../../server/src/engine/fixes.js';
import { generatorKinds, sourcesOf, type GeneratorKind, type Source } from '../../server/src/generators/catalogue.js';
import { Overlay } from '../../server/src/host/overlay.js';
import type { Workspace } from '../../server/src/host/workspace.js';
import { inconsistencies, objectsIn } from '../unit/generators/manifests.js';
import { unknownFields } from '../unit/generators/strict-types.js';
import { load } from './checkout.js';

const [dir, ...wanted] = process.argv.slice(2);
if (dir === undefined) {
  console.error('Name the folder that holds the checkouts: npm run corpus:generate -- DIR');
  process.exit(2);
}
const kinds = generatorKinds.filter((kind) => wanted.length === 0 || wanted.includes(kind));
const tallies = new Map<GeneratorKind, { generated: number; faults: number }>();

/** Objects of plain manifests; charts and overlays hold parts. */
function faultsOfObjects(kind: GeneratorKind, files: ReadonlyMap<string, string>): readonly string[] {
  if (kind !== 'kubernetes') return [];
  const plain = [...files].filter(([path]) => /\.ya?ml$/.test(path) && !path.includes('/development/'));
  const objects = plain.flatMap(([, text]) => objectsIn(text));
  return [...unknownFields(objects), ...inconsistencies(objects)];
}

/**
 * What the code and the other files of a project bring about, told where the manifest or the image meets it: code that
 * must not be multiplied, a release that the build asks for though its support has ended, a Compose file without a check.
 */
const ofTheProject: ReadonlySet<string> = new Set(['autoscale/unsafe-target', 'image/end-of-life-base', 'image/missing-healthcheck']);

async function faultsOf(workspace: Workspace, kind: GeneratorKind, source: Source): Promise<readonly string[] | undefined> {
  const text = (path: string): string | undefined => workspace.text(path);
  const edits = source.generate()?.edits;
  const files = edits && changedFiles(edits, text);
  if (!files) return undefined;
  const overlay = new Overlay(workspace.host);
  for (const [path, content] of files) overlay.set(path, content);
  const after = workspace.over(overlay);
  for (const path of files.keys()) await after.update(path);
  await after.lookUp();
  const { findings } = after.conclude();
  const whole = new Set(edits.flatMap((edit) => (edit.do === 'create' ? [edit.path] : [])));
  const own = findings.filter(({ file, rule }) => whole.has(file) && !ofTheProject.has(rule));
  return [...own.map(({ file, range, rule, say }) => `${file}:${range.startLine} ${rule} ${say}`), ...faultsOfObjects(kind, files)];
}

async function tryCheckout(root: string, name: string): Promise<void> {
  const { workspace, conclusion } = await load(root);
  for (const kind of kinds) {
    const sources = sourcesOf(kind, { model: conclusion.model, text: (path) => workspace.text(path), locale: 'en', options: {} });
    for (const source of sources.slice(0, 12)) {
      const tally = tallies.get(kind) ?? { generated: 0, faults: 0 };
      tallies.set(kind, tally);
      const faults = await faultsOf(workspace, kind, source).catch((error: unknown) => [`crash: ${error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 4).join(' ') : String(error)}`]);
      if (faults) tally.generated++;
      for (const fault of faults ?? []) {
        tally.faults++;
        console.log(`${name} ${kind} ${source.place || '.'}: ${fault}`);
      }
    }
  }
}

async function main(folder: string): Promise<void> {
  for (const name of readdirSync(folder).sort()) await tryCheckout(join(folder, name), name);
  for (const [kind, { generated, faults }] of tallies) console.log(`${faults === 0 ? 'ok  ' : 'FAIL'} ${kind}: generated ${generated}, ${faults} fault(s)`);
  process.exitCode = [...tallies.values()].some(({ faults }) => faults > 0) ? 1 : 0;
}

void main(resolve(process.env['INIT_CWD'] ?? '.', dir));
