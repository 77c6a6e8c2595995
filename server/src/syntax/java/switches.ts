import { profileKind } from '../config-file.js';
import { annotations, enclosingType, named, stringValue, type JavaNode } from './ask.js';

/** Whether a bean or method exists at all. */
export interface Switch {
  /** True when only development or test profiles have it. */
  readonly never: boolean;
  /** The property or profile that decides; `undefined` when nothing does. */
  readonly setting: string | undefined;
}

function literals(node: JavaNode | undefined): readonly string[] {
  if (!node) return [];
  const own = stringValue(node);
  return own === undefined ? named(node).flatMap(literals) : [own];
}

/** Profiles of pods that are there for such work; any other profile says where the application runs, not which replica. */
const workerProfile = /sched|batch|job|worker|cron/i;

/** What the annotations of a declaration and of the type around it say: `@Profile`, `@ConditionalOnProperty`, `@ConditionalOnExpression`. */
export function switchOf(declaration: JavaNode): Switch {
  const type = enclosingType(declaration);
  const all = [...annotations(declaration), ...(type ? annotations(type) : [])];
  const profiles = all.filter(({ name }) => name === 'Profile').flatMap(({ values }) => literals(values.get('value')));
  if (profiles.length > 0 && profiles.every((profile) => ['development', 'test'].includes(profileKind(profile)))) return { never: true, setting: undefined };
  const condition = all.find(({ name }) => name === 'ConditionalOnProperty' || name === 'ConditionalOnExpression');
  const keys = condition ? ['name', 'value'].flatMap((key) => literals(condition.values.get(key))).map((key) => /\$\{([^:}]+)/.exec(key)?.[1] ?? key) : [];
  const prefix = stringValue(condition?.values.get('prefix'))?.replace(/\.$/, '');
  const worker = profiles.find((profile) => workerProfile.test(profile));
  return { never: false, setting: keys[0] === undefined ? worker : `${prefix === undefined ? '' : `${prefix}.`}${keys[0]}` };
}
