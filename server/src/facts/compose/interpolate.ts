/** A text of a Compose file with its variables filled in as far as the file says. */
export interface Interpolated {
  readonly text: string;
  /** Names of all variables, in order. */
  readonly variables: readonly string[];
  /** False when a variable has no default, so that `text` is not what Compose will see. */
  readonly known: boolean;
}

/** `${NAME:-default}`, `${NAME-default}`, `${NAME:?message}`, `${NAME:+other}`, `${NAME}` and `$NAME`; innermost first. */
const variable = /\$(?:\{(\w+)(?:(:?[-?+])([^{}]*))?\}|(\w+))/;

/** Fills in the defaults that a Compose file gives its variables; `$$` is a dollar sign. */
export function interpolate(written: string): Interpolated {
  const variables: string[] = [];
  let known = true;
  let text = written.replaceAll('$$', '\u0000');
  for (let match = variable.exec(text); match; match = variable.exec(text)) {
    const [whole, braced, operator, operand = '', plain] = match;
    variables.push(braced ?? plain ?? '');
    const fallback = operator?.endsWith('-') ? operand : undefined;
    if (fallback === undefined) known = false;
    text = text.slice(0, match.index) + (fallback ?? '\u2047') + text.slice(match.index + whole.length);
  }
  return { text: text.replaceAll('\u0000', '$'), variables, known };
}
