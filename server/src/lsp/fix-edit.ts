import type { WorkspaceEdit } from 'vscode-languageserver/node';
import { say } from '../contract/words.js';
import type { Edit } from '../contract/rule.js';
import { changedFiles, editsOf } from '../engine/fixes.js';
import type { Folder } from './folder.js';
import type { Offer } from './offers.js';
import type { Session } from './session.js';
import { words } from './words.js';
import { toWorkspaceEdit } from './workspace-edit.js';

/** Why there is no edit, for the user. */
export interface Refused {
  readonly refused: string;
}

/** The change that a fix makes now. What reaches beyond the file at hand, unless it is safe, is confirmed by the user. */
export function editOfOffer(session: Session, folder: Folder, { finding, fix }: Offer): WorkspaceEdit | Refused {
  const edits = rawEdits(session, folder, { finding, fix });
  if (!edits) return { refused: session.say(words.stale) };
  const harmed = damagedFile(folder, edits);
  if (harmed !== undefined) return { refused: say(words.encoding, session.locale, { file: harmed }) };
  const reachesOut = edits.some((edit) => edit.do === 'create' || edit.file !== finding.file);
  return toWorkspaceEdit(session, folder, edits, reachesOut && fix.safety === 'review' ? fix.title[session.locale] : undefined);
}

/** Edits of a fix that fit what the files say now; `undefined` when there are none or the fix failed. */
export function rawEdits(session: Session, folder: Folder, { finding, fix }: Offer): readonly Edit[] | undefined {
  const { conclusion, workspace } = folder;
  if (!conclusion) return undefined;
  const text = (path: string): string | undefined => workspace.text(path);
  try {
    const edits = editsOf(fix, finding, conclusion.model, text, session.locale);
    return edits && changedFiles(edits, text) ? edits : undefined;
  } catch (error) {
    session.failed(`fix ${fix.key} of ${finding.rule}`, error);
    return undefined;
  }
}

/** A file that the editor would read or write in the wrong encoding; `undefined` when there is none. */
export function damagedFile(folder: Folder, edits: readonly Edit[]): string | undefined {
  for (const edit of edits) {
    const path = edit.do === 'create' ? edit.path : edit.file;
    const damaged = folder.openPaths.has(path) ? folder.workspace.text(path)?.includes('\uFFFD') : !folder.disk.isUtf8(path);
    if (damaged) return path;
  }
  return undefined;
}
