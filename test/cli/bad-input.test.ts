import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { example, folder, monolift, scanJson } from './run.js';

const good = `import javax.servlet.http.HttpSession;
class Good { void f(HttpSession session) { session.setAttribute("cart", 1); } }
`;
/** `nobody`: a user for whom permissions count even when the tests run as root. */
const nobody = process.getuid?.() === 0 ? 65534 : undefined;

function problem(dir: string, file: string): string | undefined {
  return scanJson(dir).problems.find((each) => each.file === file)?.message;
}

function stillAnalysed(dir: string): void {
  assert.ok(scanJson(dir).findings.some((finding) => finding.file === 'src/Good.java'), 'the rest is still analysed');
}

describe('bad input', () => {
  it('an empty folder is clean', () => assert.equal(monolift(['scan', folder({})]).code, 0));

  it('an empty file says nothing', () => {
    const dir = folder({ 'src/Good.java': good, 'src/Empty.java': '', 'k8s/app.yaml': '', 'pom.xml': '', 'package.json': '', Dockerfile: '' });
    stillAnalysed(dir);
  });

  it('a binary file under a text name is named', () => {
    const dir = folder({ 'src/Good.java': good, 'src/Binary.java': new Uint8Array([0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 52]) });
    assert.match(problem(dir, 'src/Binary.java') ?? '', /binary/);
    stillAnalysed(dir);
  });

  it('a file of 10 MB is named and left out', () => {
    const dir = folder({ 'src/Good.java': good, 'src/Huge.java': good.repeat(120_000) });
    assert.ok(statSync(join(dir, 'src/Huge.java')).size > 10_000_000);
    assert.match(problem(dir, 'src/Huge.java') ?? '', /larger than 2 MB/);
    stillAnalysed(dir);
  });

  it('half-written Java, XML, YAML and JSON are named by line and read as far as they go', () => {
    const dir = folder({
      'src/Good.java': good,
      'src/Half.java': `${good}class Half { void half(`,
      'src/main/resources/applicationContext.xml': '<beans>\n  <bean id="dataSource" class="x.Y">\n    <property name="url" val',
      'k8s/deployment.yaml': 'apiVersion: apps/v1\nkind: Deployment\nspec: {replicas: 2,\n  template: [\n',
      'package.json': '{ "name": "half", "dependencies": {',
    });
    for (const file of ['src/Half.java', 'src/main/resources/applicationContext.xml', 'k8s/deployment.yaml', 'package.json']) {
      assert.match(problem(dir, file) ?? '', /syntax error|never closed/, file);
    }
    assert.ok(scanJson(dir).findings.some((finding) => finding.file === 'src/Half.java'), 'what stands before the error is still found');
    stillAnalysed(dir);
  });

  it('an invalid monolift.yaml is named by line, and the rest is analysed with defaults', () => {
    const broken = folder({ 'src/Good.java': good, 'monolift.yaml': 'severity:\n  state/http-session: [off\n' });
    assert.match(problem(broken, 'monolift.yaml') ?? '', /not used/);
    stillAnalysed(broken);
    const unknown = folder({ 'src/Good.java': good, 'monolift.yaml': 'severities:\n  a: b\nclusterVersion: one\nassume:\n  sessionStore: floppy\nseverity:\n  state/http-session: loud\n' });
    const messages = scanJson(unknown).problems.filter((each) => each.file === 'monolift.yaml').map((each) => each.message).join('\n');
    assert.match(messages, /unknown setting `severities`/);
    assert.match(messages, /`clusterVersion` must look like/);
    assert.match(messages, /floppy/);
    assert.match(messages, /`loud` is not a value/);
    stillAnalysed(unknown);
  });

  it('monolift.yaml leaves files out, sets severities and states assumptions', () => {
    const severities = (yaml: string): readonly string[] => scanJson(folder({ 'src/Good.java': good, 'monolift.yaml': yaml })).findings.map((finding) => finding.severity);
    assert.deepEqual(severities(''), ['error']);
    assert.deepEqual(severities('exclude: ["src/**"]\n'), []);
    assert.deepEqual(severities('severity:\n  state/http-session: off\n'), []);
    assert.deepEqual(severities('severity:\n  state/http-session: warning\n'), ['warning']);
    assert.notDeepEqual(severities('assume:\n  sessionStore: redis\n'), ['error']);
  });

  it('every assumption of monolift.yaml lowers what it is about in a real monolith', () => {
    const dir = example('spring-shop');
    const loud = (): readonly string[] => scanJson(dir).findings.filter((finding) => finding.severity !== 'info').map((finding) => finding.rule);
    const about = ['state/http-session', 'work/in-process-schedule', 'storage/upload-directory', 'storage/log-file'];
    assert.deepEqual(about.filter((rule) => !loud().includes(rule)), []);
    writeFileSync(join(dir, 'monolift.yaml'), 'assume:\n  sessionStore: redis\n  scheduleLock: shedlock\n  fileStorage: object-storage\n  logCollection: stdout\n');
    assert.deepEqual(about.filter((rule) => loud().includes(rule)), []);
  });

  it('links that loop or lead outside are not followed', () => {
    const outside = folder({ 'Outside.java': good });
    const dir = folder({ 'src/Good.java': good });
    symlinkSync('..', join(dir, 'src/loop'));
    symlinkSync(outside, join(dir, 'src/elsewhere'));
    symlinkSync('nowhere', join(dir, 'src/dangling.java'));
    assert.deepEqual(scanJson(dir).findings.map((finding) => finding.file), ['src/Good.java']);
  });

  it('a file and a folder without rights are named, and the rest is analysed', function () {
    const dir = folder({ 'src/Good.java': good, 'src/Locked.java': good, 'locked/Other.java': good });
    chmodSync(join(dir, 'src/Locked.java'), 0o000);
    chmodSync(join(dir, 'locked'), 0o000);
    const { stdout, code } = monolift(['scan', dir, '--format', 'json'], nobody === undefined ? {} : { uid: nobody });
    chmodSync(join(dir, 'locked'), 0o755);
    assert.equal(code, 1);
    const report = JSON.parse(stdout) as ReturnType<typeof scanJson>;
    assert.match(report.problems.find((each) => each.file === 'src/Locked.java')?.message ?? '', /cannot be read/);
    assert.match(report.problems.find((each) => each.file === 'locked')?.message ?? '', /folder cannot be read/);
    assert.ok(report.findings.some((finding) => finding.file === 'src/Good.java'));
  });

  it('a root without rights is a usage error', () => {
    const dir = folder({ 'inner/Good.java': good });
    chmodSync(join(dir, 'inner'), 0o000);
    const { code, stderr } = monolift(['scan', join(dir, 'inner')], nobody === undefined ? {} : { uid: nobody });
    chmodSync(join(dir, 'inner'), 0o755);
    assert.equal(code, 2);
    assert.match(stderr, /inner: this folder cannot be read/);
  });

  it('EUC-KR and byte order marks are read', () => {
    const eucKr = Buffer.concat([Buffer.from('// '), Buffer.from([0xc7, 0xd1, 0xb1, 0xdb]), Buffer.from(`\n${good}`)]);
    const dir = folder({ 'src/EucKr.java': eucKr, 'src/Bom.java': `\uFEFF${good}`, 'src/Utf16.java': Buffer.from(`\uFEFF${good}`, 'utf16le') });
    assert.deepEqual(scanJson(dir).findings.map((finding) => `${finding.file}:${finding.startLine}:${finding.startColumn}`),
      ['src/Bom.java:2:52', 'src/EucKr.java:3:52', 'src/Utf16.java:2:52']);
  });

  it('nothing is written outside the named folder, nor by a fix through a link that leads there', () => {
    const parent = folder({ 'project/Dockerfile': 'FROM node:latest\nCOPY . .\nCMD node server.js\n', 'elsewhere/Dockerfile': 'FROM node:latest\nCMD node other.js\n' });
    monolift(['scan', join(parent, 'project')]);
    assert.deepEqual(readdirSync(parent), ['elsewhere', 'project']);
    mkdirSync(join(parent, 'project/sub'));
    symlinkSync('../../elsewhere/Dockerfile', join(parent, 'project/sub/Dockerfile'));
    const { code } = monolift(['fix', join(parent, 'project'), '--rule', 'image/shell-form-command', '--fix', 'exec-form', '--write']);
    assert.equal(code, 0);
    assert.match(readFileSync(join(parent, 'project/Dockerfile'), 'utf8'), /CMD \["node", "server\.js"\]/);
    assert.match(readFileSync(join(parent, 'elsewhere/Dockerfile'), 'utf8'), /CMD node other\.js/);
  });
});
