import assert from 'node:assert/strict';
import fc from 'fast-check';
import { causesOf } from '../../../server/src/assessment/causes.js';
import { levelOf } from '../../../server/src/assessment/level/level.js';
import type { Sign, SignId, Signs } from '../../../server/src/assessment/level/signs.js';
import { areas, dimensionIds } from '../../../server/src/assessment/score/areas.js';
import { scored } from '../../../server/src/assessment/score/dimension.js';
import type { Finding, Severity } from '../../../server/src/contract/finding.js';
import { productRuleset } from '../../../server/src/host/ruleset.js';

const rules = productRuleset().rules.map(({ meta }) => meta.id);
const severities: readonly Severity[] = ['error', 'warning', 'info'];

function finding(rule: string, severity: Severity, file: string, line = 1): Finding {
  const range = { start: line, end: line + 1, startLine: line, startColumn: 1, endLine: line, endColumn: 2 };
  return { rule, severity, confidence: 'high', file, range, say: 'x', args: {}, related: [], data: {}, module: '', fingerprint: `${rule}${file}${line}` } as unknown as Finding;
}

const anyFinding = fc.record({ rule: fc.constantFrom(...rules), severity: fc.constantFrom(...severities), file: fc.constantFrom('a/A.java', 'b/B.java', 'c.yaml'), line: fc.integer({ min: 1, max: 50 }) }).map(({ rule, severity, file, line }) => finding(rule, severity, file, line));
const anyFindings = fc.array(anyFinding, { maxLength: 60 });
const ruled = dimensionIds.filter((id) => areas[id]);
const scores = (findings: readonly Finding[]): readonly number[] => ruled.map((id) => scored(id, causesOf(findings)).score);

const there: Sign = { state: 'there' };
const all = Object.fromEntries((['code', 'build', 'image', 'workloads', 'release', 'autoscaler', 'telemetry', 'services'] satisfies SignId[]).map((id) => [id, there])) as unknown as Signs;

describe('scores', () => {
  it('are 100 where nothing is open, and stay between 0 and 100', () => {
    assert.deepEqual(scores([]), [100, 100, 100]);
    fc.assert(fc.property(anyFindings, (findings) => scores(findings).every((score) => score >= 0 && score <= 100)));
  });

  it('never rise when a sin is added, and never fall when one is fixed', () => {
    fc.assert(fc.property(anyFindings, anyFinding, (findings, sin) => {
      const [without, withIt] = [scores(findings), scores([...findings, sin])];
      assert.ok(withIt.every((score, index) => score <= (without[index] ?? 0)), `${without.join()} ${withIt.join()}`);
    }));
  });

  it('never fall when a finding is lowered by evidence elsewhere', () => {
    fc.assert(fc.property(anyFindings, fc.nat(), (findings, which) => {
      const chosen = findings[which % Math.max(1, findings.length)];
      if (!chosen) return;
      const lowered = findings.map((each) => (each === chosen && each.severity !== 'info' ? { ...each, severity: each.severity === 'error' ? 'warning' as const : 'info' as const } : each));
      const [before, after] = [scores(findings), scores(lowered)];
      assert.ok(after.every((score, index) => score >= (before[index] ?? 0)));
    }));
  });

  it('do not change when files are split, moved or repeated', () => {
    fc.assert(fc.property(anyFindings, (findings) => {
      const copies = findings.flatMap((each) => [each, { ...each, file: `copy/${each.file}` }, { ...each, range: { ...each.range, startLine: each.range.startLine + 100 } }]);
      assert.deepEqual(scores(copies), scores(findings));
    }));
  });

  it('are fed by every rule, except for what is only a consequence and what levels alone ask for', () => {
    const fed = rules.filter((id) => ruled.some((dimension) => areas[dimension]?.some((area) => area.rules.test(id))));
    assert.deepEqual(rules.filter((id) => !fed.includes(id)), rules.filter((id) => id.startsWith('lifecycle/')));
  });

  it('count each rule once in a row', () => {
    for (const dimension of ruled) for (const id of rules) assert.ok((areas[dimension] ?? []).filter((area) => area.rules.test(id)).length <= 1, `${dimension} ${id}`);
  });

  it('leave out what other findings cause', () => {
    assert.deepEqual(causesOf([finding('autoscale/unsafe-target', 'error', 'hpa.yaml')]), []);
  });
});

describe('levels', () => {
  it('ask for every gate of a level and of those below', () => {
    assert.equal(levelOf([], all).level, 3);
    const { level, next } = levelOf(causesOf([finding('state/http-session', 'error', 'Cart.java')]), all);
    assert.equal(level, 1);
    assert.deepEqual(next.map(({ gate }) => gate.id), ['replicas']);
    assert.equal(levelOf(causesOf([finding('config/hard-coded-host', 'warning', 'a.properties')]), all).level, 0);
    assert.equal(levelOf([], { ...all, release: { state: 'absent' } }).level, 2);
  });

  it('take a gate of which nothing tells as not passed, and say so', () => {
    const { level, gates } = levelOf([], { ...all, workloads: { state: 'unknown' } });
    assert.equal(level, 1);
    assert.deepEqual(gates.filter(({ state }) => state === 'unknown').map(({ gate }) => gate.id), ['manifests', 'requests']);
  });

  it('never fall when something is fixed', () => {
    fc.assert(fc.property(anyFindings, fc.nat(), (findings, which) => {
      const rest = findings.filter((_, index) => index !== which % Math.max(1, findings.length));
      assert.ok((levelOf(causesOf(rest), all).level ?? 0) >= (levelOf(causesOf(findings), all).level ?? 0));
    }));
  });
});
