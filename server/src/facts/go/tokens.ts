const tokenName = /token|otp|captcha|nonce|csrf|verif(?:y|ier|ication)|session|login|ticket|resetcode|magiclink|state(?:s)?$|challenge/i;

/** Whether a name says that what it holds proves something about a caller. */
export function isTokenName(name: string): boolean {
  return tokenName.test(name);
}
