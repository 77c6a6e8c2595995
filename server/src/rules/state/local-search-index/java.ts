import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { args, bareType, declarationOf, enclosingType, field, isType, methodsOf, modifiers, nameOf, simpleName, span, stringValue, type JavaNode } from '../../../syntax/java/ask.js';

const directories = ['FSDirectory', 'MMapDirectory', 'NIOFSDirectory', 'SimpleFSDirectory'];
const solr = ['org.apache.solr.client.solrj.embedded.EmbeddedSolrServer'];

const told = {};

/** One finding per class: opening the same index to read and to write is one design. */
function once(cx: RuleFileContext, at: JavaNode, report: (type: string) => void): void {
  const type = enclosingType(at);
  // A tool that is run by hand looks at an index; it does not serve from it.
  if (type && methodsOf(type).some((method) => nameOf(method) === 'main' && modifiers(method).has('static'))) return;
  const known = cx.once(told, () => new Set<string>());
  const name = type ? nameOf(type) : '';
  if (known.has(name)) return;
  known.add(name);
  report(name);
}

/** Whether the path is a temporary directory, so that the index is made anew by every process. */
function isTemporary(path: JavaNode | undefined): boolean {
  if (!path) return false;
  if (/createTemp(?:Directory|Dir)|java\.io\.tmpdir|TempDir/.test(path.text)) return true;
  const declared = path.type === 'identifier' ? declarationOf(path) : undefined;
  return declared?.value !== undefined && /createTemp(?:Directory|Dir)|java\.io\.tmpdir|TempDir/.test(declared.value.text);
}

function isLucene(cx: RuleFileContext, node: JavaNode, written: string): boolean {
  return directories.includes(simpleName(written)) && isType(cx, node, written, `org.apache.lucene.store.${simpleName(written)}`);
}

function directory(cx: RuleFileContext, at: JavaNode, path: JavaNode | undefined): void {
  once(cx, at, (type) => cx.report(isTemporary(path)
    ? { at: span(at), say: 'temporary', severity: 'info', args: { type }, data: { library: 'lucene' } }
    : { at: span(at), say: 'lucene', args: { type }, data: { library: 'lucene' } }));
}

const key = /hibernate\.search\.(?:backend\.directory\.type|[\w-]+\.directory_provider)$/;

/** Indexes of Lucene on the disk, Solr inside the process, and Hibernate Search set up in code. */
export const javaIndex = ruleMatcher({
  language: 'java',
  needles: [['org.apache.lucene.store', /\b(?:FSDirectory|MMapDirectory|NIOFSDirectory|SimpleFSDirectory)\b/], ['EmbeddedSolrServer'], [/hibernate\.search\.[\w.]*directory/]],
  on: {
    method_invocation(call, cx) {
      const object = field(call, 'object');
      if (object && nameOf(call) === 'open' && isLucene(cx, call, object.text)) directory(cx, object, args(call)[0]);
      const [name, value] = args(call);
      const setting = /^(?:put|setProperty|applySetting|set)$/.test(nameOf(call)) ? stringValue(name) : undefined;
      const text = stringValue(value);
      if (name && setting !== undefined && text !== undefined && key.test(setting) && /^(?:local-filesystem|filesystem)$/.test(text)) {
        cx.report({ at: span(name), say: 'setting', args: { setting, value: text }, cause: 'hibernate-search', data: { library: 'hibernate-search' } });
      }
    },
    object_creation_expression(creation, cx) {
      const type = field(creation, 'type');
      if (!type) return;
      const written = bareType(type);
      if (isLucene(cx, creation, written)) directory(cx, type, args(creation)[0]);
      else if (isType(cx, creation, written, ...solr)) once(cx, creation, (name) => cx.report({ at: span(type), say: 'solr', args: { type: name }, cause: 'solr', data: { library: 'solr' } }));
    },
  },
});
