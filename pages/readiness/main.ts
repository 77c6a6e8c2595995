/** What the page says to the editor. */
interface OpenMessage {
  readonly type: 'open';
  readonly file: string;
  readonly line: number;
}

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
