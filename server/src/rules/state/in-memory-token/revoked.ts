const withdrawn = /black_?list|deny_?list|revoked|revocation|invalidated|logged_?out/i;

/**
 * What is said of a table of tokens: one of tokens that were withdrawn is asked for the opposite, and a replica that does
 * not know an entry accepts the token. `names` are those of the field and of its class, as written.
 */
export function spoken<K extends string>(kind: K, ...names: readonly string[]): K | 'revoked' {
  return kind === 'code' && names.some((name) => withdrawn.test(name)) ? 'revoked' : kind;
}
