import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/src/engine/fixes.js';
import { addItem, addValue, mapAt, removeKey } from '../../../server/src/syntax/yaml/edit.js';
import { readStream } from '../../../server/src/syntax/yaml/stream.js';
import type { Edit } from '../../../server/src/contract/rule.js';

type Change = (text: string, map: ReturnType<typeof mapAt>) => Edit | undefined;

/** The text after a change to the map at a path; `undefined` when the change is refused. The result must be valid YAML. */
function after(text: string, path: readonly (string | number)[], change: Change): string | undefined {
  const doc = readStream(text).documents[0]?.doc;
  const edit = doc && change(text, mapAt(doc, path));
  const result = edit && applyEdits(text, [edit]);
  if (result !== undefined) assert.deepEqual(readStream(result).documents.flatMap((each) => each.doc.errors), [], result);
  return result;
}

const add = (...path: string[]): Change => (text, map) => addValue('f', text, map, path, { text: '1', comment: 'why' });
const addBehind = (anchor: string, ...path: string[]): Change => (text, map) => addValue('f', text, map, path, { text: '1' }, [anchor, 'absent']);
const remove = (key: string): Change => (text, map) => removeKey('f', text, map, key);
const item = (key: string, value: string, behind?: string): Change => (text, map) => addItem('f', text, map, key, value, behind);

describe('YAML edits', () => {
  describe('adding a value', () => {
    const cases: readonly [string, string, readonly (string | number)[], Change, string | undefined][] = [
      ['makes the maps on the way', 'a: x\n', [], add('b', 'c'), 'a: x\nb:\n  c: 1 # why\n'],
      ['works without a last line end', 'a: x', [], add('b'), 'a: x\nb: 1 # why'],
      ['keeps comments and CRLF', 'a: x # y\r\n# z\r\n', [], add('b'), 'a: x # y\r\nb: 1 # why\r\n# z\r\n'],
      ['goes behind the key it is told', 'l:\n  - n: x\n    i: y # z\n    p: [1]\n', ['l', 0], addBehind('i', 'r', 's'), 'l:\n  - n: x\n    i: y # z\n    r:\n      s: 1\n    p: [1]\n'],
      ['enters a map that exists', 'a:\n    b: x\nz: 0\n', [], add('a', 'c'), 'a:\n    b: x\n    c: 1 # why\nz: 0\n'],
      ['goes behind a block scalar', 'a:\n  b: |\n    text\n    more\nz: 0\n', [], add('a', 'c'), 'a:\n  b: |\n    text\n    more\n  c: 1 # why\nz: 0\n'],
      ['fills an empty map', 'a: {}\n', [], add('a', 'b', 'c'), 'a:\n  b:\n    c: 1 # why\n'],
      ['fills a key without a value', 'a: # later\nz: 0\n', [], add('a', 'b'), 'a: # later\n  b: 1 # why\nz: 0\n'],
      ['joins a flow map without the comment', 'a: { b: x }\n', [], add('a', 'c', 'd'), 'a: { b: x, c: { d: 1 } }\n'],
      ['fills an empty map inside a flow map', 'a: { b: {} }\n', [], add('a', 'b', 'c'), 'a: { b: { c: 1 } }\n'],
      ['refuses what is set', 'a: { b: x }\n', [], add('a', 'b'), undefined],
      ['refuses an alias', 'x: &x { b: 1 }\na: *x\n', [], add('a', 'c'), undefined],
      ['refuses a merged map', 'x: &x { b: 1 }\na:\n  <<: *x\n', [], add('a', 'c'), undefined],
      ['refuses a scalar on the way', 'a: x\n', [], add('a', 'b'), undefined],
      ['refuses JSON', '{ "a": { "b": 1 } }', [], add('a', 'c'), undefined],
    ];
    for (const [name, text, path, change, expected] of cases) it(name, () => assert.equal(after(text, path, change), expected));
  });

  describe('removing a key', () => {
    const cases: readonly [string, string, readonly (string | number)[], Change, string | undefined][] = [
      ['takes its line and the comment behind it', 'a: 1\nb: 2 # c\n# d\ne: 3\n', [], remove('b'), 'a: 1\n# d\ne: 3\n'],
      ['takes a whole block', 'a: 1\nb:\n  c: |\n    x\n  d: [1,\n    2]\ne: 3\n', [], remove('b'), 'a: 1\ne: 3\n'],
      ['takes the last one at the end of the text', 'a: 1\nb: 2', [], remove('b'), 'a: 1\n'],
      ['lets the next key move to the dash', 'l:\n  - a: 1\n    b: 2\n', ['l', 0], remove('a'), 'l:\n  - b: 2\n'],
      ['takes a comma in a flow map', 'a: { b: 1, c: 2 }\n', ['a'], remove('b'), 'a: { c: 2 }\n'],
      ['takes the comma before the last one', 'a: { b: 1, c: 2 }\n', ['a'], remove('c'), 'a: { b: 1 }\n'],
      ['keeps CRLF', 'a: 1\r\nb: 2\r\nc: 3\r\n', [], remove('b'), 'a: 1\r\nc: 3\r\n'],
      ['refuses the only key', 'a:\n  b: 1\n', ['a'], remove('b'), undefined],
      ['refuses what is absent', 'a: 1\nb: 2\n', [], remove('c'), undefined],
    ];
    for (const [name, text, path, change, expected] of cases) it(name, () => assert.equal(after(text, path, change), expected));
  });

  describe('adding an item', () => {
    const cases: readonly [string, string, readonly (string | number)[], Change, string | undefined][] = [
      ['keeps the indentation of the list', 'r:\n - a # x\n - b\nz: 0\n', [], item('r', 'c'), 'r:\n - a # x\n - b\n - c\nz: 0\n'],
      ['goes behind the item it is told', 'r:\n- a # x\n- b\n', [], item('r', 'c', 'a'), 'r:\n- a # x\n- c\n- b\n'],
      ['joins a flow list', 'r: [a, b]\n', [], item('r', 'c', 'a'), 'r: [a, c, b]\n'],
      ['makes the list', 'a: 1\n', [], item('r', 'c'), 'a: 1\nr:\n  - c\n'],
      ['fills an empty list', 'r: []\n', [], item('r', 'c'), 'r:\n  - c\n'],
      ['refuses what is no list', 'r: x\n', [], item('r', 'c'), undefined],
    ];
    for (const [name, text, path, change, expected] of cases) it(name, () => assert.equal(after(text, path, change), expected));
  });
});
