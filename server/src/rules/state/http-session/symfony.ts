import { ruleMatcher } from '../../../contract/rule.js';
import { below, pairOf, span, text, type YamlNode } from '../../../syntax/yaml/ask.js';
import { productionBlocks, symfonyFiles } from '../../../syntax/yaml/symfony.js';
import type { YamlDocument } from '../../../contract/nodes.js';
import type { RuleFileContext } from '../../../contract/rule.js';

function check({ doc }: YamlDocument, framework: YamlNode | undefined, cx: RuleFileContext): void {
  const pair = pairOf(doc, framework, 'session');
  const session = pair?.value ?? undefined;
  if (!pair || text(session) === 'false' || text(below(doc, session, 'enabled')) === 'false') return;
  const storage = text(below(doc, session, 'storage_factory_id')) ?? '';
  if (/mock|redis|pdo|memcached/.test(storage)) return;
  const handler = pairOf(doc, session, 'handler_id');
  const named = text(handler?.value ?? undefined);
  const builtIn = handler === undefined || named === undefined || named === '' || named === 'null' || named === '~';
  const local = named !== undefined && /^(?:session\.handler\.native_file|file:\/\/.*)$/.test(named);
  if (!builtIn && !local) return;
  cx.report({
    at: span((handler ?? pair).key), say: local ? 'fileStore' : 'dependingFileStore', severity: local ? 'error' : 'warning', confidence: local ? 'high' : 'medium', cause: 'php-session',
    args: { library: 'Symfony', setting: 'framework.session.handler_id', value: named ?? 'null' },
  });
}

/** Sessions of Symfony: without a handler PHP's own is used, which keeps files. */
export const symfonySession = ruleMatcher({
  language: 'yaml',
  files: symfonyFiles,
  needles: [['framework', 'session']],
  on: {
    document(node, cx) {
      for (const block of productionBlocks(cx.path, node)) check(node, below(node.doc, block.node, 'framework'), cx);
    },
  },
});
