import type { Node } from 'ts-morph';
import { ts } from 'ts-morph';
import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { functionAround, functionsAround, lastName, nodesOf } from '../../../syntax/typescript/functions.js';
import { calledModule, type Origin } from '../../../syntax/typescript/modules.js';
import { isServing, spanOf } from '../../../syntax/typescript/server-code.js';
import { handlerAround, heldBy, runsAtLoad } from '../../../syntax/typescript/surroundings.js';

type Call = ts.CallExpression | ts.NewExpression;

/** Indexes in memory, by what makes them. */
const inMemory: Readonly<Record<string, RegExp>> = {
  minisearch: /^$/, flexsearch: /^(?:Index|Document|Worker|create)?$/, lunr: /^$/, 'elasticlunr': /^(?:Index)?$/, 'js-search': /^Search$/, '@orama/orama': /^create$/, '@lyrasearch/lyra': /^create$/, 'search-index': /^(?:SearchIndex)?$/,
};
/** Indexes in a folder or file, by what makes or opens them. */
const onDisk: Readonly<Record<string, RegExp>> = {
  'hnswlib-node': /^HierarchicalNSW$/, 'faiss-node': /^Index\w+$/, vectra: /^LocalIndex$/, '@lancedb/lancedb': /^connect$/, vectordb: /^connect$/,
};

function libraryOf({ module, path }: Origin): { readonly name: string; readonly disk: boolean } | undefined {
  if (Object.hasOwn(inMemory, module) && inMemory[module]?.test(path)) return { name: module, disk: false };
  return Object.hasOwn(onDisk, module) && onDisk[module]?.test(path) ? { name: module, disk: true } : undefined;
}

const adding = /^(?:add|addAll|addAllAsync|addAsync|addDoc|addDocument|addDocuments|insert|insertMultiple|update|updateDoc|upsertItem|insertItem|remove|removeAll|discard|replace|PUT|DELETE|addPoint|addItems?|writeIndex|write)$/;

/** Whether code that runs later changes the index under this name: methods of it, or functions of its library that take it. */
function changesLater(call: Call, name: string): boolean {
  const maker = functionAround(call);
  return nodesOf(call.getSourceFile()).some((each) => {
    if (!ts.isCallExpression(each) || !adding.test(lastName(each.expression)) || runsAtLoad(each)) return false;
    // What is added where the index is made belongs to its making.
    if (maker && functionsAround(each).includes(maker)) return false;
    const receiver = ts.isPropertyAccessExpression(each.expression) ? each.expression.expression.getText().replace(/^this\./, '') : '';
    return receiver === name || each.arguments[0]?.getText().replace(/^this\./, '') === name;
  });
}

function check(node: Node, cx: RuleFileContext): void {
  const call = node.compilerNode as Call;
  const origin = calledModule(cx, call);
  const library = origin && libraryOf(origin);
  if (!library || handlerAround(call) || !isServing(cx, node)) return;
  const remote = /^['"`](?:db|s3|gs|az|https?):/.test(call.arguments?.[0]?.getText() ?? '');
  const name = heldBy(call).replace(/^this\./, '');
  // An index that is only built while the program starts comes from what all replicas have.
  if (remote || name === '' || !(changesLater(call, name) || (library.disk && /connect$/.test(origin.path)))) return;
  cx.report({ at: spanOf(call.expression), say: library.disk ? 'python' : 'memory', args: { library: library.name }, cause: `index ${library.name}` });
}

/** Search libraries whose index a Node process keeps for itself and changes while it serves. */
export const nodeIndex = ruleMatcher({
  language: 'typescript',
  needles: [[/['"](?:minisearch|flexsearch|lunr|elasticlunr|js-search|@orama\/orama|@lyrasearch\/lyra|search-index|hnswlib-node|faiss-node|vectra|@lancedb\/lancedb|vectordb)['"]/]],
  on: { CallExpression: check, NewExpression: check },
});
