/** Stands for a value that a template would fill in. Chosen so that it is a plain scalar and no one's real value. */
export const unknownValue = '\u2047';

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
