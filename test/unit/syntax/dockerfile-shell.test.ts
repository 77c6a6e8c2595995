import assert from 'node:assert/strict';
import { imageName } from '../../../server/src/syntax/dockerfile/ask.js';
import { endsWithExec, plainWords, sleepsFor, withExec } from '../../../server/src/syntax/dockerfile/shell.js';

describe('commands of Dockerfiles', () => {
  const plain: readonly (readonly [string, readonly string[] | undefined])[] = [
    ['node server.js', ['node', 'server.js']],
    ['java -Dname="shop api" -jar \'/app.jar\'', ['java', '-Dname=shop api', '-jar', '/app.jar']],
    ['echo a\\ b', ['echo', 'a b']],
    ['java $JAVA_OPTS -jar app.jar', undefined],
    ['java -jar "$APP"', undefined],
    ['a && b', undefined], ['a | b', undefined], ['a > log', undefined], ['ls *.jar', undefined], ['a; b', undefined], ['A=1 node x', undefined],
    ['cd /app', undefined], ['exec node x', undefined], ['', undefined], ['echo "open', undefined],
  ];
  for (const [command, words] of plain) it(`${words ? 'reads' : 'leaves to the shell'}: ${command}`, () => assert.deepEqual(plainWords(command), words));

  const execs: readonly (readonly [string, string | undefined])[] = [
    ['java $OPTS -jar a.jar', 'exec java $OPTS -jar a.jar'],
    ['cd /app && node x', 'cd /app && exec node x'],
    ['A=1 B="2 3" node x', 'A=1 B="2 3" exec node x'],
    ['node x > /dev/stdout 2>&1', 'exec node x > /dev/stdout 2>&1'],
    ['a; b --c', 'a; exec b --c'],
    ['a | tee log', undefined], ['a &', undefined], ['a || b', undefined], ['for i in 1; do a; done', undefined], ['(a)', undefined], ['a $(b)', undefined],
  ];
  for (const [command, expected] of execs) it(`${expected ? 'puts exec into' : 'does not touch'}: ${command}`, () => assert.equal(withExec(command), expected));

  it('knows when the program already takes the place of the shell', () => {
    assert.ok(endsWithExec('sleep 3 && exec java -jar a.jar'));
    assert.ok(!endsWithExec('exec 3>&1; java -jar a.jar'));
  });

  it('adds up what is slept before', () => {
    assert.equal(sleepsFor('sleep 1m && sleep 5; exec java -jar a.jar'), 65);
    assert.equal(sleepsFor('node x'), 0);
  });

  for (const [written, repository, tag] of [
    ['node', 'node', undefined], ['docker.io/library/node:22', 'node', '22'], ['registry.example.com:5000/base/jre', 'registry.example.com:5000/base/jre', undefined],
    ['registry.example.com:5000/base/jre:17', 'registry.example.com:5000/base/jre', '17'], ['node:22@sha256:ab', 'node', '22'],
  ] as const) {
    it(`splits ${written}`, () => {
      const name = imageName(written);
      assert.deepEqual([name.repository, name.tag], [repository, tag]);
    });
  }
});
