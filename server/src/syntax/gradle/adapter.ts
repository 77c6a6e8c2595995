import type { Span } from '../../base/text.js';
import type { GradleEntry, GradleFile } from '../../contract/nodes.js';
import type { Adapter, Parsed } from '../adapter.js';
import { readStatements, type Statement } from './statements.js';

/** Configurations that a dependency line begins with; anything else in `dependencies` is logic. */
const configuration = /^(?:add\s*\(\s*["'](?<added>\w+)["']|(?<plain>[a-z]\w*)\b)/;

function makes(kind: GradleEntry['kind'], statement: Statement, name: string, nameSpan: Span, value: string, valueSpan: Span, extra: Partial<GradleEntry> = {}): GradleEntry {
  return { kind, start: statement.start, end: statement.end, name, nameSpan, value, valueSpan, blocks: statement.blocks, ...extra };
}

function spanOf(statement: Statement, from: number, length: number): Span {
  return { start: statement.start + from, end: statement.start + from + length };
}

/** `id 'x' version 'y'`, `kotlin("jvm")`, `alias(libs.plugins.x)`, a bare `war`, and `apply plugin: 'x'`. */
function pluginOf(statement: Statement): GradleEntry | undefined {
  const { head, strings } = statement;
  const inPlugins = statement.blocks.at(-1)?.name === 'plugins';
  const applied = !/\bapply\s*\(?\s*false\b/.test(head);
  if (inPlugins) {
    const alias = /^alias\s*\(?\s*([\w.]+)/.exec(head);
    if (alias?.[1]) return makes('plugin', statement, alias[1], spanOf(statement, head.indexOf(alias[1]), alias[1].length), '', spanOf(statement, 0, head.length), { applied });
    const [id, version] = strings;
    if (id && /^(?:id|kotlin)\b/.test(head)) {
      const name = head.startsWith('kotlin') ? `org.jetbrains.kotlin.${id.value}` : id.value;
      return makes('plugin', statement, name, id.span, version?.value ?? '', version?.span ?? id.span, { applied });
    }
    const bare = /^`?([a-z][\w-]*)`?$/.exec(head);
    if (bare?.[1]) return makes('plugin', statement, bare[1], spanOf(statement, 0, head.length), '', spanOf(statement, 0, head.length), { applied });
    return undefined;
  }
  const [id] = strings;
  if (id && /^apply\s*\(?\s*plugin\s*[:=]/.test(head)) return makes('plugin', statement, id.value, id.span, '', id.span, { applied });
  return undefined;
}

/** Map notation: `group: 'g', name: 'n', version: 'v'`. */
function fromMap(statement: Statement): string | undefined {
  const part = (name: string): string | undefined => new RegExp(`\\b${name}\\s*[:=]\\s*["']([^"']*)["']`).exec(statement.head)?.[1];
  const group = part('group');
  const name = part('name');
  return group && name ? [group, name, part('version')].filter(Boolean).join(':') : undefined;
}

function dependenciesOf(statement: Statement): readonly GradleEntry[] {
  const match = configuration.exec(statement.head);
  const name = match?.groups?.['added'] ?? match?.groups?.['plain'];
  if (!name || /^(?:if|for|while|def|val|var|exclude|because|version|transitive|module|replacedBy|constraints|modules)$/.test(name)) return [];
  const nameSpan = spanOf(statement, statement.head.indexOf(name), name.length);
  const mapped = fromMap(statement);
  const whole = spanOf(statement, 0, statement.head.length);
  if (mapped) return [makes('dependency', statement, name, nameSpan, mapped, whole)];
  const project = /\bproject\s*\(/.test(statement.head);
  const strings = statement.strings.filter(({ value }) => (project ? value.startsWith(':') : /^[\w.${}-]+:[\w.${}-]+(?::[^:]*)*$/.test(value)));
  if (strings.length > 0) return strings.map(({ value, span }) => makes('dependency', statement, name, nameSpan, value, span));
  const catalog = /\b(libs(?:\.\w+)+)/.exec(statement.head)?.[1];
  return catalog ? [makes('dependency', statement, name, nameSpan, catalog, spanOf(statement, statement.head.indexOf(catalog), catalog.length))] : [];
}

/** `name = value`, `name value`, `name(value)`, `name.set(value)`; a leading `def`, `val` or `var` is dropped. */
function assignmentOf(statement: Statement): GradleEntry | undefined {
  const match = /^(?:def\s+|val\s+|var\s+)?([A-Za-z_][\w.]*?)(?:\.set)?(?:\["([^"]+)"\]|\['([^']+)'\])?\s*(?:=\s*|\(\s*|\s)(\S[^]*)$/.exec(statement.head);
  if (!match?.[1] || !match[4]) return undefined;
  const name = match[2] ?? match[3] ?? match[1];
  const [only] = statement.strings;
  const written = match[4].replace(/\)\s*$/, '').trim();
  const quoted = only && new RegExp(`^["']`).test(written) && statement.strings.length === 1;
  const at = statement.head.length - match[4].length;
  return makes('assignment', statement, name, spanOf(statement, statement.head.indexOf(match[1]), match[1].length), quoted ? only.value : written, quoted ? only.span : spanOf(statement, at, match[4].length));
}

function interpret(statement: Statement): readonly GradleEntry[] {
  const plugin = pluginOf(statement);
  if (plugin) return [plugin];
  if (statement.blocks.some(({ name }) => name === 'dependencies') && !statement.blocks.some(({ name }) => name === 'buildscript' || name === 'pluginManagement')) return dependenciesOf(statement);
  if (/^include\b(?!Build)/.test(statement.head)) return statement.strings.map(({ value, span }) => makes('include', statement, 'include', spanOf(statement, 0, 7), value, span));
  const assignment = assignmentOf(statement);
  return assignment ? [assignment] : [];
}

function read(text: string): GradleFile {
  const { statements, blocks } = readStatements(text);
  return { entries: statements.flatMap(interpret), blocks };
}

function parse(text: string): Parsed<'gradle'> {
  return {
    problems: [],
    visit(keys, each) {
      if (keys.has('file')) each('file', read(text));
    },
    dispose() {},
  };
}

/**
 * A text reader for Gradle scripts (Groovy and Kotlin DSL): it sees plugins, dependencies, included projects and plain
 * assignments with the blocks around them. It does not run the script: logic, loops and convention plugins stay unseen.
 */
export const gradleAdapter: Adapter<'gradle'> = { language: 'gradle', parse };

