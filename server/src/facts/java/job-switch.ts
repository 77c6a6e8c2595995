import type { Finding } from '../../contract/finding.js';
import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import type { Fact } from '../../contract/workspace.js';
import { enclosingType, field, methodsOf, modifiers, nameOf, simpleName, span, type JavaNode } from '../../syntax/java/ask.js';
import { inheritedSwitch } from '../../syntax/java/job-switch.js';
import { supertypes } from '../../syntax/java/lifecycle.js';
import { fullName, possibleNames, sourcePath } from '../../syntax/java/names.js';
import { settingAskedBy } from '../../syntax/java/setting-behind.js';
import type {} from '../lookup.js';

/** A method that asks one setting and says whether this process is to do something. */
export interface SettingSwitch {
  /** Full name of the class that declares it. */
  readonly type: string;
  readonly method: string;
  /** Key of the setting. */
  readonly setting: string;
}

/** An inherited method that a job asks before it works. */
export interface AskedSwitch {
  /** Full names that the base class may have, by the imports of the file. */
  readonly types: readonly string[];
  readonly method: string;
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    'java.setting-switch': SettingSwitch;
  }
}

interface Once {
  once<T>(key: object, compute: () => T): T;
}

/** The inherited method that the body of a job asks before it works; `undefined` when it asks none. */
export function askedSwitch(cx: Once, body: JavaNode): AskedSwitch | undefined {
  const call = inheritedSwitch(body);
  const type = enclosingType(body);
  const [base] = type ? supertypes(type) : [];
  return call && base !== undefined ? { types: possibleNames(cx, call, base), method: nameOf(call) } : undefined;
}

/** Whether a fact is about the method that the job of a finding asks. */
export function isAskedSwitch(fact: Fact, finding: Finding): boolean {
  const asked = (finding.data as { readonly asked?: AskedSwitch } | null)?.asked;
  const { type, method } = fact.value as SettingSwitch;
  return asked?.method === method && asked.types.includes(type);
}

function job(node: JavaNode, cx: FactFileContext): void {
  const method = node.parent?.parent;
  const name = field(node, 'name');
  const body = method?.type === 'method_declaration' ? field(method, 'body') : undefined;
  if (!body || !name || !/^Schedule(?:d|s)?$/.test(simpleName(name.text))) return;
  for (const type of askedSwitch(cx, body)?.types ?? []) cx.emit('lookup', span(name), { path: sourcePath(type), wants: 'code' });
}

function switches(type: JavaNode, cx: FactFileContext): void {
  for (const method of type.parent?.type === 'program' ? methodsOf(type) : []) {
    const setting = modifiers(method).has('private') ? undefined : settingAskedBy(cx, method);
    const name = field(method, 'name');
    if (setting !== undefined && name) cx.emit('java.setting-switch', span(name), { type: fullName(cx, type), method: name.text, setting });
  }
}

/** Methods of base classes by which a setting decides whether scheduled methods work. */
export const jobSwitchFacts: FactExtractor = {
  kinds: ['java.setting-switch'],
  matchers: [
    factMatcher({ language: 'java', needles: [['Scheduled', 'extends'], ['Schedule', 'ejb', 'extends']], on: { annotation: job, marker_annotation: job } }),
    factMatcher({ language: 'java', needles: 'looked-up', on: { class_declaration: switches } }),
  ],
};
