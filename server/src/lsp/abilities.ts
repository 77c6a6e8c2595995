import { CodeActionKind, MarkupKind, ResourceOperationKind, type DiagnosticTag, type InitializeParams } from 'vscode-languageserver/node';

/** What the client says it can do; everything off until it said so. */
export interface Abilities {
  readonly workDoneProgress: boolean;
  readonly configuration: boolean;
  readonly workspaceFolders: boolean;
  readonly watchFiles: boolean;
  readonly listenForConfiguration: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly diagnosticData: boolean;
  readonly tags: readonly DiagnosticTag[];
  readonly markdown: boolean;
  /** Edits of a code action may come later, by `codeAction/resolve`. */
  readonly lazyEdits: boolean;
  readonly quickFixes: boolean;
  readonly documentChanges: boolean;
  readonly createFiles: boolean;
  readonly annotations: boolean;
  readonly applyEdit: boolean;
  readonly showDocument: boolean;
  readonly refreshLenses: boolean;
}

export function abilitiesOf({ capabilities }: Pick<InitializeParams, 'capabilities'>): Abilities {
  const { window, workspace, textDocument } = capabilities;
  const diagnostics = textDocument?.publishDiagnostics;
  const codeAction = textDocument?.codeAction;
  const edit = workspace?.workspaceEdit;
  const documentChanges = edit?.documentChanges === true;
  return {
    workDoneProgress: window?.workDoneProgress === true,
    configuration: workspace?.configuration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    watchFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    listenForConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    relatedInformation: diagnostics?.relatedInformation === true,
    codeDescription: diagnostics?.codeDescriptionSupport === true,
    diagnosticData: diagnostics?.dataSupport === true,
    tags: diagnostics?.tagSupport?.valueSet ?? [],
    markdown: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    lazyEdits: codeAction?.dataSupport === true && codeAction.resolveSupport?.properties.includes('edit') === true,
    quickFixes: codeAction?.codeActionLiteralSupport?.codeActionKind.valueSet.some((kind) => kind === CodeActionKind.Empty || kind === CodeActionKind.QuickFix) === true,
    documentChanges,
    createFiles: documentChanges && edit?.resourceOperations?.includes(ResourceOperationKind.Create) === true,
    annotations: documentChanges && edit?.changeAnnotationSupport !== undefined,
    showDocument: window?.showDocument?.support === true,
    applyEdit: workspace?.applyEdit === true,
    refreshLenses: workspace?.codeLens?.refreshSupport === true,
  };
}

export const noAbilities: Abilities = abilitiesOf({ capabilities: {} });
