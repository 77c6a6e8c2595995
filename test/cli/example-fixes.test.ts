import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copiesOf, type Copy, type Reported } from '../fixes/copies.js';
import { monolift, root } from './run.js';

const rule = 'autoscale/unsafe-target';

describe('the Spring example with every fix taken', function () {
  this.timeout(240_000);
  const work = mkdtempSync(join(tmpdir(), 'monolift-example-fixes-'));
  let copy: Copy | undefined;

  before(() => {
    [copy] = copiesOf('spring-shop', join(root, 'examples/spring-shop'), work, () => false);
  });
  after(() => rmSync(work, { recursive: true, force: true }));

  const unsafe = (findings: readonly Reported[] | undefined): readonly Reported[] => (findings ?? []).filter((finding) => finding.rule === rule);

  it('was scaled although its sessions, uploads, reservations and schedule stay in one process', () => {
    const [finding, ...more] = unsafe(copy?.before);
    assert.deepEqual([finding?.file, finding?.severity, more.length], ['k8s/hpa.yaml', 'error', 0]);
    assert.deepEqual(finding?.related.map(({ file }) => file.replace(/^.*\//, '')), ['CartController.java', 'OrderExpireTask.java', 'StockReservationService.java', 'shop.properties']);
  });

  it('reaches level 2, which it had not', () => {
    const levelOf = (folder: string): number => (JSON.parse(monolift(['report', folder, '--format', 'json', '--no-cache']).stdout) as { level: number }).level;
    assert.equal(levelOf(join(root, 'examples/spring-shop')), 0);
    const level = levelOf(copy?.folder ?? '');
    assert.ok(level >= 2, `level ${level}`);
  });

  it('may be scaled', () => {
    assert.ok(copy?.taken.some(({ rule: id, fix }) => id === 'state/mutable-static' && fix === 'redisson-map'));
    assert.deepEqual(unsafe(copy?.after), []);
  });
});
