import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
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
  it('lists what Git keeps although it is ignored, and nothing else that is ignored', () => {
    const dir = folder({ '.gitignore': '*application.properties\nconf/\ntarget/\n', 'src/application.properties': 'a=1', 'conf/site.yml': 'a: 1', 'conf/own.yml': 'a: 1', 'target/a.xml': '<a/>', 'src/A.java': '' });
    const git = (...args: readonly string[]): void => void execFileSync('git', [...args], { cwd: dir, stdio: 'ignore' });
    git('init');
    git('add', '--force', 'src/application.properties', 'conf/site.yml', 'target/a.xml', 'src/A.java');
    assert.deepEqual(new DiskHost(dir).list().paths, ['.gitignore', 'conf/site.yml', 'src/A.java', 'src/application.properties']);
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
