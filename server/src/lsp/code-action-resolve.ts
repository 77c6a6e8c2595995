import type { CodeAction } from 'vscode-languageserver/node';
import type { ActionData } from './code-action.js';
import { editOfOffer } from './fix-edit.js';
import { findOffer } from './offers.js';
import type { Session } from './session.js';
import { words } from './words.js';

/** `codeAction/resolve`: the edits of the chosen fix, or a message when the code has moved on since it was offered. */
export function registerCodeActionResolve(session: Session): void {
  session.connection.onCodeActionResolve(async (action): Promise<CodeAction> => {
    const data = action.data as ActionData | undefined;
    const at = data && session.locate(data.uri);
    if (!data || !at) return action;
    await at.folder.settled();
    const offer = findOffer(session, at.folder, data.fingerprint, data.fix);
    const edit = offer ? editOfOffer(session, at.folder, offer) : { refused: session.say(words.stale) };
    if (!('refused' in edit)) return { ...action, edit };
    session.tell('warning', edit.refused);
    return action;
  });
}
