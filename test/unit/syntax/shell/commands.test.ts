import assert from 'node:assert/strict';
import { bareCommand, commandsOf, innerScript } from '../../../../server/src/syntax/shell/commands.js';

function texts(script: string): readonly string[] {
  return commandsOf(script).map(({ text }) => text);
}

describe('commands of a shell script', () => {
  it('are cut at lists, pipes, groups and substitutions', () => {
    assert.deepEqual(texts('a 1 && b || c; d | e\n(f) & g $(h "i")'), ['a 1', 'b', 'c', 'd', 'e', 'f', 'g', 'h "i"']);
  });
  it('leave comments out, not what only looks like one', () => {
    assert.deepEqual(texts('# a\nb # c\nd#e "f # g" ${x#y}'), ['b', 'd#e "f # g" ${x#y}']);
  });
  it('join lines that end in a backslash, and leave texts that are fed out', () => {
    assert.deepEqual(texts('a \\\n  b\ncat <<EOF\nmvn test\nEOF\nc'), ['a b', 'cat <<EOF', 'c']);
    assert.deepEqual(texts("cat <<'END' > x\nnever closed"), ["cat <<'END' > x"]);
  });
  it('keep redirections and end at the end of a text that is cut off', () => {
    assert.deepEqual(texts('a 2>&1 &>b\nc "open'), ['a 2>&1 &>b', 'c "open']);
  });
  it('stand where they are written', () => {
    const script = 'cd x\n  a b && c';
    assert.deepEqual(commandsOf(script).map(({ start, end }) => script.slice(start, end).trim()), ['cd x', 'a b', 'c']);
  });
});

describe('a command', () => {
  for (const [written, bare] of [
    ['sudo -E env A=1 mvn test', 'mvn test'], ['if ! npx --yes jest', 'jest'], ['uv run --frozen pytest -q', 'pytest -q'], ['python3 -m pytest', 'pytest'], ['poetry run ruff check', 'ruff check'], ['./vendor/bin/phpunit', 'phpunit'],
    ['docker compose -f ci.yml run --rm -e A=b web pytest', 'pytest'], ['docker run --rm -v "$PWD:/src" golang:1.22 go test ./...', 'go test ./...'], ['timeout 5m go test', 'go test'], ['php artisan test', 'artisan test'],
  ] as const) it(`\`${written}\` comes to \`${bare}\``, () => { assert.equal(bareCommand(written), bare); });

  it('of a shell holds commands', () => {
    const command = 'bash -ec "npm ci && npm test"';
    const inner = innerScript(command);
    assert.equal(inner?.text, 'npm ci && npm test');
    assert.equal(command.slice(inner.start, inner.start + 6), 'npm ci');
    assert.equal(innerScript('bash build.sh'), undefined);
  });
});
