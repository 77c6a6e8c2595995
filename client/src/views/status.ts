import * as vscode from 'vscode';

/** As the server sends it in `monolift/status`. */
export interface Status {
  readonly state: 'scanning' | 'ready' | 'incomplete' | 'disabled' | 'empty';
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly done: number;
  readonly total: number;
}

/** The item in the status bar: counts of findings, or what keeps them from being known. */
export class StatusItem implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('monolift.status', vscode.StatusBarAlignment.Left, 49);

  constructor() {
    this.item.name = 'Monolift';
    this.render('$(loading~spin) Monolift', vscode.l10n.t('Monolift is starting'), undefined);
    this.item.show();
  }

  show(status: Status): void {
    const { state, errors, warnings, infos, done, total } = status;
    const counts = vscode.l10n.t('Monolift: {0} errors, {1} warnings, {2} hints', errors, warnings, infos);
    switch (state) {
      case 'scanning': return this.render(`$(loading~spin) Monolift ${total === 0 ? 0 : Math.floor((done / total) * 100)}%`, vscode.l10n.t('Monolift is scanning: {0} of {1} files', done, total), undefined);
      case 'ready': return this.render(`Monolift $(error) ${errors} $(warning) ${warnings} $(info) ${infos}`, counts, errors + warnings + infos > 0 ? 'workbench.actions.view.problems' : 'monolift.scanWorkspace');
      case 'incomplete': return this.render('$(debug-pause) Monolift', vscode.l10n.t('Monolift: the scan is not complete. Select to scan.'), 'monolift.scanWorkspace');
      case 'disabled': return this.render('$(circle-slash) Monolift', vscode.l10n.t('Monolift is switched off. Select to open its settings.'), { title: '', command: 'workbench.action.openSettings', arguments: ['monolift.enable'] });
      case 'empty': return this.render('Monolift', vscode.l10n.t('Monolift: open a folder to scan it'), 'workbench.action.files.openFolder');
    }
  }

  dispose(): void {
    this.item.dispose();
  }

  private render(text: string, label: string, command: string | vscode.Command | undefined): void {
    this.item.text = text;
    this.item.tooltip = label;
    this.item.accessibilityInformation = { label, role: command === undefined ? 'status' : 'button' };
    this.item.command = command;
  }
}
