import type { ProjectCheck } from '../../../contract/rule.js';
import type {} from '../../../facts/php/worker.js';
import { needsPackage } from '../../../facts/build/packages.js';

/** Frameworks whose processes always serve many requests. */
const resident: readonly string[] = ['hyperf/framework', 'hyperf/http-server', 'workerman/webman-framework', 'spiral/framework', 'spiral/roadrunner-http', 'imiphp/imi', 'easyswoole/easyswoole', 'swoft/framework'];

/** Static arrays of PHP where processes outlive a request; under PHP-FPM they end with it. */
export const phpStatics: ProjectCheck<'php.static-entry'> = {
  subject: 'php.static-entry',
  reads: ['php.static-entry', 'php.worker', 'build.module'],
  check(subject, { model, report }) {
    const { name, owner } = subject.value;
    const same = model.factsFor('php.static-entry', subject.file).filter(({ file, value }) => file === subject.file && value.name === name);
    if (same[0] !== subject) return;
    if (model.factsFor('php.worker', subject.file).length === 0 && !needsPackage(model, subject.file, ...resident)) return;
    report({ say: 'cached', args: { name: owner === '' ? name : `${owner}::$${name}` }, severity: 'warning', confidence: 'medium', cause: `php-static:${owner}:${name}` });
  },
};
