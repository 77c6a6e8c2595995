import { lineEnding } from '../../base/text.js';
import type { XmlElement } from '../../contract/nodes.js';
import type { Edit } from '../../contract/rule.js';
import { xmlAdapter } from './adapter.js';
import { child, children, childText, descend } from './ask.js';

/** The root element of an XML text; `undefined` when there is none or the text is broken. */
export function readRoot(text: string): XmlElement | undefined {
  const parsed = xmlAdapter.parse(text, '');
  const roots: XmlElement[] = [];
  parsed.visit(new Set(['*']), (_key, element) => {
    if (!element.parent) roots.push(element);
  });
  return parsed.problems.length === 0 && roots.length === 1 ? roots[0] : undefined;
}

/** White space before the element on its own line; what the line begins with when something stands before it. */
export function indentOf(text: string, element: XmlElement): string {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', element.start - 1) + 1, element.start))?.[0] ?? '';
}

/** One step of indentation as the children of an element are written. */
export function stepOf(text: string, element: XmlElement): string {
  const first = element.children[0];
  if (!first) return '    ';
  const inner = indentOf(text, first);
  const outer = indentOf(text, element);
  return inner.startsWith(outer) && inner.length > outer.length ? inner.slice(outer.length) : '    ';
}

function replace(file: string, start: number, end: number, text: string): Edit {
  return { do: 'replace', file, span: { start, end }, text };
}

/** Lines placed before an element that begins its line, indented like it. */
export function insertBefore(file: string, text: string, element: XmlElement, lines: readonly string[]): Edit {
  const indent = indentOf(text, element);
  const start = element.start - indent.length;
  const eol = lineEnding(text);
  return replace(file, start, start, lines.map((line) => `${line === '' ? '' : indent + line}${eol}`).join(''));
}

/** Lines placed behind an element, indented like it. */
export function insertAfter(file: string, text: string, element: XmlElement, lines: readonly string[]): Edit {
  const indent = indentOf(text, element);
  const eol = lineEnding(text);
  return replace(file, element.end, element.end, lines.map((line) => `${eol}${line === '' ? '' : indent + line}`).join(''));
}

/** Lines added as the last children of an element; `undefined` for an element without an end tag. */
export function appendTo(file: string, text: string, parent: XmlElement, lines: readonly string[]): Edit | undefined {
  const last = parent.children.at(-1);
  if (last) return insertAfter(file, text, last, lines);
  const closing = text.lastIndexOf('</', parent.end);
  if (!parent.closed || closing < parent.openTag.end) return undefined;
  const outer = indentOf(text, parent);
  const eol = lineEnding(text);
  return replace(file, parent.openTag.end, closing, `${lines.map((line) => `${eol}${outer}    ${line}`).join('')}${eol}${outer}`);
}

/** Takes an element away, with its lines and an empty one before them when nothing else stands there. */
export function removeElement(file: string, text: string, element: XmlElement): Edit {
  const before = /(?:\r?\n[ \t]*){1,2}$/.exec(text.slice(0, element.start))?.[0] ?? '';
  const alone = before !== '' && /^[ \t]*(?:\r?\n|$)/.test(text.slice(element.end));
  return replace(file, element.start - (alone ? before.length : 0), element.end, '');
}

/** Maven coordinates of a dependency to add; no version when the build manages it. */
export interface Coordinates {
  readonly group: string;
  readonly artifact: string;
  readonly version?: string;
}

function isDependency(element: XmlElement, { group, artifact }: Coordinates): boolean {
  return childText(element, 'groupId') === group && childText(element, 'artifactId') === artifact;
}

function dependencyLines(step: string, { group, artifact, version }: Coordinates): readonly string[] {
  const inner = [`<groupId>${group}</groupId>`, `<artifactId>${artifact}</artifactId>`, ...(version === undefined ? [] : [`<version>${version}</version>`])];
  return ['<dependency>', ...inner.map((line) => `${step}${line}`), '</dependency>'];
}

/**
 * Adds dependencies to a POM, behind the last one that is neither provided nor for tests. What is already there is left
 * alone: no edits when nothing is missing, `undefined` when the text is no POM.
 */
export function addDependencies(file: string, text: string, wanted: readonly Coordinates[]): readonly Edit[] | undefined {
  const project = readRoot(text);
  if (!project || project.local !== 'project') return undefined;
  const list = child(project, 'dependencies');
  const present = list ? children(list, 'dependency') : [];
  const missing = wanted.filter((coordinates) => !present.some((element) => isDependency(element, coordinates)));
  if (missing.length === 0) return [];
  if (!list) {
    const anchor = descend(project, 'dependencyManagement') ?? child(project, 'properties') ?? project.children.at(-1);
    const step = stepOf(text, project);
    return anchor && [insertAfter(file, text, anchor, ['', '<dependencies>', ...missing.flatMap((each) => dependencyLines(step, each)).map((line) => `${step}${line}`), '</dependencies>'])];
  }
  const step = stepOf(text, present[0] ?? list);
  const lines = missing.flatMap((each) => dependencyLines(step, each));
  const anchor = present.filter((element) => !/^(?:test|provided)$/.test(childText(element, 'scope') ?? '')).at(-1) ?? present.at(-1);
  const edit = anchor ? insertAfter(file, text, anchor, lines) : appendTo(file, text, list, lines);
  return edit && [edit];
}

/**
 * Lets a POM take versions from a bill of materials, under a comment that says why. No edits when it names that one already,
 * `undefined` when the text is no POM with dependencies.
 */
export function importBom(file: string, text: string, bom: Coordinates, why: string): readonly Edit[] | undefined {
  const project = readRoot(text);
  const list = project?.local === 'project' ? child(project, 'dependencies') : undefined;
  if (!project || !list) return undefined;
  const managed = descend(project, 'dependencyManagement', 'dependencies');
  if (managed && children(managed, 'dependency').some((element) => isDependency(element, bom))) return [];
  const step = stepOf(text, project);
  const [open = '', ...rest] = dependencyLines(step, bom);
  const lines = [`<!-- ${why} -->`, open, ...rest.slice(0, -1), `${step}<type>pom</type>`, `${step}<scope>import</scope>`, '</dependency>'];
  if (managed) {
    const first = managed.children[0];
    const edit = first ? insertBefore(file, text, first, lines) : appendTo(file, text, managed, lines);
    return edit && [edit];
  }
  const block = ['<dependencyManagement>', `${step}<dependencies>`, ...lines.map((line) => `${step}${step}${line}`), `${step}</dependencies>`, '</dependencyManagement>', ''];
  return [insertBefore(file, text, list, block)];
}
