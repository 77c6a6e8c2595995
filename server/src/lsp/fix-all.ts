import { CodeActionKind, type CodeAction } from 'vscode-languageserver/node';
import type { Edit } from '../contract/rule.js';
import { damagedFile, rawEdits } from './fix-edit.js';
import type { Folder } from './folder.js';
import { findingsAt, offersFor } from './offers.js';
import type { Session } from './session.js';
import { words } from './words.js';
import { toWorkspaceEdit } from './workspace-edit.js';

export const fixAllKind = `${CodeActionKind.SourceFixAll}.monolift`;

type Replacement = Extract<Edit, { do: 'replace' }>;

/** `source.fixAll.monolift`: all safe fixes of a document that change nothing but this document, as one edit. */
export function fixAllAction(session: Session, folder: Folder, path: string): readonly CodeAction[] {
  const taken: Replacement[] = [];
  for (const offer of offersFor(session, folder, findingsAt(folder, path))) {
    if (offer.fix.safety !== 'safe') continue;
    const edits = rawEdits(session, folder, offer)?.filter((edit): edit is Replacement => edit.do === 'replace' && edit.file === path);
    if (!edits || edits.length !== rawEdits(session, folder, offer)?.length) continue;
    const fresh = edits.filter((edit) => !taken.some((other) => isSame(edit, other)));
    // What meets an edit that is taken already waits for the next run.
    if (!fresh.some((edit) => taken.some((other) => meets(edit, other)))) taken.push(...fresh);
  }
  if (taken.length === 0 || damagedFile(folder, taken) !== undefined) return [];
  return [{ title: session.say(words.fixAll), kind: fixAllKind, edit: toWorkspaceEdit(session, folder, taken, undefined) }];
}

/** Two fixes may need the same line, an import for example. */
function isSame(a: Replacement, b: Replacement): boolean {
  return a.span.start === b.span.start && a.span.end === b.span.end && a.text === b.text;
}

function meets(a: Replacement, b: Replacement): boolean {
  return a.span.start < b.span.end && b.span.start < a.span.end || a.span.start === b.span.start;
}
