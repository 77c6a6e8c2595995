import type { XmlElement } from '../../../contract/nodes.js';
import type { Edit, Fix } from '../../../contract/rule.js';
import { child } from '../../../syntax/xml/ask.js';
import { indentOf, insertAfter, insertBefore, readRoot, stepOf } from '../../../syntax/xml/edit.js';
import { lineEnding } from '../../../base/text.js';

/** What the DTDs of 2.2 and 2.3 want before the element; the schemas since 2.4 take any order. */
const before = ['icon', 'display-name', 'description', 'module-name'];

/** The element as a child of `web-app`, where every generation of the descriptor accepts it. */
function edit(file: string, text: string, webApp: XmlElement): Edit | undefined {
  const prefix = webApp.name.slice(0, webApp.name.length - webApp.local.length);
  const line = `<${prefix}distributable/>`;
  const behind = webApp.children.findIndex(({ local }) => !before.includes(local));
  const anchor = behind < 0 ? webApp.children.at(-1) : webApp.children[behind - 1];
  if (anchor) return insertAfter(file, text, anchor, [line]);
  const [first] = webApp.children;
  if (first) return insertBefore(file, text, first, [line]);
  return emptied(file, text, webApp, line);
}

/** A descriptor that says nothing yet: `<web-app/>` or a start and an end tag. */
function emptied(file: string, text: string, webApp: XmlElement, line: string): Edit | undefined {
  const { openTag, name } = webApp;
  const eol = lineEnding(text);
  const inner = `${eol}${indentOf(text, webApp)}${stepOf(text, webApp)}${line}${eol}`;
  if (text.slice(openTag.end - 2, openTag.end) === '/>') return { do: 'replace', file, span: { start: openTag.end - 2, end: openTag.end }, text: `>${inner}</${name}>` };
  return webApp.closed ? { do: 'replace', file, span: { start: openTag.end, end: openTag.end }, text: inner.slice(0, -eol.length) } : undefined;
}

/** Lets the server distribute the sessions; it may then refuse attributes that are not serializable. */
export const distributable: Fix = {
  key: 'distributable',
  title: { en: 'Add <distributable/>', ko: '<distributable/> 추가' },
  safety: 'review',
  edits({ finding, text }) {
    const current = text(finding.file);
    const webApp = current === undefined ? undefined : readRoot(current);
    if (current === undefined || webApp?.local !== 'web-app' || child(webApp, 'distributable')) return undefined;
    const added = edit(finding.file, current, webApp);
    return added && [added];
  },
};
