import { CodeActionKind, type CodeAction, type CodeActionParams } from 'vscode-languageserver/node';
import { fixAllAction, fixAllKind } from './fix-all.js';
import { editOfOffer } from './fix-edit.js';
import type { Folder } from './folder.js';
import { findingsAt, offersFor, shownAs, type Offer } from './offers.js';
import type { Session } from './session.js';

/** What a code action carries until it is resolved. */
export interface ActionData {
  readonly uri: string;
  readonly fingerprint: string;
  readonly fix: string;
}

/** `textDocument/codeAction`: the fixes for the findings in a range. Their edits are computed when one is chosen. */
export function registerCodeAction(session: Session): void {
  session.connection.onCodeAction(async (params): Promise<CodeAction[]> => {
    const at = session.locate(params.textDocument.uri);
    if (!at || !session.client.quickFixes) return [];
    const { folder, path } = at;
    await folder.settled();
    const actions: CodeAction[] = [];
    if (wants(params, CodeActionKind.QuickFix)) {
      const offers = offersFor(session, folder, findingsAt(folder, path, params.range));
      actions.push(...offers.flatMap((offer) => toAction(session, folder, params, offer)));
    }
    if (params.context.only && wants(params, fixAllKind)) actions.push(...fixAllAction(session, folder, path));
    return actions;
  });
}

function wants({ context }: CodeActionParams, kind: string): boolean {
  return context.only === undefined || context.only.some((only) => only === '' || kind === only || kind.startsWith(`${only}.`));
}

function toAction(session: Session, folder: Folder, params: CodeActionParams, offer: Offer): CodeAction[] {
  const { finding, fix } = offer;
  const data: ActionData = { uri: params.textDocument.uri, fingerprint: finding.fingerprint, fix: fix.key };
  const action: CodeAction = {
    title: fix.title[session.locale],
    kind: CodeActionKind.QuickFix,
    diagnostics: shownAs(finding, params.context.diagnostics),
    ...(fix.safety === 'safe' ? { isPreferred: true } : {}),
  };
  if (session.client.lazyEdits) return [{ ...action, data }];
  const edit = editOfOffer(session, folder, offer);
  return 'refused' in edit ? [] : [{ ...action, edit }];
}
