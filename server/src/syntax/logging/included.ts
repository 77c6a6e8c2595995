import type { XmlElement } from '../../contract/nodes.js';
import { attribute } from '../xml/ask.js';
import type { Appender, LoggerSetup } from './setup.js';
import { logbackParts, refsOf } from './xml.js';

/** What a Logback document adds to those that include it, or takes from those it includes. */
export interface LogbackPart {
  /** Path of each included document as written: a `resource` of the class path, or a `file`. */
  readonly includes: readonly string[];
  readonly appenders: readonly Appender[];
  readonly loggers: readonly LoggerSetup[];
  /** Whether Spring Boot's `base.xml` gives the root logger a console. */
  readonly bootConsole: boolean;
}

const bootBase = /org\/springframework\/boot\/logging\/logback\/base\.xml$/;

/** Reads a Logback `<configuration>` or `<included>` document from its outermost element; `undefined` for other documents and for Log4j 2. */
export function logbackPart(root: XmlElement): LogbackPart | undefined {
  const name = root.local.toLowerCase();
  if (root.parent || !['configuration', 'included'].includes(name) || root.children.some((part) => part.local.toLowerCase() === 'appenders')) return undefined;
  const { parts, appenders, loggers } = logbackParts(root);
  const paths = parts.filter((part) => part.local === 'include').flatMap((part) => attribute(part, 'resource')?.value ?? attribute(part, 'file')?.value ?? []);
  // Logback's access module has no loggers: its configuration names appenders itself, in a block for a profile as well.
  const direct = [root, ...parts.filter((part) => part.local === 'springProfile')].flatMap((part) => refsOf(part));
  return {
    includes: paths.filter((path) => !path.startsWith('org/springframework/boot/')),
    appenders,
    loggers: direct.length === 0 ? loggers : [...loggers, { root: true, additive: true, refs: direct }],
    bootConsole: paths.some((path) => bootBase.test(path)),
  };
}
