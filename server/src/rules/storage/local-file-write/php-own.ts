import { shortened } from '../../../base/text.js';
import type { Confidence, Severity } from '../../../contract/finding.js';
import type { ProjectCheck } from '../../../contract/rule.js';
import type { Model } from '../../../contract/workspace.js';
import type {} from '../../../facts/php/file-writer.js';
import { derived, logs, passing, settings } from './php.js';

/** Begins with a folder that the code itself knows. */
const rooted = /^(?:['"]\.{0,2}\/?[\w.-]+\/|['"]\/|__DIR__|dirname\(__|\w+_path\(|(?:FCPATH|APPPATH|WRITEPATH|ROOTPATH|ABSPATH|WWW_ROOT)\b)/;

const libraries: ReadonlySet<string> = new Set(['Symfony\\Component\\Filesystem\\Filesystem:dumpfile', 'Symfony\\Component\\Filesystem\\Filesystem:appendtofile']);

/** Whether a method of a class ends in a write to its first argument, through those that it hands the path on to. */
function isWriter(model: Model, file: string, type: string, method: string, depth = 5): boolean {
  if (depth === 0) return false;
  if (libraries.has(`${type}:${method}`)) return true;
  return model.factsFor('php.file-writer', file).some(({ value }) => value.type === type && value.method === method && (value.to === undefined || isWriter(model, file, value.to.type, value.to.method, depth - 1)));
}

/** A file that a class of the application's own writes for its caller: the path alone tells what it is. */
export const phpOwnWriter: ProjectCheck<'php.file-write'> = {
  subject: 'php.file-write',
  reads: ['php.file-writer'],
  check({ file, value: { type, method, path, rewrites, again } }, { model, report }) {
    if (!rooted.test(path) || passing.test(path) || /install|upgrade|migrat/i.test(file) || !isWriter(model, file, type, method)) return;
    const where = shortened(path);
    const tell = (say: string, severity: Severity, confidence: Confidence): void => report({ say, args: { where }, severity, confidence, cause: `php-own:${type}`, data: { directory: /^['"](\/[^'"]*)/.exec(path)?.[1] ?? '' } });
    // Settings that are written once belong to an installer.
    if (settings.test(path)) return rewrites ? tell('state', 'warning', 'medium') : undefined;
    if (logs.test(path)) return tell('logged', 'warning', 'medium');
    if (again || derived.test(path)) return tell('cached', 'info', 'low');
    tell(/upload|attachment|avatar/i.test(path) && !/thumb/i.test(path) ? 'upload' : 'file', 'warning', 'medium');
  },
};
