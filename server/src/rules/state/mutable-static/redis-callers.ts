import type { Model } from '../../../contract/workspace.js';
import { sourcePath } from '../../../syntax/java/names.js';
import { unchanging } from './redis-field.js';
import type { RedisMapPlan } from './redis-plan.js';

type Read = (path: string) => string | undefined;

/** Where tests are built from. */
const ofTests = /(?:^|\/)(?:src\/(?:\w*[tT]ests?|it)|tests?)\//;

/** Whether a file means the class when it writes its name: it is of the same package, or imports it. */
function means(text: string, { className, package: packageName }: RedisMapPlan): boolean {
  const full = packageName === '' ? className : `${packageName}.${className}`;
  return text.includes(full) || new RegExp(`^\\s*(?:package\\s+${packageName}|import\\s+${packageName}\\.\\*)\\s*;?\\s*$`, 'm').test(text);
}

/** Files that name classes for a framework to make: changes of Liquibase, services, beans. */
const naming = /\.(?:xml|ya?ml|properties|json|factories|imports)$|\/META-INF\/services\//;

/** Whether something else than code names the class, and may make objects of it without arguments. */
function isNamedOutsideCode({ className, package: packageName }: RedisMapPlan, model: Model, application: string, read: Read): boolean {
  const full = packageName === '' ? className : `${packageName}.${className}`;
  return model.files.some((path) => naming.test(path) && model.moduleOf(path).application === application && new RegExp(`(?<![\\w.])${full.replaceAll('.', '\\.')}(?![\\w.])`).test(read(path) ?? ''));
}

/**
 * Whether other code of the application makes objects of the class: 'tests' when only tests do, without arguments; 'no' when nobody
 * does; `undefined` when a class extends it, a file names it or someone makes it otherwise, so that its constructor cannot change.
 */
export function madeBy(plan: RedisMapPlan, file: string, model: Model, read: Read): 'tests' | 'no' | undefined {
  const { application } = model.moduleOf(file);
  const name = plan.className;
  const makes = new RegExp(`\\bnew\\s+(?:[\\w.]+\\.)?${name}\\s*\\(\\s*(\\))?|\\bextends\\s+(?:[\\w.]+\\.)?${name}\\b|\\b${name}\\s*::\\s*new\\b`, 'g');
  if (isNamedOutsideCode(plan, model, application, read)) return undefined;
  let tested = false;
  for (const path of model.files) {
    if (path === file || !/\.(?:java|kt|groovy)$/.test(path) || model.moduleOf(path).application !== application) continue;
    const text = read(path);
    if (text === undefined || !text.includes(name) || !means(text, plan)) continue;
    const made = [...text.matchAll(makes)];
    if (made.length === 0) continue;
    if (!ofTests.test(path) || made.some(([, closed]) => closed === undefined)) return undefined;
    tested = true;
  }
  return tested ? 'tests' : 'no';
}

const simple = unchanging.map((name) => name.slice(name.lastIndexOf('.') + 1)).join('|');
const component = new RegExp(`^(?:@\\w+\\s+)*(?:int|long|short|byte|char|boolean|double|float|${simple})\\s+\\w+$`);

/** Whether a source declares a type of which no object ever changes: an enumeration, or a record of plain values. */
function isUnchanging(text: string, name: string): boolean {
  if (new RegExp(`\\benum\\s+${name}\\b`).test(text)) return true;
  const components = new RegExp(`\\brecord\\s+${name}\\s*\\(([^()]*)\\)`).exec(text)?.[1];
  return components !== undefined && components.split(',').every((each) => component.test(each.trim()));
}

/** Whether all types of the application that the map holds never change, as their sources say. */
export function holdsUnchanging({ elsewhere }: RedisMapPlan, files: readonly string[], read: Read): boolean {
  return elsewhere.every((names) => names.some((name) => {
    const path = sourcePath(name);
    const file = files.find((each) => each === path || each.endsWith(`/${path}`));
    const text = file === undefined ? undefined : read(file);
    return text !== undefined && isUnchanging(text, name.slice(name.lastIndexOf('.') + 1));
  }));
}
