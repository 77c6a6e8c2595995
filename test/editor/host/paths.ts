import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout this file belongs to. */
export const repositoryRoot = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/** Where `test/editor/build.mjs` puts the suite, as the extension host loads it. */
export const builtSuite = join(repositoryRoot, 'out', 'test', 'editor', 'suite', 'index.js');
