import assert from 'node:assert/strict';
import { changedFiles, editsOf, fixesFor } from '../../../server/src/engine/fixes.js';
import { casesOf } from '../../harness/cases.js';
import { scan } from '../../harness/run.js';

const rule = 'lifecycle/no-health-endpoint';

/** Files that the rule's fixes change or make in a case. */
async function changedBy(name: string): Promise<readonly string[]> {
  const test = casesOf(rule).find((each) => each.name === name);
  assert.ok(test);
  const { conclusion, workspace } = await scan(test.files);
  const text = (path: string): string | undefined => test.files.get(path);
  return conclusion.findings.filter((finding) => finding.rule === rule).flatMap((finding) => fixesFor(finding, workspace.ruleset, conclusion.model)
    .flatMap((fix) => [...(changedFiles(editsOf(fix, finding, conclusion.model, text, 'en') ?? [], text)?.keys() ?? [])]));
}

describe('probes beside added health routes', () => {
  it('are left out where Django admits hosts that only the environment knows', async () => {
    assert.deepEqual([...await changedBy('python-django-hosts')].sort(), ['shop/health.py', 'shop/urls.py']);
  });

  it('are left out where the application sends everybody to HTTPS', async () => {
    assert.deepEqual(await changedBy('python-flask-redirect'), ['app.py']);
  });

  it('are left out for the port of PHP-FPM, which speaks no HTTP', async () => {
    assert.deepEqual(await changedBy('php-laravel-fpm'), ['routes/web.php']);
  });

  it('follow where the host and the port are known', async () => {
    assert.ok((await changedBy('python-django-probes')).includes('k8s/shop.yaml'));
  });
});
