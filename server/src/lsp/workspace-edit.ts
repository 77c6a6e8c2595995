import { TextDocumentEdit, type ChangeAnnotation, type CreateFile, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver/node';
import { LineMap } from '../base/text.js';
import type { Edit } from '../contract/rule.js';
import type { Folder } from './folder.js';
import { toRange } from './positions.js';
import type { Session } from './session.js';
import { words } from './words.js';

const start = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const annotationId = 'monolift';

/** Edits as one undoable change. `confirm` names the change for the client's preview; without it, the client just applies it. */
export function toWorkspaceEdit(session: Session, folder: Folder, edits: readonly Edit[], confirm: string | undefined): WorkspaceEdit {
  const byFile = textEdits(folder, edits);
  if (!session.client.documentChanges) {
    // Clients this simple create a file when they edit one that is not there.
    return { changes: Object.fromEntries([...byFile].map(([path, { changes }]) => [folder.uriOf(path), changes])) };
  }
  const annotated = confirm !== undefined && session.client.annotations;
  const mark = annotated ? { annotationId } : {};
  const annotation: ChangeAnnotation = { label: confirm ?? '', needsConfirmation: true, description: session.say(words.review) };
  const documentChanges = [...byFile].flatMap(([path, { created, changes }]) => {
    const uri = folder.uriOf(path);
    const create: CreateFile = { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: true }, ...mark };
    const version = session.documents.get(uri)?.version ?? null;
    const edit: TextDocumentEdit = { textDocument: { uri, version }, edits: changes.map((change) => ({ ...change, ...mark })) };
    return created && session.client.createFiles ? [create, edit] : [edit];
  });
  return { documentChanges, ...(annotated ? { changeAnnotations: { [annotationId]: annotation } } : {}) };
}

/** Changes per file, in the order of the edits; a file to create that exists already is replaced as a whole. */
function textEdits(folder: Folder, edits: readonly Edit[]): ReadonlyMap<string, { readonly created: boolean; readonly changes: TextEdit[] }> {
  const byFile = new Map<string, { readonly created: boolean; readonly changes: TextEdit[]; readonly lines: LineMap }>();
  for (const edit of edits) {
    const path = edit.do === 'create' ? edit.path : edit.file;
    const old = folder.workspace.text(path);
    const file = byFile.get(path) ?? { created: old === undefined, changes: [], lines: new LineMap(old ?? '') };
    byFile.set(path, file);
    const span = edit.do === 'create' ? { start: 0, end: old?.length ?? 0 } : edit.span;
    file.changes.push({ range: old === undefined ? start : toRange(file.lines.range(span)), newText: edit.text });
  }
  return byFile;
}
