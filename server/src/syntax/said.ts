/** Texts in quotes, which are kept, and comments, which are not. */
const inCode = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
/** What is imported is used only where it is written once more; all of a class is imported by a wildcard. */
const importing = /^[ \t]*import\s+(?!static\b)[\w.]+\s*;/gm;
/** A private method that bears no mark, so that nothing but the class itself calls it; the first group is its name. */
const privateMethod = /(?<=[;{}]\s*)(?:@SuppressWarnings\s*\([^)]*\)\s*)?private\s+(?:(?:static|final|synchronized)\s+)*[\w.<>[\],? ]+\s(\w+)\s*\([^()]*\)\s*(?:throws\s+[\w., ]+)?\{/g;

/** Where the block ends that begins at a brace; the end of the text where it does not. */
function endOfBlock(code: string, start: number): number {
  let depth = 0;
  for (const { 0: found, index } of code.slice(start).matchAll(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[{}]/g)) {
    depth += found === '{' ? 1 : found === '}' ? -1 : 0;
    if (depth === 0) return start + index + 1;
  }
  return code.length;
}

/** Code without the private methods that nothing in it calls. */
function withoutIdle(code: string): string {
  let rest = '';
  let from = 0;
  for (const { 0: head, 1: name = '', index } of code.matchAll(privateMethod)) {
    if (index < from || [...code.matchAll(new RegExp(`\\b${name}\\b`, 'g'))].length > 1) continue;
    rest += code.slice(from, index);
    from = endOfBlock(code, index + head.length - 1);
  }
  return rest + code.slice(from);
}

/** A file without what it does not say: comments, and in Java imports of classes and private methods that nothing calls. Any encoding that leaves ASCII alone will do, and places may move. */
export function said(path: string, text: string): string {
  const ending = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  if (/^(?:java|kt|groovy|scala)$/.test(ending)) {
    const code = text.replace(inCode, (found) => (found.startsWith('/') ? ' ' : found));
    return ending === 'java' ? withoutIdle(code.replace(importing, '')) : code;
  }
  if (ending === 'xml') return text.replace(/<!--[\s\S]*?-->/g, ' ');
  // What is a comment for the browser runs on the server all the same.
  if (/^(?:jspx?|jspf|tagx?)$/.test(ending)) return text.replace(/<%--[\s\S]*?--%>/g, ' ');
  return /^(?:properties|ya?ml|sh|env|conf|toml|ini|cfg)$/.test(ending) ? text.replace(/^[ \t]*#.*$/gm, '') : text;
}
