import * as vscode from 'vscode';

/** One thing that a command may be meant for, as the server names it. */
export interface Choice {
  readonly label: string;
  readonly description: string;
  readonly target: string;
}

/** The server has to be told which one is meant. */
export interface Question {
  readonly question: string;
  readonly choose: readonly Choice[];
}

/** Asks what the server asked; `undefined` when the user turns away. */
export async function pick({ question, choose }: Question): Promise<string | undefined> {
  return (await vscode.window.showQuickPick([...choose], { placeHolder: question, matchOnDescription: true }))?.target;
}
