import type { TextTest } from '../../../contract/rule.js';

/** A module variable that begins as a table, one that may change, a field that begins as a table, a module inside a function. */
const moduleTable = /^(?:export\s+)?(?:const|let|var)\s+([\w$]+)[^\n]*?=\s*(?:new\s+(?:Map|Set|Array)\b|\[|\{|Object\.create\()/gm;
const moduleVariable = /^(?:export\s+)?(?:let|var)\s+([\w$]+)(?!\s*=\s*(?:require|await|function|async|new)\b)/gm;
const classTable = /(?:^|[{;])\s*(?:(?:static|private|protected|public|readonly|declare|override)\s+)*(?:this\.)?#?([\w$]+)\s*[!?]?(?::[^\n]*?)?=\s*(?:new\s+(?:Map|Set|Array)\b|\[|\{|Object\.create\()/gm;
const wrappedModule = /^[;!+(]+\s*(?:async\s+)?(?:function\b|\()/m;
/** Classes of which one object exists and whose tables other files may fill. */
const single = /@(?:Injectable|Controller|Resolver|WebSocketGateway|Service|singleton|JsonController|RestController)\b|\bgetInstance\b|\binstance\b|\bstatic\b|\bexport\s+(?:default|const\s+\w+(?:\s*:\s*\w+)?\s*=)\s+new\b|exports[.\w]*\s*=\s*new\b/;

/** Names that a text assigns, counts, fills or empties somewhere; each name once, so that one pass over the text answers for all. */
function changedNames(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  const changes = /(?<![\w$])([\w$]+)[!?]?(?:(?:\[[^\]\n]{0,120}\]|\.[\w$]+)*\s*(?:=(?![=>])|\+=|-=|\+\+|--|\|\|=|\?\?=)|(?:\[[^\]\n]{0,120}\])?[?!]?\s*\.\s*(?:set|add|push|unshift|append|enqueue)\()|(?:\+\+|--)([\w$]+)|\b(?:Object\.assign|_\.(?:extend|assign|merge))\(\s*(?:this\.)?([\w$]+)/g;
  for (const found of text.matchAll(changes)) {
    const name = found[1] ?? found[2] ?? found[3];
    // The declaration itself changes nothing.
    if (name !== undefined && !isDeclared(text, found.index)) names.add(name);
  }
  return names;
}

const declaring = /(?:^|[\s;{(])(?:const|let|var|static|private|protected|public|readonly|override)\s+#?$/;

function isDeclared(text: string, at: number): boolean {
  return declaring.test(text.slice(Math.max(0, at - 12), at));
}

function anyChanged(text: string, declared: RegExp): boolean {
  const names = [...text.matchAll(declared)].map((found) => found[1] ?? '');
  if (names.length === 0) return false;
  const changed = changedNames(text);
  return names.some((name) => changed.has(name));
}

/** Holds for texts that may keep something in a variable of the module or in an object that exists once, and that change it. */
export const changedState: TextTest = {
  source: 'a variable of the module, or a field of an object that exists once, that changes',
  shape: /^(?:export\s+)?(?:const|let|var)\s|\bclass\b|^[;!+(]/m,
  test: (text) => wrappedModule.test(text) || anyChanged(text, moduleTable) || anyChanged(text, moduleVariable)
    || (/\bclass\b/.test(text) && single.test(text) && new RegExp(classTable.source, 'm').test(text)),
};
