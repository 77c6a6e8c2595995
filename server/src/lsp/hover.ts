import { MarkupKind, type Hover } from 'vscode-languageserver/node';
import type { Finding } from '../contract/finding.js';
import { say } from '../contract/words.js';
import { messageOf } from '../report/view.js';
import { docUri, whyOf } from './doc-page.js';
import type { Folder } from './folder.js';
import { findingsAt, offersFor } from './offers.js';
import { toRange } from './positions.js';
import type { Session } from './session.js';
import { words } from './words.js';

/** Related places that a hover lists; the diagnostic carries them all. */
const shownRelated = 5;

/** `textDocument/hover` on a finding: why it matters, what it rests on, what would clear it, which fixes there are. */
export function registerHover(session: Session): void {
  session.connection.onHover(async ({ textDocument, position }): Promise<Hover | null> => {
    const at = session.locate(textDocument.uri);
    if (!at || !session.enabled) return null;
    await at.folder.settled();
    const findings = findingsAt(at.folder, at.path, { start: position, end: position });
    const [first] = findings;
    if (!first) return null;
    const text = findings.map((finding) => describe(session, at.folder, finding)).join('\n\n---\n\n');
    return { contents: { kind: session.client.markdown ? MarkupKind.Markdown : MarkupKind.PlainText, value: session.client.markdown ? text : plain(text) }, range: toRange(first.range) };
  });
}

function describe(session: Session, folder: Folder, finding: Finding): string {
  const { locale, ruleset } = session;
  const rule = ruleset.byId.get(finding.rule);
  const lines = [`**${rule?.meta.title[locale] ?? finding.rule}** · \`${finding.rule}\``];
  const why = whyOf(finding.rule, locale);
  if (why !== undefined) lines.push(why);
  const list = (title: string, items: readonly string[]): void => {
    if (items.length > 0) lines.push(`**${title}**\n${items.map((item) => `- ${item}`).join('\n')}`);
  };
  list(session.say(words.loweredBy), (finding.clearedBy ?? []).map((place) => link(folder, place)));
  list(session.say(words.related), related(session, folder, finding));
  if (!finding.clearedBy) list(session.say(words.wouldClear), (rule?.clearing ?? []).map(({ what }) => what[locale]));
  list(session.say(words.fixes), offersFor(session, folder, [finding]).map(({ fix }) => fix.title[locale]));
  lines.push(`[${session.say(words.readMore)}](${docUri(finding.rule, locale)})`);
  return lines.join('\n\n');
}

function related(session: Session, folder: Folder, finding: Finding): readonly string[] {
  const { locale, ruleset } = session;
  const shown = finding.related.slice(0, shownRelated).map((place) => `${link(folder, place)} — ${messageOf({ rule: finding.rule, say: place.say, args: place.args }, ruleset, locale)}`);
  const hidden = finding.related.length - shown.length;
  return hidden > 0 ? [...shown, say(words.more, locale, { count: hidden })] : shown;
}

function link(folder: Folder, { file, range }: Pick<Finding, 'file' | 'range'>): string {
  return `[${file}:${range.startLine}](${folder.uriOf(file)}#L${range.startLine})`;
}

/** For clients that show hovers as they are. */
function plain(markdown: string): string {
  return markdown.replace(/\*\*|`/g, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
}
