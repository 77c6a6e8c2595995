/** Texts in quotes, which are kept, and comments, which are not. */
const inCode = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
/** What is imported is used only where it is written once more; all of a class is imported by a wildcard. */
const importing = /^[ \t]*import\s+(?!static\b)[\w.]+\s*;/gm;

/** A file without what it does not say: comments, and in Java imports of classes. Any encoding that leaves ASCII alone will do, and places may move. */
export function said(path: string, text: string): string {
  const ending = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  if (/^(?:java|kt|groovy|scala)$/.test(ending)) {
    const code = text.replace(inCode, (found) => (found.startsWith('/') ? ' ' : found));
    return ending === 'java' ? code.replace(importing, '') : code;
  }
  if (ending === 'xml') return text.replace(/<!--[\s\S]*?-->/g, ' ');
  // What is a comment for the browser runs on the server all the same.
  if (/^(?:jspx?|jspf|tagx?)$/.test(ending)) return text.replace(/<%--[\s\S]*?--%>/g, ' ');
  return /^(?:properties|ya?ml|sh|env|conf|toml|ini|cfg)$/.test(ending) ? text.replace(/^[ \t]*#.*$/gm, '') : text;
}
