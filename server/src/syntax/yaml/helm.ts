/** Stands for a value that a template would fill in. Chosen so that it is a plain scalar and no one's real value. */
export const unknownValue = '\u2047';

/** A part of a template that is written under a condition, or once for each of several values. */
export interface TemplateBlock {
  /** Behind the action that opens it, and before the one that ends it. */
  readonly start: number;
  readonly end: number;
}

/** The blocks of `if`, `with` and `range` in a template, outer ones after the inner ones that end before them. */
export function blocksOf(text: string): readonly TemplateBlock[] {
  const open: { readonly word: string; readonly start: number }[] = [];
  const blocks: TemplateBlock[] = [];
  for (const action of text.matchAll(/(?<!\$)\{\{-?\s*(if|with|range|define|block|end)\b[^]*?\}\}/g)) {
    const [whole, word = ''] = action;
    if (word !== 'end') open.push({ word, start: action.index + whole.length });
    else {
      const block = open.pop();
      if (block && block.word !== 'define' && block.word !== 'block') blocks.push({ start: block.start, end: action.index });
    }
  }
  return blocks;
}

/**
 * Replaces Go template actions with text of the same length, so that offsets stay true: a line that holds nothing but
 * actions becomes a comment, an action inside a value becomes {@link unknownValue} repeated.
 */
export function maskTemplate(text: string): { readonly text: string; readonly templated: boolean } {
  if (!text.includes('{{')) return { text, templated: false };
  // GitHub Actions and similar write `${{ … }}` in plain YAML; those are data of that file, not Go templates.
  const action = /(?<!\$)\{\{[^]*?\}\}/g;
  let templated = false;
  const masked = text.replace(action, (written: string, offset: number) => {
    templated = true;
    const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
    const end = offset + written.length;
    const lineEnd = text.indexOf('\n', end);
    const alone = text.slice(lineStart, offset).trim() === '' && text.slice(end, lineEnd < 0 ? undefined : lineEnd).trim() === '';
    if (alone) return `#${written.slice(1).replace(/[^\n\r]/g, ' ').replace(/\n(.)/g, '\n#')}`;
    return written.replace(/[^\n\r]/g, unknownValue);
  });
  return { text: templated ? masked : text, templated };
}
