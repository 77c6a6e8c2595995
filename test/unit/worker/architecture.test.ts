import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Architecture } from '../../../server/src/assessment/architecture.js';
import type { FileTask } from '../../../server/src/host/analyze.js';
import { DiskHost } from '../../../server/src/host/disk.js';
import { productRuleset } from '../../../server/src/host/ruleset.js';
import { Workspace } from '../../../server/src/host/workspace.js';
import { AdapterPool } from '../../../server/src/syntax/load.js';
import { architectureBeside } from '../../../server/src/worker/architecture/beside.js';
import { folder, root } from '../../cli/run.js';

const thread = join(root, 'dist/architecture.js');
const parts = ['order', 'book', 'member', 'room'];

/** A shop of as many classes as are worth a thread: each part has a chain of services over a table of its own. */
function shop(): string {
  const files = parts.flatMap((part) => Array.from({ length: 60 }, (_, at) => {
    const next = `${part[0]?.toUpperCase()}${part.slice(1)}Service${at + 1}`;
    const name = next.replace(/\d+$/, String(at));
    const body = at < 59 ? `${next} next; void work() { next.work(); }` : `@Query(value = "update ${part}s set done = 1", nativeQuery = true) void work() { }`;
    return [`src/main/java/shop/${part}/${name}.java`, `package shop.${part};\n@Service class ${name} { ${body} }\n`];
  }));
  return folder({ 'pom.xml': '<project/>', ...Object.fromEntries(files) });
}

const tasksIn = (dir: string): readonly FileTask[] => new Workspace(new DiskHost(dir), productRuleset(), new AdapterPool()).tasks();
const read = (dir: string, changed: ReadonlyMap<string, string> = new Map(), file: string | undefined = undefined): Promise<Architecture | undefined> => architectureBeside(dir, tasksIn(dir), changed, file);

describe('the architecture, read beside other work', () => {
  it('is the same in a thread as without one', async () => {
    const dir = shop();
    const here = await read(dir);
    assert.equal(here?.units, 240);
    assert.equal(here?.structure.tables, parts.length);
    assert.deepEqual(await read(dir, new Map(), thread), here);
  });

  it('is that of texts which are not saved', async () => {
    const dir = shop();
    const changed = new Map([['src/main/java/shop/room/RoomService7.java', 'package shop.room;\nclass RoomService7 { }\nclass Key { }\n']]);
    assert.equal((await read(dir, changed, thread))?.units, 241);
  });

  it('is read here when the thread dies', async () => {
    const dir = shop();
    const fragile = join(folder({ 'thread.js': 'process.exit(3);' }), 'thread.js');
    assert.deepEqual(await read(dir, new Map(), fragile), await read(dir));
  });

  it('is none where there is no code', async () => {
    assert.equal(await read(folder({ 'deploy.yaml': 'kind: Deployment\n' })), undefined);
  });
});
