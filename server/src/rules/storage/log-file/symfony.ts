import type { Fix, RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import type { YamlDocument } from '../../../contract/nodes.js';
import { below, entries, pairOf, span, text, type YamlNode } from '../../../syntax/yaml/ask.js';
import { productionBlocks, symfonyFiles } from '../../../syntax/yaml/symfony.js';

const toFile = /^(?:stream|rotating_file)$/;
/** Handlers that get the log off the pod as well. */
const elsewhere = /^(?:syslog|syslogudp|gelf|socket|elasticsearch|elastica|elastic_search|logentries|loggly|insightops|amqp|mongo|redis|raven|sentry|newrelic|cube|error_log)$/;

interface Handler {
  readonly name: string;
  readonly type: string;
  readonly path: string;
  readonly at: YamlNode;
  readonly channels: boolean;
}

function handlersIn({ doc }: YamlDocument, block: YamlNode): readonly Handler[] {
  return entries(doc, below(doc, block, 'monolog', 'handlers')).flatMap(({ key, keyNode, value }) => {
    const type = text(below(doc, value, 'type')) ?? '';
    const path = pairOf(doc, value, 'path');
    return [{ name: key, type, path: text(path?.value ?? undefined) ?? '', at: path?.value ?? keyNode, channels: below(doc, value, 'channels') !== undefined }];
  });
}

function isStream({ type, path }: Handler): boolean {
  return elsewhere.test(type) || (type === 'stream' && /php:\/\/(?:std(?:err|out)|output)|\/dev\/std|\/proc\/self\/fd/.test(path));
}

function check(document: YamlDocument, cx: RuleFileContext): void {
  const blocks = productionBlocks(cx.path, document).map((block) => ({ ...block, handlers: handlersIn(document, block.node) }));
  const names = new Set(blocks.filter(({ own }) => own).flatMap(({ handlers }) => handlers.map(({ name }) => name)));
  const all = blocks.flatMap(({ own, handlers }) => handlers.filter(({ name }) => own || !names.has(name)).map((handler) => ({ ...handler, own })));
  // A variable may name the stream; a handler of its own for some channels beside the main one is told like any other.
  const files = all.filter(({ type, path }) => toFile.test(type) && path !== '' && !/php:\/\/|\/dev\/|\/proc\/|%env\(/.test(path));
  const [first] = files;
  if (!first) return;
  const onConsole = all.some((handler) => isStream(handler) && !handler.channels);
  cx.report({
    at: span(first.at), say: 'file', args: { file: first.path }, severity: onConsole ? 'info' : 'warning', confidence: first.own ? 'high' : 'medium', cause: 'php-log',
    also: files.slice(1).map((handler) => ({ at: span(handler.at), say: 'file', args: { file: handler.path } })), data: { symfony: onConsole ? '' : first.type },
  });
}

/** Monolog's handlers of Symfony that write to files in production. */
export const symfonyLogs = ruleMatcher({
  language: 'yaml', files: symfonyFiles, needles: [['monolog', 'handlers', /\btype:\s*['"]?(?:stream|rotating_file)/]],
  on: { document: check },
});

/** The handler writes to standard error instead; one that rotates becomes a plain stream. */
export const symfonyStderr: Fix = {
  key: 'symfony-stderr',
  title: { en: 'Log to standard error (Monolog)', ko: '표준 오류로 로그 출력(Monolog)' },
  safety: 'review',
  applies: ({ data }) => (data as { readonly symfony?: string } | null)?.symfony === 'stream',
  edits({ finding, text: read }) {
    const written = read(finding.file)?.slice(finding.range.start, finding.range.end);
    return written === undefined || /php:/.test(written) ? undefined : [{ do: 'replace', file: finding.file, span: finding.range, text: '"php://stderr"' }];
  },
};
