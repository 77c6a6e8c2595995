/**
 * Pages of ASP.NET as C#: everything that is no code is replaced by white space of the same length, so that every node
 * stands where it stands in the page. Razor gives its `@{ … }` and `@functions { … }` blocks, Web Forms its `<% … %>` and
 * `<script runat="server">` blocks.
 */
export function codeOfPage(text: string, path: string): string {
  const keep = /\.(?:cshtml|razor)$/i.test(path) ? razorCode(text) : formCode(text);
  let out = '';
  let at = 0;
  for (const { start, end, ends } of keep) {
    if (start < at) continue;
    out += blank(text.slice(at, start)) + text.slice(start, end);
    at = end;
    if (ends) {
      out += ';';
      at = end + 1;
    }
  }
  return out + blank(text.slice(at));
}

interface Kept {
  readonly start: number;
  readonly end: number;
  /** The character behind it gives way to a semicolon, which ends the expression. */
  readonly ends?: boolean;
}

/** Whether a path is a page that holds C#. */
export function isPage(path: string): boolean {
  return /\.(?:cshtml|razor|aspx|ascx|asax|ashx|asmx|master)$/i.test(path);
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

/** Offset behind the brace that closes the one at `open`; literals and comments are passed over. */
function closing(text: string, open: number): number | undefined {
  const token = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)'|@"(?:[^"]|"")*"|\/\/[^\n]*|\/\*[^]*?\*\/|[{}]/g;
  token.lastIndex = open;
  let depth = 0;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    if (match[0] === '{') depth += 1;
    if (match[0] === '}' && --depth === 0) return match.index + 1;
  }
  return undefined;
}

function razorCode(text: string): readonly Kept[] {
  const found: Kept[] = [];
  const start = /@(?:(?:functions|code)\s*)?\{|@\*[^]*?\*@/g;
  for (let match = start.exec(text); match; match = start.exec(text)) {
    if (match[0].startsWith('@*')) continue;
    const open = match.index + match[0].length - 1;
    const end = closing(text, open);
    if (end === undefined) break;
    const members = match[0].length > 2;
    // Members of the page's class stand in a class of their own; statements in a block.
    if (!isMarkup(text.slice(open, end))) found.push(members ? { start: open + 1, end: end - 1 } : { start: open, end });
    start.lastIndex = end;
  }
  return found;
}

/** A block with elements in it is no C# any more. */
function isMarkup(block: string): boolean {
  return /^\s*<\/?[a-z][\w-]*[\s>/]|@:/im.test(block);
}

function formCode(text: string): readonly Kept[] {
  const found: Kept[] = [];
  const part = /<%--[^]*?(?:--%>|$)|<%@[^]*?%>|<%(?<sigil>[=:#$]?)(?<code>[^]*?)%>|<script\b[^>]*\brunat\s*=\s*["']server["'][^>]*>(?<script>[^]*?)<\/script>/gi;
  for (const match of text.matchAll(part)) {
    const code = match.groups?.['code'] ?? match.groups?.['script'];
    if (code === undefined || match.groups?.['sigil'] === '$') continue;
    const from = match.index + match[0].indexOf(code, 2);
    const expression = (match.groups?.['sigil'] ?? '') !== '';
    found.push({ start: from, end: from + code.length, ...(expression && code.trim() !== '' ? { ends: true } : {}) });
  }
  // A handler or a service is a directive followed by a class.
  if (found.length === 0 && /^\s*<%@\s*(?:WebHandler|WebService|Application)\b[^>]*Language\s*=\s*"C#"/i.test(text)) {
    const directive = text.indexOf('%>') + 2;
    return text.slice(directive).trim() === '' ? [] : [{ start: directive, end: text.length }];
  }
  return found;
}
