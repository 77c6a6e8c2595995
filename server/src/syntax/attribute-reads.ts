/**
 * Whether text reads an attribute of the HTTP session, told from the characters around the place where its name stands: pages
 * and most code are never parsed for it. Whatever cannot be told counts as a reader.
 */

/** A place in a text where a name stands, with as much of the text around it as tells. */
export interface Occurrence {
  readonly path: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** Characters that are looked at before and behind a name: what opens a piece of code in a page may stand far ahead of it. */
export const around = { before: 20_000, after: 600 } as const;
/** Characters that tell what a name is passed to. */
const near = 300;

/** Methods that hand out the names of all attributes: code that goes on to take their values reads each of them. */
const wholeSession: readonly string[] = ['getAttributeNames', 'getValueNames'];

/** Attributes that servers and libraries read under names of their own; `accessUser` is what eGovFrame's access control knows a user by. */
const ofFrameworks = /[.:/\s]|^(?:_|SPRING_|WW_|KAPTCHA|CKFinder|shiro|jcaptcha|accessUser$)/i;

/** Whether only code of the workspace itself may read an attribute of this name. */
export function isOwnAttribute(name: string): boolean {
  return /^[A-Za-z][\x21-\x7e]{2,}$/.test(name) && !ofFrameworks.test(name);
}

/** How code may put a name together from what it begins with: `"step_" + number`, `"step_%s"`, `"step_${number}"`. */
const ends = ['" +', '"+', "' +", "'+", '%s', '%d', '${', '".concat'] as const;

/** What code writes that reads the attribute: its name, a variable of Velocity, what hands out all names, beginnings of the name that it completes. */
export function namesOfReaders(name: string): readonly string[] {
  const beginnings = [...name.matchAll(/[_-]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Za-z])(?=\d)/g)].map(({ index, 0: mark }) => name.slice(0, index + mark.length));
  const built = [...new Set(beginnings)].filter((beginning) => beginning !== name && beginning !== '').flatMap((beginning) => ends.map((end) => beginning + end));
  return [name, `$${name}`, ...wholeSession, ...built];
}

const pages = /\.(?:jspx?|jspf|tagx?|x?html?)$/i;
const code = /\.(?:java|kts?|scala)$/i;
/** `session.cart`, `sessionScope['cart']`. */
const ofSession = /sess\w*(?:\(\w*\))?\s*(?:\.\s*|\[\s*["']?)$/i;
/** Calls and annotations that store under a name, or that name something else: a header, a parameter, a column. */
const otherCalls = new RegExp([
  String.raw`\b(?:setAttribute|setAttr|putValue|put|putIfAbsent|setSession(?:Attribute|Attr|Value)?|addAttribute|addFlashAttribute|addObject)\s*\(\s*(?:[\w.]+(?:\(\w*\))?\s*,\s*)?$`,
  String.raw`\b(?:[sg]etHeaders?|addHeader|get\w*Parameter(?:Values)?|[sa]\w*Parameter|queryParam|addCookie|\w*Cookie|\w*NameValuePair)\s*\(\s*(?:\w+\s*,\s*)?$`,
  String.raw`(?<![\w.])(?:params?|parameters?|(?!\w*[sS]ess)\w*[pP]aramMap|headers?)\s*\.\s*(?:get|remove|containsKey)\s*\(\s*$`,
  String.raw`@(?:RequestParam|RequestHeader|PathVariable|CookieValue|Column|Json\w*|Xml\w*|SerializedName|\w*Param)\s*\(\s*(?:(?:value|name)\s*=\s*)?$`,
].join('|'));
const removal = /\b(?:removeAttribute|removeValue)\s*\(\s*$/;
/** What some sessions hand out as they remove it is read. */
const taken = /(?:(?<![=!<>])=|\breturn|[(,])\s*(?:\([\w.<>?[\] ]+\)\s*)?[\w.]*(?:\(\w*\))?\s*\.\s*(?:removeAttribute|removeValue)\s*\(\s*$/;

function isOtherCall(before: string): boolean {
  const call = before.replace(/["']$/, '');
  return otherCalls.test(call) || (removal.test(call) && !taken.test(call));
}

const isConstant = /^[A-Z][A-Z0-9_]*$/;
/** A label or a part of an address: `"token: "`, `"&token="`. */
const label = /^\s*(?::|=(?!=))/;

function readsInCode(line: string, { before, after, name }: Occurrence): boolean {
  if (/'"'|'\\"'|"""/.test(line)) return true;
  const isQuoted = line.replace(/\\./g, '').split('"').length % 2 === 0;
  // A constant of an enumeration gives its name away; parameters and fields with a mark of a framework are read by their own names.
  if (!isQuoted) return isConstant.test(name) || /@\w*(?:Session|ModelAttribute|In\b)/.test(line);
  if (label.test(after)) return false;
  if (!line.endsWith('"')) return /[$#%]\{|[,;|]|sess/i.test(line) || /^\s*[,;|]/.test(after);
  return !isOtherCall(before.slice(-near));
}

const inExpression = /[$#%@]!?\{[^}]*$|\{[{%][^}]*$|\[[#@][^\]]*$|\$!?$/;
const inTag = /<[\w:/#@!][^<>]*$|=\s*(?:"[^"<]*|'[^'<]*)$/;
/** A variable or a field of a form that has the same name, a property of another object. */
const ofTag = /\b(?:var|property)\s*=\s*["']$|<(?:input|select|textarea|form|button|a|div|span|iframe|img|label|table|tr|td|li|ul)\b[^<>]*\s(?:name|id|for|class)\s*=\s*["']$/i;

function readsInPage(line: string, occurrence: Occurrence): boolean {
  const { before, path } = occurrence;
  const tail = before.slice(-near);
  if (before.lastIndexOf('<%--') > before.lastIndexOf('--%>')) return false;
  const opened = before.lastIndexOf('<%');
  if (opened > before.lastIndexOf('%>') && before[opened + 2] !== '@') return readsInCode(before.slice(Math.max(opened + 2, before.length - line.length)), occurrence);
  if (ofTag.test(tail) || isOtherCall(tail)) return false;
  return !pages.test(path) || inExpression.test(tail) || inTag.test(tail);
}

/** Code that passes on the values of all attributes, unless it only logs them or removes them. */
function readsAll({ before, after }: Occurrence): boolean {
  const rest = after.split(/\n\s*(?:@Override|public|protected|private)\b/, 1)[0] ?? '';
  return ofSession.test(before.slice(-near)) && /\b(?:getAttribute|getValue)\b/.test(rest) && /\.\s*(?:put|setAttribute|putValue|add|append|write)\s*\(/.test(rest);
}

/** Files that name columns, parameters and keys of their own: scripts of browsers, statements of SQL, reports, keys of settings. */
function isOwnMatter({ path, before, after }: Occurrence, line: string): boolean {
  switch (path.slice(path.lastIndexOf('.') + 1).toLowerCase()) {
    case 'js':
      return !/sess|[$#]\{|<%|getAttribute/i.test(line + after.slice(0, 40));
    case 'jrxml':
      return true;
    case 'xml':
      return /#\{?$/.test(before.slice(-2)) && /<(?:select|insert|update|delete|statement|procedure|sql|where|set|if|isNotEmpty|dynamic)\b/i.test(before);
    case 'properties':
      return !/[=:]/.test(line) && /^[\w.-]*\s*[=:]/.test(after);
    default:
      return false;
  }
}

/** Whether a place stands in the block of another one ahead of it: no brace closes that block in between. */
function isInBlockOf(between: string): boolean {
  let depth = 0;
  for (const [brace] of between.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\/\/[^\n]*|[$#]\{[^}\n]*\}/g, '').matchAll(/[{}]/g)) {
    depth += brace === '{' ? 1 : -1;
    if (depth < 0) return false;
  }
  return true;
}

/** What the name is asked of: `session` in `session.getAttribute("cart")`; '' for an expression of a page that looks in one scope after the other, `undefined` otherwise. */
function askedOf(tail: string): string | undefined {
  const asked = /([\w.]+(?:\(\w*\))?)\s*\.\s*(?:getAttribute|getValue)\s*\(\s*"$/.exec(tail)?.[1];
  if (asked !== undefined) return asked;
  return /[$#]\{[^}\n]*$/.test(tail) && !/[sS]cope/.test(tail.slice(tail.lastIndexOf('{'))) ? '' : undefined;
}

/** `session.setAttribute("key", key); return session.getAttribute("key");`, `request.setAttribute("key", key)` ahead of `${key}`: the place finds what the same request has put there. */
function readsOwnWrite({ before, name }: Occurrence): boolean {
  const asked = askedOf(before.slice(-near));
  if (asked === undefined || !/^\w+$/.test(name)) return false;
  const written = [...before.matchAll(new RegExp(String.raw`([\w.]+(?:\(\w*\))?)\s*\.\s*(?:setAttribute|putValue)\s*\(\s*"${name}"\s*,`, 'g'))];
  return written.some(({ index, 1: holder, 0: whole }) => (asked === '' ? /^(?:request|pageContext)$/.test(holder ?? '') : asked === holder) && isInBlockOf(before.slice(index + whole.length)));
}

/** Whether code or a page may read the attribute where its name stands. */
export function mayRead(occurrence: Occurrence): boolean {
  const { path, name, before } = occurrence;
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const isWholeLine = line.length < before.length || before.length < around.before;
  if (isWholeLine && /^\s*(?:\/\/|\*\s)/.test(line)) return false;
  if (wholeSession.includes(name)) return readsAll(occurrence);
  if (name.startsWith('$')) return !/\.(?:java|kts?|scala|jsp[fx]?|tagx?|js)$/i.test(path);
  if (readsOwnWrite(occurrence)) return false;
  const tail = before.slice(-near);
  if (ofSession.test(tail)) return true;
  if (ends.some((end) => name.endsWith(end))) return /["'`]$/.test(tail) && !isOtherCall(tail);
  // `params.cart` is a property of another object; constants give their names away as attributes.
  if (!isConstant.test(name) && /[\w)\]]\s*\??\.\s*$/.test(tail)) return false;
  if (isOwnMatter(occurrence, line)) return false;
  return code.test(path) ? readsInCode(line, occurrence) : readsInPage(line, occurrence);
}

/** Whether a text reads the attribute, but for the place where a constant gets its name. */
export function isReadIn(path: string, text: string, name: string, except?: number): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const end = at + name.length;
    if (at === except || /[\w$]/.test(text.charAt(at - 1)) || (/\w$/.test(name) && /[\w$]/.test(text.charAt(end)))) continue;
    if (mayRead({ path, name, before: text.slice(Math.max(0, at - around.before), at), after: text.slice(end, end + around.after) })) return true;
  }
  return false;
}
