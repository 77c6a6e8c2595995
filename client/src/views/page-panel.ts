import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

/** A page that the server made. */
export interface Page {
  /** Pages with the same key are one panel. */
  readonly key: string;
  /** Type of the view, for the editor. */
  readonly type: string;
  readonly title: string;
  /** The whole document; what runs in it carries the nonce that the server was given. */
  readonly page: string;
  /** Where a new panel opens: beside what it speaks of, or over it. */
  readonly at: 'beside' | 'over';
}

/** A page of the server beside the editors. It lives on in the background, and needs neither files nor network. */
export class PagePanel {
  private static readonly open = new Map<string, PagePanel>();

  /** Shows a page; one that is open already is brought to the front as it is. `prepare` is called for a new one. */
  static show(page: Page, prepare: (panel: PagePanel) => void): void {
    const shown = PagePanel.open.get(page.key);
    if (shown) {
      shown.panel.reveal();
      return;
    }
    const made = new PagePanel(page);
    PagePanel.open.set(page.key, made);
    prepare(made);
    made.panel.webview.html = page.page;
  }

  /** The same, but what an open panel shows is replaced. */
  static showAnew(page: Page, prepare: (panel: PagePanel) => void): void {
    PagePanel.show(page, prepare);
    const shown = PagePanel.open.get(page.key);
    if (shown && shown.panel.webview.html !== page.page) shown.panel.webview.html = page.page;
  }

  /** What only code of ours carries in a page. */
  static nonce(): string {
    return randomBytes(16).toString('hex');
  }

  private readonly panel: vscode.WebviewPanel;
  private readonly parts: vscode.Disposable[] = [];

  private constructor({ key, type, title, at }: Page) {
    this.panel = vscode.window.createWebviewPanel(type, title, at === 'beside' ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active, { enableScripts: true, retainContextWhenHidden: true, localResourceRoots: [] });
    this.panel.onDidDispose(() => {
      PagePanel.open.delete(key);
      this.parts.forEach((part) => part.dispose());
    });
  }

  /** Calls back for each message of the page. */
  onMessage<T>(listener: (message: T) => unknown): void {
    this.owns(this.panel.webview.onDidReceiveMessage(listener));
  }

  async post(message: object): Promise<void> {
    await this.panel.webview.postMessage(message);
  }

  /** Lets something go when the panel is closed. */
  owns(part: vscode.Disposable): void {
    this.parts.push(part);
  }
}
