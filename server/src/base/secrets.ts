/** Words in a key that say its value is a secret. */
const secretWords = /(?<!com|by|sur|tres)pass(?:word|wd|phrase|code)?(?![a-z])|password|passwd|pwd|secret|token|credential|(?:api|access|private|signing|encrypt\w*|crypt\w*|jwt|auth|account|client|master|storage)[-_.]?key|(?:^|[-_.])(?:pw|salt|sas)(?:$|[-_.])/i;
/** Last words of a key that name something about a secret, not the secret itself. */
const aboutSecret = /(?:ur[il]|expir\w*|timeout|ttl|validity|seconds|minutes|hours|days|enabled?|header|name|length|type|algorithm|class|path|file|location|size|count|attempts|policy|encoder|store|prefix|param(?:eter)?|required)$/i;

/** Whether a dotted key names a secret: a password, token, private or access key. */
export function namesSecret(key: string): boolean {
  return secretWords.test(key) && !aboutSecret.test(key);
}

/** Userinfo of a URL, `user/password@` of Oracle-like JDBC URLs, and password parameters. */
const inUrls: readonly (readonly [RegExp, string])[] = [
  [/(:\/\/[^\s:/?#@]*):[^\s/?#]+@/g, '$1:***@'],
  [/(jdbc:\w+:\w+:[^\s/@]+)\/[^\s@]+@/gi, '$1/***@'],
  [/((?<!PublicKey)(?:password|passwd|pwd|secret|token|accountkey|accesskey|sig)=)[^&;\s"']+/gi, '$1***'],
];

/** The text with passwords inside URLs and connection strings replaced by `***`. */
export function maskSecrets(text: string): string {
  return inUrls.reduce((masked, [pattern, by]) => masked.replace(pattern, by), text);
}
