import type { Json } from '../../../base/json.js';
import { dirname } from '../../../base/paths.js';
import { lineEnding } from '../../../base/text.js';
import type { Edit, Fix } from '../../../contract/rule.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import type {} from '../../../facts/scheduling.js';
import { dependencyEdits } from '../../../syntax/build-edit.js';
import { addImport } from '../../../syntax/java/edit.js';
import type { Lockable } from './java-lockable.js';
import { lockConfiguration, lockTable } from './shedlock-files.js';
import { planFor } from './shedlock-plan.js';

/** Width of the column that holds the name of a lock. */
const nameLimit = 64;

/** What the fixes know of the scheduled method of a finding. */
export function lockableOf(data: Json): Lockable | undefined {
  if (typeof data !== 'object' || data === null || !('lockable' in data)) return undefined;
  return (data.lockable ?? undefined) as Lockable | undefined;
}

function isSetUp(file: string, model: Model): boolean {
  return model.factsFor('schedule.lock', file).some(({ value }) => value.covers === '@SchedulerLock');
}

/** The class that switches scheduling on in the module of a file: Spring found it, so it scans its package. */
function schedulingClass(file: string, model: Model): Fact<'spring.scheduling'> | undefined {
  const { dir } = model.moduleOf(file);
  return model.facts('spring.scheduling').find((fact) => fact.module === dir && fact.file.endsWith('.java'));
}

function setUpEdits(file: string, packageName: string, model: Model, read: (path: string) => string | undefined): readonly Edit[] | undefined {
  if (isSetUp(file, model)) return [];
  const plan = planFor(file, model);
  const edits = plan && dependencyEdits(plan.buildFile, plan.dependencies, read);
  if (!plan || !edits) return undefined;
  const beside = schedulingClass(file, model);
  return [
    ...edits,
    { do: 'create', path: `${dirname(beside?.file ?? file)}/ShedLockConfig.java`, text: lockConfiguration(beside?.value.package ?? packageName, plan), ifExists: 'refuse' },
    ...(plan.table === undefined ? [] : [{ do: 'create', path: plan.table, text: lockTable(), ifExists: 'refuse' } as const]),
  ];
}

function lockName({ className, method }: Lockable): string {
  return `${className}.${method}`;
}

/** `@SchedulerLock` below the annotation that schedules, or behind it on the same line. */
function annotationEdit(file: string, text: string, lockable: Lockable, start: number): Edit {
  const { end, holding = '' } = lockable;
  const indent = /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', start - 1) + 1))?.[0] ?? '';
  const separator = /^[ \t]*\r?\n/.test(text.slice(end)) ? `${lineEnding(text)}${indent}` : ' ';
  return { do: 'replace', file, span: { start: end, end }, text: `${separator}@SchedulerLock(name = "${lockName(lockable)}", ${holding})` };
}

function canLock(lockable: Lockable | undefined): boolean {
  return lockable?.holding !== undefined && lockName(lockable).length <= nameLimit;
}

/** ShedLock on the method, with everything it takes: import, dependencies, configuration, and the table where locks are rows. */
export const shedLock: Fix = {
  key: 'shedlock',
  title: { en: 'Let one replica run it with ShedLock', ko: 'ShedLock으로 한 레플리카만 실행하게 하기' },
  safety: 'review',
  // Locks are set up by a class of Java, which a Kotlin project need not compile.
  kotlin: true,
  applies: ({ file, severity, data }, model) => severity !== 'info' && canLock(lockableOf(data)) && (isSetUp(file, model) || (!file.endsWith('.kt') && planFor(file, model) !== undefined)),
  edits({ finding: { file, data }, text, model }) {
    const lockable = lockableOf(data);
    const now = text(file);
    if (!lockable || !canLock(lockable) || now === undefined || now.slice(lockable.end - lockable.source.length, lockable.end) !== lockable.source) return undefined;
    const setUp = setUpEdits(file, lockable.package, model, text);
    if (!setUp) return undefined;
    return [annotationEdit(file, now, lockable, lockable.end - lockable.source.length), ...addImport(file, now, 'net.javacrumbs.shedlock.spring.annotation.SchedulerLock'), ...setUp];
  },
};
