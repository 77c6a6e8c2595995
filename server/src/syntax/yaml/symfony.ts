import type { YamlDocument } from '../../contract/nodes.js';
import type { Edit, FixInput } from '../../contract/rule.js';
import { readStream } from './stream.js';
import { at, below, type YamlNode } from './ask.js';

/** Folders of Symfony's configuration, by the old and the new layout. */
export const symfonyFiles: readonly string[] = ['**/config/**/*.{yaml,yml}', '**/config*.{yaml,yml}'];

/** A part of a configuration file that counts in production. */
export interface SymfonyBlock {
  readonly node: YamlNode;
  /** Keys from the document to the block: [] or `when@prod`. */
  readonly path: readonly string[];
  /** Whether it counts in production alone, so that nothing is laid over it. */
  readonly own: boolean;
}

const notProduction = /(?:^|\/)packages\/(?:dev|test|local)\/|(?:^|\/)config(?:_|\/)?(?:dev|test|local)\.ya?ml$/;
const production = /(?:^|\/)packages\/prod\/|(?:^|\/)config_prod\.ya?ml$/;

/** The whole document, and what is set for production in it; nothing of files for development and tests. */
export function productionBlocks(path: string, { doc }: Pick<YamlDocument, 'doc'>): readonly SymfonyBlock[] {
  const whole = doc.contents;
  if (!whole || notProduction.test(path)) return [];
  const prod = at(doc, 'when@prod');
  return [{ node: whole, path: [], own: production.test(path) }, ...(prod ? [{ node: prod, path: ['when@prod'], own: true }] : [])];
}

/** The first value at a path that production sees: what is set for it alone comes before what holds everywhere. */
export function inProduction(path: string, document: Pick<YamlDocument, 'doc'>, ...keys: readonly string[]): YamlNode | undefined {
  return [...productionBlocks(path, document)].reverse().map(({ node }) => below(document.doc, node, ...keys)).find((node) => node !== undefined);
}

/** Edits that give Symfony's `.env` a variable that it does not have; none when there is no such file or it has it. */
export function environmentLine(text: FixInput['text'], name: string, value: string): readonly Edit[] {
  const now = text('.env');
  if (now === undefined || new RegExp(`^\\s*${name}=`, 'm').test(now)) return [];
  const end = now.endsWith('\n') || now === '' ? '' : now.includes('\r\n') ? '\r\n' : '\n';
  const line = now.includes('\r\n') ? '\r\n' : '\n';
  return [{ do: 'replace', file: '.env', span: { start: now.length, end: now.length }, text: `${end}${name}=${value}${line}` }];
}

/** The first document of a file as it reads now. */
export function firstDocument(text: string): Pick<YamlDocument, 'doc'> | undefined {
  return readStream(text).documents[0];
}
