import type { XmlElement } from '../contract/nodes.js';
import { factMatcher, type FactExtractor, type FactFileContext } from '../contract/rule.js';
import { attribute } from '../syntax/xml/ask.js';

/** An INSERT of a MyBatis or iBATIS mapper for one class, at its element. */
export interface SqlInsert {
  /** Simple name, or alias, of the class whose objects it stores. */
  readonly type: string;
  /** Properties that it takes from the object; those that the database or a query fills in first are left out. */
  readonly takes: readonly string[];
}

declare module '../contract/workspace.js' {
  interface FactOf {
    'sql.insert': SqlInsert;
  }
}

function textOf(element: XmlElement): string {
  return [element.text, ...element.children.filter(({ local }) => local !== 'selectKey').map(textOf)].join(' ');
}

function has(element: XmlElement, local: string): boolean {
  return element.children.some((child) => child.local === local || has(child, local));
}

/** Properties that a key made by the database, or by a query before the statement, replaces. */
function replaced(element: XmlElement): readonly string[] {
  const generated = attribute(element, 'useGeneratedKeys')?.value === 'true' ? [attribute(element, 'keyProperty')?.value] : [];
  const queried = element.children.filter(({ local }) => local === 'selectKey').map((key) => attribute(key, 'keyProperty')?.value);
  return [...generated, ...queried].filter((name) => name !== undefined);
}

function insert(element: XmlElement, cx: FactFileContext): void {
  const type = (attribute(element, 'parameterType') ?? attribute(element, 'parameterClass'))?.value.replace(/^.*[.$]/, '');
  // What another statement brings in is not known here.
  if (type === undefined || has(element, 'include')) return;
  const filled = replaced(element);
  const taken = [...textOf(element).matchAll(/#\{\s*(?:\w+\.)?(\w+)|#(\w+)(?::\w+)?#/g)].map(([, ...names]) => names.find((name) => name !== undefined) ?? '');
  cx.emit('sql.insert', element.nameSpan, { type, takes: [...new Set(taken)].filter((name) => !filled.includes(name)) });
}

/** Statements of mappers that store new rows. */
export const sqlInsertFacts: FactExtractor = {
  kinds: ['sql.insert'],
  matchers: [factMatcher({ language: 'xml', needles: [['<insert', /\bparameter(?:Type|Class)\s*=/]], on: { insert } })],
};
