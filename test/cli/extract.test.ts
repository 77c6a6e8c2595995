import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { folder, monolift, root } from './run.js';

const desk = join(root, 'test/samples/lending-desk');
interface Cut {
  readonly version: number;
  readonly application: string;
  readonly partition: Readonly<Record<string, string>>;
  readonly clusters: readonly { readonly name: string; readonly kind: string; readonly tables: readonly string[] }[];
  readonly metrics: Readonly<Record<string, number | null>>;
  readonly candidates: readonly { readonly name: string; readonly prefix?: string; readonly inbound: readonly { readonly method: string; readonly callers: readonly string[]; readonly at: { readonly file: string; readonly line: number } }[] }[];
  readonly refusal?: { readonly text: string };
}
const cutOf = (...args: readonly string[]): Cut => JSON.parse(monolift(['extract', ...args, '--format', 'json']).stdout) as Cut;

describe('monolift extract', () => {
  it('says in words which part to split off first', () => {
    const { code, stdout, stderr } = monolift(['extract', desk]);
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /^lending-desk \(classes: 19, parts: 3\)\n {2}books: classes: 6; tables: authors, books\n {2}loans: .*\n {2}members: .*\n {2}library of all parts: classes: 1; tables: none\n/);
    assert.match(stdout, /What to split off first\n\n1\. books – effort S\n/);
    assert.match(stdout, /All of its requests, and no others, begin with \/books/);
  });

  it('says so in Korean', () => {
    const { stdout } = monolift(['extract', desk, '--lang', 'ko']);
    assert.match(stdout, /먼저 분리할 후보\n\n1\. books – 규모 S\n/);
    assert.match(stdout, /바깥에서 이 테이블에 쓰는 클래스가 없습니다\./);
  });

  it('is data for programs, with a place for every call', () => {
    const { version, application, partition, clusters, metrics, candidates } = cutOf(desk);
    assert.deepEqual([version, application, partition['town.library.members.Fine']], [1, 'lending-desk', 'members']);
    assert.deepEqual(clusters.map(({ name, kind, tables }) => [name, kind, ...tables]), [['books', 'service', 'authors', 'books'], ['loans', 'service', 'loans', 'reservations'], ['members', 'service', 'fines', 'members'], ['common', 'library']]);
    assert.ok((metrics['interPartitionCalls'] ?? 1) < 0.2);
    const [first] = candidates;
    assert.deepEqual([first?.name, first?.prefix], ['books', '/books']);
    const [call] = first?.inbound ?? [];
    assert.deepEqual([call?.method, call?.callers], ['find', ['town.library.loans.LoanService']]);
    const line = readFileSync(join(desk, call?.at.file ?? ''), 'utf8').split('\n')[(call?.at.line ?? 0) - 1];
    assert.match(line ?? '', /catalog\.find\(book\)/);
  });

  it('draws three pictures', () => {
    const { stdout } = monolift(['extract', desk, '--format', 'mermaid']);
    assert.deepEqual([...stdout.matchAll(/^## (.*)\n\n```mermaid\nflowchart TB\n/gm)].map(([, title]) => title), ['Today: one application in three tiers', 'Refactoring: books is split off first', 'Goal: a service with its own data for each part']);
  });

  it('sketches an API for each candidate', () => {
    const documents = parseAllDocuments(monolift(['extract', desk, '--format', 'openapi']).stdout).map((document) => document.toJS() as { readonly openapi: string; readonly info: { readonly title: string }; readonly paths: object });
    assert.deepEqual(documents.map(({ openapi, info }) => [openapi, info.title]), [['3.1.0', 'books'], ['3.1.0', 'members'], ['3.1.0', 'loans']]);
    assert.deepEqual(Object.keys(documents[0]?.paths ?? {}), ['/books', '/books/{id}', '/internal/catalog-service/find']);
  });

  it('cuts into as many parts as are asked for', () => {
    assert.equal(cutOf(desk, '--clusters', '2').clusters.filter(({ kind }) => kind === 'service').length, 2);
    assert.match(monolift(['extract', desk, '--clusters', '0']).stderr, /a whole number above 0/);
  });

  it('refuses to name a candidate where there is none', () => {
    const dir = folder({ 'pom.xml': '<project/>', 'src/main/java/Hello.java': 'public class Hello { void go() {} }' });
    assert.match(monolift(['extract', dir]).stdout, /No candidate: too little to split \(classes of business that were read: [01]\)\./);
    assert.deepEqual(cutOf(dir).candidates, []);
    assert.match(monolift(['extract', dir, '--format', 'openapi']).stdout, /^# No candidate: /);
  });

  it('takes the largest of several applications, or the one that is named', () => {
    const dir = folder({
      'small/pom.xml': '<project/>', 'small/src/main/java/A.java': 'class A {}',
      'large/pom.xml': '<project/>', 'large/src/main/java/B.java': 'class B {}', 'large/src/main/java/C.java': 'class C {}',
    });
    const { stdout, stderr } = monolift(['extract', dir]);
    assert.match(stderr, /the largest of several applications is cut; name another with --module: large, small/);
    assert.match(stdout, /^large \(/);
    assert.equal(cutOf(dir, '--module', 'small').application, 'small');
    const wrong = monolift(['extract', dir, '--module', 'none']);
    assert.deepEqual([wrong.code, wrong.stderr], [2, 'monolift: none is no application; there are: large, small\n']);
  });

  it('says what it cannot read', () => {
    const { code, stderr } = monolift(['extract', folder({ 'README.md': '' })]);
    assert.equal(code, 2);
    assert.match(stderr, /no application was found whose code can be read/);
  });
});
