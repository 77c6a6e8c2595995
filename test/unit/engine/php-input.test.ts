import assert from 'node:assert/strict';
import { rules } from '../../../server/src/generated/registry.js';
import { casesOf } from '../../harness/cases.js';
import { scan } from '../../harness/run.js';

async function findingsOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { conclusion } = await scan(new Map(Object.entries(files)));
  assert.deepEqual(conclusion.failures, []);
  return conclusion.findings.map(({ severity, rule, file, range }) => `${severity} ${rule} ${file}:${range.startLine}`);
}

describe('PHP as it is found', () => {
  it('breaks off anywhere without a rule failing', async () => {
    const files = rules.flatMap(({ meta }) => casesOf(meta.id)).flatMap((each) => [...each.files]).filter(([path]) => path.endsWith('.php'));
    assert.ok(files.length > 30, `${files.length} PHP files`);
    for (const share of [0.35, 0.6, 0.85]) {
      await findingsOf(Object.fromEntries(files.map(([path, text], index) => [`p${index}/${path}`, text.slice(0, Math.floor(text.length * share))])));
    }
  });

  it('may be of PHP 4 and 5, with short tags and pages around it', async () => {
    const page = '<html><? if ($HTTP_GET_VARS["a"]): ?><b><?= $b ?></b><? endif ?>\n<?php\nvar_dump(&$x);\nclass Shop { var $orders = array(); function Shop() { $this->orders =& new Orders; } }\n$text = <<<END\nsession_start();\nEND;\n?>\n</html>\n';
    assert.deepEqual(await findingsOf({ 'index.php': page, 'list.php': page.replaceAll('\n', '\r\n') }), []);
  });

  it('may begin with a byte order mark, be Latin-1 and end its lines as Windows does', async () => {
    const found = await findingsOf({ 'login.php': '\uFEFF<?php\r\n// Gr\uFFFD\uFFFDe\r\nsession_start();\r\n$_SESSION["user"] = 1;\r\n' });
    assert.deepEqual(found, ['error state/http-session login.php:3']);
  });

  it('may name things in circles', async () => {
    const text = '<?php\n$a = $b;\n$b = $a;\nfile_put_contents($a . $b, "x");\nclass A extends A { private $p = self::P; const P = self::P; function f() { $this->p = $this->p; move_uploaded_file($x, $this->p); } }\nreturn ["default" => env(env("A", env("A"))), "key" => $a ?: $a];\n';
    assert.deepEqual((await findingsOf({ 'config/cache.php': text, 'a.php': text })).filter((each) => each.startsWith('error') && !each.includes('local-file-write')), []);
  });

  it('has lines of a megabyte and expressions that nest deeply', async () => {
    await findingsOf({
      'data.php': `<?php session_start(); $table = [${"'key' => 'value', ".repeat(60_000)}];\n`,
      'deep.php': `<?php session_start(); file_put_contents(${'('.repeat(2_000)}'a'${')'.repeat(2_000)}, ${Array.from({ length: 3_000 }, () => '"a"').join(' . ')});\n`,
      'config/app.php': `<?php return ${'['.repeat(1_500)}'a'${']'.repeat(1_500)};\n`,
    });
  });
});
