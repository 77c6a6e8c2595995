import { factMatcher, type FactExtractor } from '../contract/rule.js';
import type { Model } from '../contract/workspace.js';
import { field, methodsOf, modifiers, nameOf, named, span } from '../syntax/java/ask.js';
import { hasWindows } from '../syntax/java/program.js';
import { attribute } from '../syntax/xml/ask.js';
import type {} from './entry-point.js';
import type {} from './java/web-descriptor.js';

declare module '../contract/workspace.js' {
  interface FactOf {
    /** What a module is started as when it is no server: code that a JVM loads beside another program, or a program with windows. */
    'program.kind': { readonly kind: 'agent' | 'desktop' };
  }
}

const agent = factMatcher({
  language: 'java',
  needles: [['java.lang.instrument', /\bstatic\s+void\s+premain\s*\(/]],
  on: {
    method_declaration(node, cx) {
      const name = field(node, 'name');
      const parameters = named(field(node, 'parameters') ?? node).length;
      if (name?.text === 'premain' && modifiers(node).has('static') && parameters >= 1 && parameters <= 2) cx.emit('program.kind', span(name), { kind: 'agent' });
    },
  },
});

const windowedMain = factMatcher({
  language: 'java',
  needles: [[/\bstatic\s+(?:final\s+)?void\s+main\s*\(/, /\bimport\s+(?:javax\.swing\.(?:\*|J[A-Z])|javafx\.(?:application|stage)\.|org\.eclipse\.swt\.)/]],
  on: {
    class_declaration(node, cx) {
      const name = field(node, 'name');
      if (name && node.parent?.type === 'program' && hasWindows(cx, node) && methodsOf(node).some((method) => nameOf(method) === 'main')) cx.emit('program.kind', span(name), { kind: 'desktop' });
    },
  },
});

/** `plugin.xml` of a program built on the Eclipse platform. */
const eclipse = factMatcher({
  language: 'xml',
  files: ['**/plugin.xml', 'plugin.xml'],
  needles: [['org.eclipse.ui.']],
  on: {
    extension(node, cx) {
      if (attribute(node, 'point')?.value.startsWith('org.eclipse.ui.') === true) cx.emit('program.kind', node.nameSpan, { kind: 'desktop' });
    },
  },
});

/** Programs that no replica of a server runs. */
export const programKindFacts: FactExtractor = { kinds: ['program.kind'], matchers: [agent, windowedMain, eclipse] };

/** What only a module has that answers requests. */
const serving = ['build.servlet-api', 'build.entry-point', 'web.descriptor'] as const;
const agentFolder = /(?:^|[-_.\/])agents?(?=[-_.\/]|$)/i;

/**
 * Whether a module runs on machines of its own instead of as replicas of a server: it is loaded into other programs or
 * has windows, and answers no requests itself. Where an application brings an agent, modules that are named so are parts
 * of it.
 */
export function isNoServer(model: Model, path: string): boolean {
  const kinds = model.factsFor('program.kind', path);
  const { dir, tool } = model.moduleOf(path);
  if (kinds.length === 0 || tool === undefined || serving.some((kind) => model.factsFor(kind, path).some((fact) => fact.module === dir))) return false;
  return kinds.some((fact) => fact.module === dir) || (agentFolder.test(dir) && kinds.some(({ value }) => value.kind === 'agent'));
}
