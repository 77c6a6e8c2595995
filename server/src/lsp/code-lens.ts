import { CodeLensRefreshRequest, type CodeLens } from 'vscode-languageserver/node';
import { LineMap } from '../base/text.js';
import { say } from '../contract/words.js';
import { outlineOf } from '../laboratory/from-manifest.js';
import { autoscalersOf, type Autoscaler } from './autoscalers.js';
import type { Session } from './session.js';
import { words } from './words.js';

/** Command of the client that a lens runs; only a client that has it is offered lenses. */
export const simulateCommand = 'monolift.simulateAutoscaling';

/** `textDocument/codeLens`: above each autoscaler its bounds and how fast it reacts, which leads to its simulation. */
export function registerCodeLens(session: Session): void {
  session.connection.onCodeLens(async ({ textDocument }): Promise<CodeLens[] | null> => {
    const at = session.locate(textDocument.uri);
    if (!at || !session.enabled || !session.lenses) return null;
    await at.folder.settled();
    return autoscalersOf(session).filter(({ folder, fact }) => folder === at.folder && fact.file === at.path).flatMap((autoscaler) => lensOf(session, autoscaler) ?? []);
  });
}

/** Asks for lenses anew when what they say has changed: it comes from other files as well. */
export function refreshLenses(session: Session): void {
  if (!session.lenses || !session.client.refreshLenses) return;
  const shown = JSON.stringify(autoscalersOf(session).map(({ id, folder, fact }) => [id, folder.conclusion && outlineOf(folder.conclusion.model, fact)]));
  if (shown === session.shownLenses) return;
  session.shownLenses = shown;
  void session.connection.sendRequest(CodeLensRefreshRequest.type);
}

function lensOf({ locale }: Session, { id, folder, fact }: Autoscaler): CodeLens | undefined {
  const { conclusion, workspace } = folder;
  const outline = conclusion && outlineOf(conclusion.model, fact);
  if (!outline) return undefined;
  const { min, max, seconds } = outline;
  const title = seconds === undefined ? say(words.simulate, locale, { min, max }) : say(words.simulateReacts, locale, { min, max, seconds });
  const line = firstLine(workspace.text(fact.file) ?? '', fact.value.kindAt.startLine) - 1;
  return { range: { start: { line, character: 0 }, end: { line, character: 0 } }, command: { title, command: simulateCommand, arguments: [id] } };
}

/** The line at which an object begins, going up from its `kind` past the keys beside it. */
function firstLine(text: string, kindLine: number): number {
  const lines = new LineMap(text);
  let line = kindLine;
  while (line > 1 && /^[A-Za-z]/.test(lines.lineText(line)) && /^[A-Za-z]/.test(lines.lineText(line - 1))) line--;
  return line;
}
