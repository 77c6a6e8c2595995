import assert from 'node:assert/strict';
import { isData } from '../../../server/src/engine/roles.js';

describe('data files', () => {
  it('are lock files, tool settings and web app manifests', () => {
    for (const path of ['package-lock.json', 'web/pnpm-lock.yaml', 'tsconfig.build.json', 'public/manifest.json']) assert.equal(isData(path), true, path);
  });
  it('are not what is deployed', () => {
    for (const path of ['k8s/manifest.yaml', 'deploy/manifest.yml', 'package.json', 'k8s/app.json']) assert.equal(isData(path), false, path);
  });
});
