import type { FactExtractor, FactFileContext } from '../contract/rule.js';
import { factMatcher } from '../contract/rule.js';
import type { XmlElement } from '../contract/nodes.js';
import { isDeskOnly } from '../syntax/logging/documents.js';
import { logbackPart } from '../syntax/logging/included.js';
import type { Appender, LoggerSetup } from '../syntax/logging/setup.js';

/** An appender without its place, which the fact of its own has. */
export type NamedAppender = Omit<Appender, 'at'>;

/** What one Logback document says, so that a document and those it includes can be read as one. */
export interface LogbackDocument {
  /** `false` for an `<included>` document, which counts only where another one includes it. */
  readonly configures: boolean;
  readonly includes: readonly string[];
  readonly appenders: readonly NamedAppender[];
  readonly loggers: readonly LoggerSetup[];
  readonly bootConsole: boolean;
}

declare module '../contract/workspace.js' {
  interface FactOf {
    /** A Logback document that includes others or is there to be included. */
    'log.logback': LogbackDocument;
    /** A file appender in a document that is there to be included. */
    'log.included-file': { readonly name: string; readonly path: string };
  }
}

function emit(cx: FactFileContext, root: XmlElement): void {
  const part = isDeskOnly(cx.path) ? undefined : logbackPart(root);
  const configures = root.local.toLowerCase() === 'configuration';
  if (!part || (configures && part.includes.length === 0)) return;
  const appenders = part.appenders.map(({ name, kind, path, refs }) => ({ name, kind, path, refs }));
  cx.emit('log.logback', root.nameSpan, { configures, includes: part.includes, appenders, loggers: part.loggers, bootConsole: part.bootConsole });
  if (configures) return;
  for (const { name, kind, path, at } of part.appenders) {
    if (kind === 'file') cx.emit('log.included-file', at, { name, path });
  }
}

/** Logback configurations that are spread over several documents. */
export const logIncludedFacts: FactExtractor = {
  kinds: ['log.logback', 'log.included-file'],
  matchers: [
    factMatcher({
      language: 'xml', needles: [[/<included[\s>]/], [/<configuration[\s>]/, /<include\s+(?:optional="\w+"\s+)?(?:resource|file)\s*=/]],
      on: { configuration: (root, cx) => emit(cx, root), included: (root, cx) => emit(cx, root) },
    }),
  ],
};
