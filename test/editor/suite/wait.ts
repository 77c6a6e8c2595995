import * as vscode from 'vscode';

/** Long enough for a first scan on a slow machine; an event that comes earlier ends the wait at once. */
const DEFAULT_TIMEOUT_MS = 30_000;

interface Wait<T> {
  /** Completes "Waited in vain for …". */
  readonly what: string;
  /** Looked at now and after every event; `undefined` means not yet. */
  readonly probe: () => T | undefined;
  /** The events after which the answer may have changed. */
  readonly events: readonly vscode.Event<unknown>[];
  /** What to tell the reader about the state when the time is up. */
  readonly seen?: () => string;
  readonly timeoutMs?: number;
}

/** Resolves with the first answer of `probe`, asked once now and once per event; rejects when the time is up. */
export function waitFor<T>(wait: Wait<T>): Promise<T> {
  const timeoutMs = wait.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  return new Promise<T>((resolve, reject) => {
    const subscriptions: vscode.Disposable[] = [];
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      for (const subscription of subscriptions) subscription.dispose();
      settle();
    };
    const look = () => {
      try {
        const answer = wait.probe();
        if (answer !== undefined) finish(() => resolve(answer));
      } catch (error) {
        finish(() => reject(error));
      }
    };
    const timer = setTimeout(() => {
      const seen = wait.seen === undefined ? '' : `; last seen: ${wait.seen()}`;
      finish(() => reject(new Error(`Waited in vain for ${wait.what} (${timeoutMs} ms)${seen}`)));
    }, timeoutMs);
    for (const event of wait.events) subscriptions.push(event(look));
    look();
  });
}

/** Resolves with the diagnostics of `uri` as soon as `accept` takes them. */
export function waitForDiagnostics(
  uri: vscode.Uri,
  what: string,
  accept: (diagnostics: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  return waitFor({
    what: `${what} in ${vscode.workspace.asRelativePath(uri)}`,
    events: [vscode.languages.onDidChangeDiagnostics],
    probe: () => {
      const diagnostics = vscode.languages.getDiagnostics(uri);
      return accept(diagnostics) ? diagnostics : undefined;
    },
    seen: () => describeDiagnostics(vscode.languages.getDiagnostics(uri)),
  });
}

/** Resolves with the text of an open document as soon as `accept` takes it. */
export function waitForText(document: vscode.TextDocument, what: string, accept: (text: string) => boolean): Promise<string> {
  return waitFor({
    what: `${what} in ${vscode.workspace.asRelativePath(document.uri)}`,
    events: [vscode.workspace.onDidChangeTextDocument],
    probe: () => (accept(document.getText()) ? document.getText() : undefined),
    seen: () => document.getText(),
  });
}

/** Resolves with the editor that becomes active once `accept` takes its document. */
export function waitForActiveEditor(what: string, accept: (document: vscode.TextDocument) => boolean): Promise<vscode.TextEditor> {
  return waitFor({
    what,
    events: [vscode.window.onDidChangeActiveTextEditor],
    probe: () => {
      const editor = vscode.window.activeTextEditor;
      return editor !== undefined && accept(editor.document) ? editor : undefined;
    },
    seen: () => vscode.window.activeTextEditor?.document.uri.toString() ?? 'no active editor',
  });
}

/** One line per diagnostic: position, source, code and message, for error texts. */
export function describeDiagnostics(diagnostics: readonly vscode.Diagnostic[]): string {
  if (diagnostics.length === 0) return 'no diagnostics';
  return diagnostics.map((each) => `${each.range.start.line + 1}:${each.range.start.character + 1} ${each.source ?? ''} ${codeOf(each)} ${each.message}`).join('\n');
}

/** The rule id of a diagnostic, whether or not it carries a link; empty when it has none. */
export function codeOf(diagnostic: vscode.Diagnostic): string {
  const code = diagnostic.code;
  return String(typeof code === 'object' ? code.value : (code ?? ''));
}
