import { profileKind, runsForUsers } from '../config-file.js';
import { annotations, enclosingType, named, stringValue, type Annotation, type JavaNode } from './ask.js';

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

/** The property that a condition asks for; `undefined` when it does not say. */
function propertyOf(condition: Annotation | undefined): string | undefined {
  const [key] = condition ? ['name', 'value'].flatMap((part) => literals(condition.values.get(part))).map((written) => /\$\{([^:}]+)/.exec(written)?.[1] ?? written) : [];
  const prefix = stringValue(condition?.values.get('prefix'))?.replace(/\.$/, '');
  return key === undefined ? undefined : `${prefix === undefined ? '' : `${prefix}.`}${key}`;
}

/**
 * What has to be set for a class to be used at all: the property of its condition, or its profile as written.
 * `undefined` when nothing has: no condition, one that holds unless it is switched off, a profile that users meet.
 */
export function choiceOf(type: JavaNode): string | undefined {
  const all = annotations(type);
  const condition = all.find(({ name, values }) => name === 'ConditionalOnProperty' && values.get('matchIfMissing')?.text !== 'true');
  const profile = all.find(({ name }) => name === 'Profile')?.values.get('value');
  if (!profile || profile.text.includes('!') || literals(profile).some(runsForUsers)) return propertyOf(condition);
  return literals(profile).join(', ') || profile.text;
}

/** What the annotations of a declaration and of the type around it say: `@Profile`, `@ConditionalOnProperty`, `@ConditionalOnExpression`. */
export function switchOf(declaration: JavaNode): Switch {
  const type = enclosingType(declaration);
  const all = [...annotations(declaration), ...(type ? annotations(type) : [])];
  const profiles = all.filter(({ name }) => name === 'Profile').flatMap(({ values }) => literals(values.get('value')));
  if (profiles.length > 0 && profiles.every((profile) => ['development', 'test'].includes(profileKind(profile)))) return { never: true, setting: undefined };
  const condition = all.find(({ name }) => name === 'ConditionalOnProperty' || name === 'ConditionalOnExpression');
  const worker = profiles.find((profile) => workerProfile.test(profile));
  return { never: false, setting: propertyOf(condition) ?? worker };
}
