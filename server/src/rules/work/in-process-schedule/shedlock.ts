import type { Json } from '../../../base/json.js';
import { basename, dirname } from '../../../base/paths.js';
import { lineEnding } from '../../../base/text.js';
import type { Edit, Fix } from '../../../contract/rule.js';
import type { Model } from '../../../contract/workspace.js';
import { addDependencies as addToGradle } from '../../../syntax/gradle/edit.js';
import { addImport } from '../../../syntax/java/edit.js';
import { addDependencies as addToPom } from '../../../syntax/xml/edit.js';
import { lockConfiguration, lockTable } from './shedlock-files.js';
import { planFor, type Plan } from './shedlock-plan.js';

/** A method that ShedLock can guard, as `java-annotated.ts` found it. */
export interface Lockable {
  /** End of the annotation that schedules it, and that annotation as written. */
  readonly end: number;
  readonly source: string;
  readonly name: string;
  /** Elements of the annotation that say how long the lock is held. */
  readonly holding: string;
  readonly package: string;
}

function lockableOf(data: Json): Lockable | undefined {
  if (typeof data !== 'object' || data === null || !('lockable' in data)) return undefined;
  return (data.lockable ?? undefined) as Lockable | undefined;
}

function isSetUp(file: string, model: Model): boolean {
  return model.factsFor('schedule.lock', file).some(({ value }) => value.covers === '@SchedulerLock');
}

function buildEdits({ buildFile, dependencies }: Plan, text: string): readonly Edit[] | undefined {
  return basename(buildFile) === 'pom.xml' ? addToPom(buildFile, text, dependencies) : addToGradle(buildFile, text, dependencies);
}

function setUpEdits(file: string, packageName: string, model: Model, read: (path: string) => string | undefined): readonly Edit[] | undefined {
  if (isSetUp(file, model)) return [];
  const plan = planFor(file, model);
  const build = plan && read(plan.buildFile);
  const edits = plan && build !== undefined ? buildEdits(plan, build) : undefined;
  if (!plan || !edits) return undefined;
  return [
    ...edits,
    { do: 'create', path: `${dirname(file)}/ShedLockConfig.java`, text: lockConfiguration(packageName, plan), ifExists: 'refuse' },
    ...(plan.table === undefined ? [] : [{ do: 'create', path: plan.table, text: lockTable(), ifExists: 'refuse' } as const]),
  ];
}

/** `@SchedulerLock` below the annotation that schedules, or behind it on the same line. */
function annotationEdit(file: string, text: string, { end, name, holding }: Lockable, start: number): Edit {
  const indent = /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', start - 1) + 1))?.[0] ?? '';
  const separator = /^[ \t]*\r?\n/.test(text.slice(end)) ? `${lineEnding(text)}${indent}` : ' ';
  return { do: 'replace', file, span: { start: end, end }, text: `${separator}@SchedulerLock(name = "${name}", ${holding})` };
}

/** ShedLock on the method, with everything it takes: import, dependencies, configuration, and the table where locks are rows. */
export const shedLock: Fix = {
  key: 'shedlock',
  title: { en: 'Let one replica run it with ShedLock', ko: 'ShedLock으로 한 레플리카만 실행하게 하기' },
  safety: 'review',
  applies: ({ file, severity, data }, model) => severity !== 'info' && lockableOf(data) !== undefined && (isSetUp(file, model) || planFor(file, model) !== undefined),
  edits({ finding: { file, data }, text, model }) {
    const lockable = lockableOf(data);
    const now = text(file);
    if (!lockable || now === undefined || now.slice(lockable.end - lockable.source.length, lockable.end) !== lockable.source) return undefined;
    const setUp = setUpEdits(file, lockable.package, model, text);
    if (!setUp) return undefined;
    return [annotationEdit(file, now, lockable, lockable.end - lockable.source.length), ...addImport(file, now, 'net.javacrumbs.shedlock.spring.annotation.SchedulerLock'), ...setUp];
  },
};
