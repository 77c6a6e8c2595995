/** Code and style, which are put into a page of one file: it needs no network. */
export interface PageParts {
  readonly script: string;
  readonly style: string;
  /** Only code and style that carry it may run; for pages inside the editor. */
  readonly nonce?: string;
  /** Its code draws pictures that bring styles of their own. */
  readonly drawn?: true;
}

interface PageDocument {
  /** As `lang` of HTML: `en`, `ko`. */
  readonly lang: string;
  readonly title: string;
  /** Markup below the title. */
  readonly body: string;
  /** What code finds as JSON in the element `data`. */
  readonly data: unknown;
  readonly parts: PageParts;
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** A page of one file. */
export function documentOf({ lang, title, body, data, parts: { script, style, nonce, drawn } }: PageDocument): string {
  const mark = nonce === undefined ? '' : ` nonce="${nonce}"`;
  const policy = nonce === undefined ? '' : `\n<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${drawn ? `'unsafe-inline'` : `'nonce-${nonce}'`}; script-src 'nonce-${nonce}'">`;
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">${policy}
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style${mark}>${style}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${body}
</main>
<script type="application/json" id="data">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>
<script${mark}>${script.replaceAll('</script', '<\\/script')}</script>
</body>
</html>
`;
}
