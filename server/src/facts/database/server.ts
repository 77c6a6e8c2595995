import type { Document } from 'yaml';
import type { Span } from '../../base/text.js';
import type { YamlDocument } from '../../contract/nodes.js';
import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { below, entries, items, pairOf, span, text, type YamlNode } from '../../syntax/yaml/ask.js';
import { resourcesOf } from '../kubernetes/document.js';
import { imageName } from '../kubernetes/image-name.js';

/** A database server that the workspace runs, or a configuration of one. The fact's place is the number, or else the image. */
export interface DatabaseServer {
  readonly engine: 'postgres' | 'mysql';
  /** Connections that it accepts. */
  readonly connections: number;
  /** `image`: nothing is said, so that the default of the image holds. */
  readonly from: 'argument' | 'environment' | 'file' | 'image';
  /** Name of the workload or the Compose service; absent for files. */
  readonly name?: string;
  readonly runs: 'kubernetes' | 'compose' | 'file';
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    'database.server': DatabaseServer;
  }
}

const defaults = { postgres: 100, mysql: 151 } as const;
const option = /max[_-]connections\s*[=: ]\s*["']?(\d+)/;

function engineOf(image: string | undefined): DatabaseServer['engine'] | undefined {
  const last = imageName(image)?.last ?? '';
  if (/^(?:postgres(?:ql)?|postgis|timescaledb|pgvector)$/.test(last)) return 'postgres';
  return /^(?:mysql|mysql-server|mariadb|percona(?:-server)?)$/.test(last) ? 'mysql' : undefined;
}

/** The words of a command that set the number, and where. */
function inWords(doc: Document.Parsed, node: YamlNode | undefined): { readonly connections: number; readonly at: Span } | undefined {
  const words = items(doc, node).length > 0 ? items(doc, node) : node ? [node] : [];
  for (const word of words) {
    const found = option.exec(text(word) ?? '');
    if (found) return { connections: Number(found[1]), at: span(word) };
  }
  return undefined;
}

/** Variables of Bitnami's images: a list of pairs in Kubernetes, a map or a list of texts in Compose. */
function inEnvironment(doc: Document.Parsed, node: YamlNode | undefined): { readonly connections: number; readonly at: Span } | undefined {
  const listed = items(doc, node).map((item) => ({ name: text(below(doc, item, 'name')), value: below(doc, item, 'value') }));
  const named = [...listed, ...entries(doc, node).map(({ key, value }) => ({ name: key, value }))].find(({ name }) => name === 'POSTGRESQL_MAX_CONNECTIONS');
  const connections = Number(text(named?.value) ?? 'none');
  return named?.value && Number.isInteger(connections) ? { connections, at: span(named.value) } : undefined;
}

function container(cx: FactFileContext, doc: Document.Parsed, node: YamlNode, name: string | undefined, runs: 'kubernetes' | 'compose'): void {
  const image = below(doc, node, 'image');
  const engine = engineOf(text(image));
  if (!image || !engine) return;
  const argument = ['args', 'command', 'entrypoint'].map((key) => inWords(doc, below(doc, node, key))).find((found) => found !== undefined);
  const variable = argument ? undefined : inEnvironment(doc, below(doc, node, 'env') ?? below(doc, node, 'environment'));
  const given = argument ?? variable;
  cx.emit('database.server', given?.at ?? span(image), {
    engine, connections: given?.connections ?? defaults[engine], from: argument ? 'argument' : variable ? 'environment' : 'image', ...(name === undefined ? {} : { name }), runs,
  });
}

function fromConfigMap(cx: FactFileContext, doc: Document.Parsed, node: YamlNode): void {
  for (const { key, keyNode, value } of entries(doc, below(doc, node, 'data'))) {
    const engine = /postgres/.test(key) ? 'postgres' : /\.cnf$/.test(key) ? 'mysql' : undefined;
    const found = engine && /^\s*max[_-]connections\s*[= ]\s*(\d+)/m.exec(text(value) ?? '');
    if (engine && found) cx.emit('database.server', span(keyNode), { engine, connections: Number(found[1]), from: 'file', runs: 'file' });
  }
}

function readDocument(document: YamlDocument, cx: FactFileContext): void {
  const { doc } = document;
  for (const { node, kind, templated } of resourcesOf(document)) {
    if (templated) continue;
    if (kind === 'ConfigMap') fromConfigMap(cx, doc, node);
    for (const each of items(doc, below(doc, node, 'spec', 'template', 'spec', 'containers'))) container(cx, doc, each, text(below(doc, node, 'metadata', 'name')), 'kubernetes');
  }
  if (pairOf(doc, doc.contents ?? undefined, 'services')) for (const { key, value } of entries(doc, below(doc, doc.contents ?? undefined, 'services'))) if (value) container(cx, doc, value, key, 'compose');
}

/** `database.server`: database servers with the connections that they accept. */
export const databaseServerFacts: FactExtractor = {
  kinds: ['database.server'],
  matchers: [
    factMatcher({ language: 'yaml', needles: [['image', /postg|mysql|mariadb|percona|timescale|pgvector/], ['ConfigMap', /max[_-]connections/]], on: { document: readDocument } }),
    factMatcher({
      language: 'lines', files: ['**/postgresql*.conf', '**/{my,mysqld,mariadb,server}*.{cnf,conf,cfg}'], needles: [[/max[_-]connections/]],
      on: {
        file(_node, cx) {
          const found = /^[ \t]*max[_-]connections[ \t]*[= ][ \t]*(\d+)/m.exec(cx.text);
          const start = found ? found.index + found[0].length - (found[1] ?? '').length : 0;
          if (found) cx.emit('database.server', { start, end: found.index + found[0].length }, { engine: /postgresql/.test(cx.path) ? 'postgres' : 'mysql', connections: Number(found[1]), from: 'file', runs: 'file' });
        },
      },
    }),
  ],
};
