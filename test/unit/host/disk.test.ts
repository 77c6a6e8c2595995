import assert from 'node:assert/strict';
import { DiskHost } from '../../../server/src/host/disk.js';
import { folder } from '../../cli/run.js';

describe('listing a folder', () => {
  it('honours .gitignore files at every level, and what they take back', () => {
    const dir = folder({
      '.gitignore': '*.log\n/local/\n!keep.log\n', 'a.log': '', 'keep.log': '', 'local/x.java': '', 'src/local/x.java': '',
      'src/.gitignore': 'secret/\n', 'src/secret/y.java': '', 'src/open/y.java': '',
    });
    assert.deepEqual(new DiskHost(dir).list().paths, ['.gitignore', 'keep.log', 'src/.gitignore', 'src/local/x.java', 'src/open/y.java']);
  });
  it('never enters folders of dependencies and build output', () => {
    const dir = folder({ 'node_modules/a/i.js': '', 'target/A.java': '', 'a/build/B.java': '', 'a/build/docker/install.js': '', 'a/build/docker/dist/Dockerfile': '', 'a/build/classes/Dockerfile': '', 'a/dist/b.js': '', 'vendor/c.js': '', '.git/config': '', 'src/A.java': '' });
    assert.deepEqual(new DiskHost(dir).list().paths, ['src/A.java']);
  });

  it('finds what images are built from in a folder of builds, and nothing else there', () => {
    const dir = folder({ 'build/Dockerfile': '', 'build/docker/api/Dockerfile': '', 'build/package/Dockerfile.worker': '', 'build/docker/entry.js': '', 'build/Main.java': '' });
    assert.deepEqual(new DiskHost(dir).list().paths, ['build/Dockerfile', 'build/docker/api/Dockerfile', 'build/package/Dockerfile.worker']);
  });
});
