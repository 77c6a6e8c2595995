import { ts, type Node } from 'ts-morph';
import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { functionName, isFunction, nodesOfKinds, walk } from '../../syntax/typescript/functions.js';
import { calledModule, literalOf, propertyOf } from '../../syntax/typescript/modules.js';
import { judgeOption } from '../../syntax/typescript/options.js';
import { isCommandLine, isDevelopmentOnly } from '../../syntax/typescript/surroundings.js';

/** Something that Next.js is asked to keep between requests. */
export interface NextCached {
  /** As the reader would search for it: `unstable_cache`, `fetch`, `'use cache'`. */
  readonly via: string;
  /** Whether entries carry tags by which they can be dropped. */
  readonly tagged: boolean;
  /** Whether entries are made again after a time of their own. */
  readonly ages: boolean;
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    'next.cached': NextCached;
    /** Code that drops entries of the cache while the application serves. */
    'next.dropped': { readonly call: string; readonly by: 'tag' | 'path' };
    /** What the configuration of Next.js names as keeper of its cache; `setting` decides whether there is one, '' when none does. */
    'next.cache-handler': { readonly setting: string };
  }
}

function spanOf(node: ts.Node): { start: number; end: number } {
  return { start: node.getStart(), end: node.getEnd() };
}

/** A number of seconds, written down; not `0`, which caches nothing, nor `false`, which keeps for good. */
function isTime(value: ts.Expression | undefined): boolean {
  return value !== undefined && !/^(?:0|false|undefined|null|Infinity)$/.test(value.getText());
}

function isGiven(value: ts.Expression | undefined): boolean {
  return value !== undefined && !/^(?:undefined|null|\[\s*\])$/.test(value.getText());
}

/** `fetch(url, { next: { revalidate: 60, tags: ['products'] } })`, and `unstable_cache(read, keys, { … })`. */
function ofOptions(cx: FactFileContext, token: ts.Node, via: string, options: ts.ObjectLiteralExpression | undefined): void {
  const revalidate = options && propertyOf(options, 'revalidate');
  if (revalidate?.getText() === '0') return;
  cx.emit('next.cached', spanOf(token), { via, tagged: isGiven(options && propertyOf(options, 'tags')), ages: isTime(revalidate) });
}

function onFetch(call: ts.CallExpression, cx: FactFileContext): void {
  const options = literalOf(call.arguments[1]);
  const next = options && literalOf(propertyOf(options, 'next'));
  if (next && (propertyOf(next, 'revalidate') ?? propertyOf(next, 'tags'))) ofOptions(cx, call.expression, 'fetch', next);
}

/** `res.revalidate('/orders/1')` of an API route. */
function onRevalidate(call: ts.CallExpression, cx: FactFileContext): void {
  const callee = call.expression;
  if (!/(?:^|\/)pages\/api\//.test(cx.path) || !ts.isPropertyAccessExpression(callee) || callee.name.text !== 'revalidate' || !/^_?res(?:ponse)?$/.test(callee.expression.getText())) return;
  cx.emit('next.dropped', spanOf(callee.name), { call: callee.getText(), by: 'path' });
}

function onCall(node: Node, cx: FactFileContext): void {
  const call = node.compilerNode as ts.CallExpression;
  if (isCommandLine(cx) || isDevelopmentOnly(call)) return;
  if (ts.isIdentifier(call.expression) && call.expression.text === 'fetch') return onFetch(call, cx);
  onRevalidate(call, cx);
  const origin = calledModule(cx, call);
  if (origin?.module !== 'next/cache') return;
  const token = ts.isPropertyAccessExpression(call.expression) ? call.expression.name : call.expression;
  if (origin.path === 'unstable_cache') ofOptions(cx, token, origin.path, literalOf(call.arguments[2]));
  else if (/^(?:unstable_)?cacheTag$/.test(origin.path)) cx.emit('next.cached', spanOf(token), { via: origin.path, tagged: true, ages: false });
  else if (/^(?:unstable_)?cacheLife$/.test(origin.path)) cx.emit('next.cached', spanOf(token), { via: origin.path, tagged: false, ages: true });
  else if (/^(?:unstable_)?(?:revalidateTag|updateTag|expireTag)$/.test(origin.path)) cx.emit('next.dropped', spanOf(token), { call: origin.path, by: 'tag' });
  else if (/^(?:unstable_)?(?:revalidatePath|expirePath)$/.test(origin.path)) cx.emit('next.dropped', spanOf(token), { call: origin.path, by: 'path' });
}

/** `export const revalidate = 60` of a page, and `revalidate: 60` that `getStaticProps` returns. */
function onPage(node: Node, cx: FactFileContext): void {
  const file = node.compilerNode as ts.SourceFile;
  for (const each of nodesOfKinds(file, ts.SyntaxKind.VariableDeclaration)) {
    if (ts.isVariableDeclaration(each) && each.name.getText() === 'revalidate' && ts.isSourceFile(each.parent.parent.parent) && isTime(each.initializer)) cx.emit('next.cached', spanOf(each.name), { via: 'revalidate', tagged: false, ages: true });
  }
  for (const each of nodesOfKinds(file, ts.SyntaxKind.FunctionDeclaration, ts.SyntaxKind.ArrowFunction)) {
    if (!isFunction(each) || functionName(each) !== 'getStaticProps' || !each.body) continue;
    walk(each.body, (inner) => {
      const found = ts.isPropertyAssignment(inner) && inner.name.getText() === 'revalidate' && isTime(inner.initializer);
      if (found) cx.emit('next.cached', spanOf(inner.name), { via: 'getStaticProps', tagged: false, ages: true });
      return found;
    });
  }
}

const handler = /^(?:cacheHandlers?|incrementalCacheHandlerPath)$/;

/** `cacheHandler: require.resolve('./cache-handler.js')`, anywhere in the configuration; a page that is exported beforehand has no cache either. */
function onConfig(node: Node, cx: FactFileContext): void {
  const property = node.compilerNode as ts.PropertyAssignment | ts.ShorthandPropertyAssignment;
  const name = property.name.getText();
  const value = ts.isPropertyAssignment(property) ? property.initializer : property.name;
  if (name === 'output' && /^['"]export['"]$/.test(value.getText())) cx.emit('next.cache-handler', spanOf(property.name), { setting: '' });
  if (!handler.test(name)) return;
  const inner = literalOf(value);
  const verdicts = inner ? inner.properties.flatMap((each) => (ts.isPropertyAssignment(each) ? [judgeOption(each.initializer)] : ['store' as const])) : [judgeOption(value)];
  const choice = verdicts.find((each) => each !== 'nothing' && each !== 'store');
  if (verdicts.includes('store')) cx.emit('next.cache-handler', spanOf(property.name), { setting: '' });
  else if (typeof choice === 'object') cx.emit('next.cache-handler', spanOf(property.name), { setting: choice.setting });
}

/** `next.cached`, `next.dropped`, `next.cache-handler`: see the kinds. */
export const nextCacheFacts: FactExtractor = {
  kinds: ['next.cached', 'next.dropped', 'next.cache-handler'],
  matchers: [
    factMatcher({ language: 'typescript', needles: [['next/cache'], ['fetch', /\bnext\s*:\s*\{[^}]{0,200}\b(?:revalidate|tags)\b/], ['res', 'revalidate', /\bres(?:ponse)?\.revalidate\(/]], on: { CallExpression: onCall } }),
    factMatcher({
      language: 'typescript', files: ['**/app/**/{page,layout,route,default}.{ts,tsx,js,jsx,mjs}', '**/pages/**/*.{ts,tsx,js,jsx}'],
      needles: [['revalidate', /\bexport\s+const\s+revalidate\s*=/], ['getStaticProps', 'revalidate']], on: { SourceFile: onPage },
    }),
    factMatcher({
      language: 'typescript', files: ['**/next.config.{js,mjs,cjs,ts,mts}'], needles: [['cacheHandler'], ['cacheHandlers'], ['incrementalCacheHandlerPath'], ['output', /['"]export['"]/]],
      on: { PropertyAssignment: onConfig, ShorthandPropertyAssignment: onConfig },
    }),
  ],
};
