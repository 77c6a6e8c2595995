import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { folder, monolift, scanJson } from './run.js';

const sessionCode = `import javax.servlet.http.HttpServletRequest;
class Cart {
  void add(HttpServletRequest request) {
    request.getSession().setAttribute("cart", new Object());
  }
}
`;
const clean = 'class Plain { int add(int a, int b) { return a + b; } }\n';

describe('monolift scan', () => {
  it('ends with 1 on an error and names file, line, rule and next step', () => {
    const { code, stdout, stderr } = monolift(['scan', folder({ 'src/Cart.java': sessionCode })]);
    assert.equal(code, 1);
    assert.match(stdout, /^src\/Cart\.java\n {2}4:\d+ {2}error {2}.*"cart".*state\/http-session/m);
    assert.match(stdout, /Next steps:\n(?:.*\n)*.* explain state\/http-session/);
    assert.equal(stderr, '', 'no progress in a pipe');
  });

  it('ends with 0 when nothing reaches the threshold', () => {
    const dir = folder({ 'src/Cart.java': sessionCode });
    assert.equal(monolift(['scan', dir, '--fail-on', 'never']).code, 0);
    const quiet = monolift(['scan', folder({ 'src/Plain.java': clean })]);
    assert.equal(quiet.code, 0);
    assert.match(quiet.stdout, /Nothing found/);
  });

  it('prints JSON in the documented shape, 1-based and relative', () => {
    const dir = folder({ 'src/Cart.java': sessionCode });
    const report = scanJson(dir);
    assert.equal(report.version, 1);
    assert.equal(report.root, dir);
    assert.deepEqual(Object.keys(report.summary), ['files', 'bytes', 'parsed', 'skipped', 'milliseconds']);
    const finding = report.findings.find((each) => each.rule === 'state/http-session');
    assert.ok(finding);
    assert.equal(finding.file, 'src/Cart.java');
    assert.deepEqual([finding.startLine, finding.startColumn, finding.endLine, finding.endColumn], [4, 26, 4, 38]);
    assert.match(finding.fingerprint, /^[0-9a-f]{16}$/);
    assert.ok(Array.isArray(finding.related) && Array.isArray(finding.fixes));
  });

  it('says the same twice, apart from the time it took', () => {
    const dir = folder({ 'a/Cart.java': sessionCode, 'b/Cart.java': sessionCode });
    const strip = (report: ReturnType<typeof scanJson>): unknown => ({ ...report, summary: { ...report.summary, milliseconds: 0 } });
    assert.deepEqual(strip(scanJson(dir)), strip(scanJson(dir)));
  });

  it('keeps fingerprints when lines move', () => {
    const before = scanJson(folder({ 'Cart.java': sessionCode }));
    const after = scanJson(folder({ 'Cart.java': `// a new first line\n\n${sessionCode}` }));
    assert.deepEqual(after.findings.map((each) => each.fingerprint), before.findings.map((each) => each.fingerprint));
  });

  it('speaks Korean when asked and when the system does', () => {
    const dir = folder({ 'Cart.java': sessionCode });
    assert.match(monolift(['scan', dir, '--lang', 'ko']).stdout, /HTTP 세션/);
    assert.match(monolift(['scan', dir], { env: { LC_ALL: 'ko_KR.UTF-8' } }).stdout, /오류 \d+건/);
  });

  it('reports only the rules asked for', () => {
    const dir = folder({ 'Cart.java': sessionCode });
    assert.deepEqual(scanJson(dir, '--rule', 'image/root-user').findings, []);
    assert.ok(scanJson(dir, '--rule', 'state/http-session', '--rule', 'image/root-user').findings.length > 0);
  });

  it('writes the report to a file', () => {
    const dir = folder({ 'Cart.java': sessionCode });
    const output = join(folder({}), 'reports/out.md');
    const { stdout } = monolift(['scan', dir, '--format', 'markdown', '--output', output]);
    assert.equal(stdout, '');
    assert.match(readFileSync(output, 'utf8'), /\| `Cart\.java:4` \|/);
  });

  it('leaves nothing behind in a small folder', () => {
    const dir = folder({ 'Cart.java': sessionCode });
    monolift(['scan', dir]);
    assert.deepEqual(readdirSync(dir), ['Cart.java']);
  });

  it('keeps a cache in a large folder, and gives the same answer from it', () => {
    const files = Object.fromEntries(Array.from({ length: 1600 }, (_, index) => [`src/p${index % 40}/Plain${index}.java`, clean]));
    const dir = folder({ ...files, 'src/Cart.java': sessionCode });
    const none = scanJson(dir, '--no-cache');
    assert.equal(existsSync(join(dir, '.monolift')), false);
    const cold = scanJson(dir);
    assert.equal(readFileSync(join(dir, '.monolift/.gitignore'), 'utf8'), '*\n');
    const warm = scanJson(dir);
    assert.deepEqual(cold.findings, none.findings);
    assert.deepEqual(warm.findings, none.findings);
    assert.equal(warm.summary.files, none.summary.files);
  });
});
