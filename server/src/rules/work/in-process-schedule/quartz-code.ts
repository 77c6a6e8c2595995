import type { Edit } from '../../../contract/rule.js';
import type { Model } from '../../../contract/workspace.js';
import { effectiveModule } from '../../../facts/build/effective.js';
import type {} from '../../../facts/java/quartz-names.js';
import { addImport } from '../../../syntax/java/edit.js';

/** Before 2.2 a scheduler could not be told to replace a job that it knows. */
function canReplace(path: string, model: Model): boolean {
  const module = effectiveModule(model, model.moduleOf(path).dir);
  if (module?.bootVersion !== undefined) return true;
  return /^2\.(?:[2-9]|\d\d)\b/.test(module?.versions['org.quartz-scheduler:quartz'] ?? '');
}

/**
 * Whether the code of the application can live with a store that outlives the process: every job and trigger has a name
 * that stays or can be given one, and what is scheduled again at the next start can replace what is there.
 */
export function codeCopes(path: string, model: Model): boolean {
  const names = model.factsFor('quartz.unnamed', path).map(({ value }) => value.name);
  if (names.includes('') || new Set(names).size < names.length) return false;
  return model.factsFor('quartz.scheduled', path).every(({ file }) => canReplace(file, model));
}

/** Names for jobs and triggers, which would multiply with each start, and `scheduleJob` in the form that replaces. */
export function codeEdits(path: string, model: Model, read: (path: string) => string | undefined): readonly Edit[] {
  const insert = (file: string, at: number, text: string): Edit => ({ do: 'replace', file, span: { start: at, end: at }, text });
  const names = model.factsFor('quartz.unnamed', path).map(({ file, value }) => insert(file, value.at, `.withIdentity("${value.name}")`));
  const scheduled = model.factsFor('quartz.scheduled', path);
  const calls = scheduled.flatMap(({ file, value: { trigger } }) => [insert(file, trigger.start, 'Collections.singleton('), insert(file, trigger.end, '), true')]);
  const imports = [...new Set(scheduled.map(({ file }) => file))].flatMap((file) => addImport(file, read(file) ?? '', 'java.util.Collections'));
  return [...imports, ...names, ...calls];
}
