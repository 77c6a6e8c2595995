const tokenName = /token|otp|captcha|nonce|csrf|verif(?:y|ier|ication)|session|login|ticket|resetcode|magiclink|^(?:o?auth|sso|login|oidc|saml)?_?states?(?:cache|map|store)?$|challenge/i;

/** Whether a name says that what it holds proves something about a caller. */
export function isTokenName(name: string): boolean {
  return tokenName.test(name);
}
