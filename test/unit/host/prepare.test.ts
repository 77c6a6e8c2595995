import assert from 'node:assert/strict';
import { MemoryHost } from '../../../server/src/host/memory.js';
import { prepare } from '../../../server/src/host/prepare.js';

function planned(files: Readonly<Record<string, string>>): readonly string[] {
  return prepare(new MemoryHost(new Map(Object.entries(files)))).plan.files.map(({ path }) => path);
}

describe('what the builds of a workspace say of its files', () => {
  it('leaves out scripts of a package for browsers', () => {
    const files = planned({ 'package.json': '{ "dependencies": { "jquery": "3" } }', 'js/page.js': 'run();' });
    assert.ok(!files.includes('js/page.js'));
  });

  it('leaves out modules of tests', () => {
    const files = planned({ 'pom.xml': '<project/>', 'load/pom.xml': '<project><name>Shop load tests</name></project>', 'load/src/main/java/A.java': 'class A {}', 'src/main/java/B.java': 'class B {}' });
    assert.deepEqual(files.filter((path) => path.endsWith('.java')), ['src/main/java/B.java']);
  });
});
