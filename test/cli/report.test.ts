import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { example, folder, monolift } from './run.js';

interface Row { readonly id: string; readonly score: number | null; readonly costs: readonly { readonly id: string; readonly points: number; readonly evidence: readonly object[] }[]; readonly unknown: readonly { readonly text: string }[] }
interface Report {
  readonly name: string; readonly level: number | null; readonly table: readonly Row[];
  readonly gates: readonly { readonly id: string; readonly state: string; readonly rules: readonly string[] }[];
  readonly workloads: readonly { readonly name: string; readonly verdict: string; readonly blockers: readonly { readonly rule: string }[] }[];
  readonly fixes: readonly { readonly rule: string; readonly effort: string; readonly gain: number }[];
  readonly rules: readonly { readonly id: string }[];
  readonly trend?: { readonly levelBefore: number; readonly levelAfter: number; readonly gone: number; readonly fresh: number; readonly rulesGone: readonly string[]; readonly rows: readonly { readonly id: string }[] };
}

function report(path: string, ...more: readonly string[]): Report {
  const { stdout, stderr, code } = monolift(['report', path, '--format', 'json', '--no-cache', ...more]);
  assert.equal(code, 0, stderr);
  return JSON.parse(stdout) as Report;
}

describe('monolift report', () => {
  const shop = example('spring-shop');

  it('tells level, table, workloads and fixes, each with its evidence', () => {
    const { level, table, gates, workloads, fixes } = report(shop);
    assert.equal(level, 0);
    assert.deepEqual(table.map(({ id }) => id), ['execution', 'scaling', 'coupling', 'infrastructure', 'delivery', 'tools', 'organisation']);
    for (const { score, costs, unknown } of table) {
      if (score === null) assert.ok(unknown.length > 0);
      else assert.ok(score === 100 || costs.length > 0);
      assert.ok(costs.filter(({ id }) => /^(?:state|storage|work|config)\//.test(id)).every(({ evidence }) => evidence.length > 0));
    }
    assert.deepEqual(gates.find(({ id }) => id === 'replicas')?.state, 'failed');
    assert.deepEqual(workloads.map(({ name, verdict }) => [name, verdict]), [['spring-shop', 'blocked']]);
    assert.ok(workloads[0]?.blockers.some(({ rule }) => rule === 'state/http-session'));
    assert.ok(fixes.length > 5 && fixes.every(({ effort }) => /^(?:S|M|L|XL)$/.test(effort)));
  });

  it('says unknown, not zero, where there is nothing to tell by', () => {
    const manifests = report(folder({ 'app.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: shop }\nspec: { selector: { matchLabels: { app: shop } }, template: { metadata: { labels: { app: shop } }, spec: { containers: [{ name: shop, image: "acme/shop:1" }] } } }\n' }));
    assert.equal(manifests.table.find(({ id }) => id === 'infrastructure')?.score, null);
    assert.equal(manifests.gates.find(({ id }) => id === 'logs')?.state, 'unknown');
    const nothing = report(folder({ 'README.md': '# Nothing yet\n' }));
    assert.deepEqual([nothing.level, manifests.level, nothing.table.map(({ score }) => score), nothing.workloads], [null, null, Array(7).fill(null), []]);
  });

  it('tells what changed since an earlier report', () => {
    const copy = example('spring-shop');
    const before = join(folder({}), 'before.json');
    writeFileSync(before, monolift(['report', copy, '--format', 'json', '--no-cache']).stdout);
    assert.equal(monolift(['fix', copy, '--rule', 'storage/log-file', '--fix', 'console-appender', '--write']).code, 0);
    const { trend } = report(copy, '--baseline', before);
    assert.deepEqual([trend?.levelBefore, trend?.levelAfter, trend?.rulesGone], [0, 0, ['storage/log-file']]);
    assert.ok((trend?.gone ?? 0) >= 1);
    assert.match(monolift(['report', copy, '--baseline', before, '--lang', 'en']).stdout, /^## Since the earlier report\n\n- Level 0 → 0\n- \d+ findings gone, \d+ new$/m);
  });

  it('has forms for people, in both languages', () => {
    const [en = '', ko = ''] = ['en', 'ko'].map((lang) => monolift(['report', shop, '--no-cache', '--lang', lang]).stdout);
    assert.match(en, /^\*\*Level 0: not yet ready for the cloud\*\* · These \d+ fixes lift it to level 1: /m);
    assert.match(en, /^\| Scaling \| scale up \| scale out \| \*\*\d+\*\* \| −\d+ .*\[[^\]]+:\d+\]\([^)]+#L\d+\)/m);
    assert.match(ko, /^## 워크로드별 오토스케일링 준비도$/m);
    const html = monolift(['report', shop, '--no-cache', '--format', 'html', '--lang', 'ko']).stdout;
    assert.match(html, /^<!doctype html>\n<html lang="ko">/);
    assert.doesNotMatch(html.replace(/<script>[^]*?<\/script>/g, ''), /<(?:link|img|iframe)\b|<script[^>]* src=|@import/);
  });

  it('puts several folders, and reports that were written before, into one table', () => {
    const other = folder({ 'package.json': '{"name":"=cmd","dependencies":{"express":"4"},"scripts":{"start":"node a.js"}}', 'a.js': 'require("express")().listen(3000);\n' });
    const saved = join(folder({}), 'shop.json');
    writeFileSync(saved, monolift(['report', shop, '--format', 'json', '--no-cache']).stdout);
    const { stdout, stderr, code } = monolift(['report', other, '--merge', saved, '--format', 'csv', '--lang', 'en']);
    assert.equal(code, 0, stderr);
    const [head, ...rows] = parse(stdout, { bom: true });
    assert.deepEqual(head?.slice(0, 4), ['Application', 'Lv', 'Execution environment', 'Scaling']);
    assert.equal(rows.length, 2);
    const both = JSON.parse(monolift(['report', shop, other, '--format', 'json']).stdout) as { readonly applications: readonly Report[] };
    assert.equal(both.applications.length, 2);
    assert.match(monolift(['report', shop, other, '--lang', 'ko']).stdout, /^# 포트폴리오\n\n\| 애플리케이션 \| Lv \|/);
  });

  it('writes to a file, and is the same each time', () => {
    const file = join(folder({}), 'reports/shop.md');
    assert.equal(monolift(['report', shop, '--no-cache', '--output', file]).code, 0);
    assert.equal(readFileSync(file, 'utf8'), monolift(['report', shop, '--no-cache']).stdout);
  });

  it('prints a Job that reads more repositories than one machine', () => {
    const dir = folder({ 'list.txt': '# shops\nhttps://git.example/a.git\nhttps://git.example/b.git\n', 'secret.txt': 'https://me:pass@git.example/a.git\n' });
    const job = (list: string, ...more: readonly string[]): ReturnType<typeof monolift> => monolift(['report', '--job', join(dir, list), ...more]);
    assert.match(job('list.txt', '--image', 'acme/monolift:1').stdout, /completionMode: Indexed\n {2}completions: 2\n/);
    assert.match(job('list.txt').stderr, /--job needs --image/);
    assert.match(job('secret.txt', '--image', 'acme/monolift:1').stderr, /secret\.txt, line 1: the address holds credentials/);
    assert.doesNotMatch(job('secret.txt', '--image', 'acme/monolift:1').stderr, /pass@/);
  });

  it('says what is wrong', () => {
    const wrong: readonly (readonly [readonly string[], RegExp])[] = [
      [['report'], /name the folders to report on/],
      [['report', 'nowhere'], /nowhere: no such folder/],
      [['report', shop, '--baseline', join(shop, 'pom.xml')], /pom\.xml is no report of `monolift report --format json`/],
      [['report', '--merge', join(shop, 'pom.xml')], /is no report/],
      [['report', shop, shop, '--format', 'sarif'], /--format sarif takes one folder/],
    ];
    for (const [args, message] of wrong) {
      const { code, stderr } = monolift(args);
      assert.equal(code, 2, args.join(' '));
      assert.match(stderr, message);
    }
  });
});
