import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { root } from './run.js';

describe('the package of the extension', () => {
  it('holds every bundle but that of the command line', async () => {
    const files = new Set(await listFiles({ cwd: root, packageManager: PackageManager.None }));
    const bundles = readdirSync(join(root, 'dist')).filter((name) => name.endsWith('.js') && name !== 'cli.js').map((name) => `dist/${name}`);
    assert.ok(bundles.length >= 5, bundles.join());
    assert.deepEqual(bundles.filter((file) => !files.has(file)), []);
  });
});
