/** What the page says to the editor. */
interface OpenMessage {
  readonly type: 'open';
  readonly file: string;
  readonly line: number;
}

/** Mermaid, which pages with pictures bring along. */
declare const mermaid: undefined | { initialize(options: object): void; run(options: object): Promise<void> };

declare const acquireVsCodeApi: undefined | (() => { postMessage(message: OpenMessage): void });

const editor = typeof acquireVsCodeApi === 'function' ? acquireVsCodeApi() : undefined;

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLElement>('a') : null;
  const { file, line } = link?.dataset ?? {};
  // Inside the editor, places are opened by it; a file on its own leaves them to the browser.
  if (editor && file !== undefined) {
    event.preventDefault();
    editor.postMessage({ type: 'open', file, line: Number(line ?? 1) });
  }
  openTarget(link?.getAttribute('href') ?? '');
});

/** A part of the appendix that is folded shows nothing when it is jumped to. */
function openTarget(href: string): void {
  const target = href.startsWith('#') ? document.getElementById(href.slice(1)) : null;
  if (target instanceof HTMLDetailsElement) target.open = true;
}

openTarget(location.hash);
addEventListener('hashchange', () => openTarget(location.hash));
// On paper nothing can be unfolded.
addEventListener('beforeprint', () => document.querySelectorAll('details').forEach((part) => (part.open = true)));

/** Pictures in the colours of the page. */
function drawPictures(): void {
  if (typeof mermaid === 'undefined') return;
  const isDark = document.body.classList.contains('vscode-dark') || document.body.classList.contains('vscode-high-contrast') || (!/vscode-/.test(document.body.className) && matchMedia('(prefers-color-scheme: dark)').matches);
  mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', theme: isDark ? 'dark' : 'default', flowchart: { htmlLabels: false } });
  void mermaid.run({ querySelector: '.mermaid' });
}

drawPictures();
