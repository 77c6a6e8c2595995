/** A text as a scalar of YAML: plain where it reads as the same text, else in double quotes. */
export function scalar(value: string): string {
  return /^[A-Za-z][\w./-]*$/.test(value) && !/^(?:true|false|yes|no|on|off|null|y|n)$/i.test(value) ? value : JSON.stringify(value);
}
