import { namesSecret } from '../../base/secrets.js';

/** Last words behind which a name still means the secret itself: `accessKeyId`, `password2`. */
const behind = /^(?:id|value|text|plain|data|base|hash|\d+)$/i;
/** Names that mean nothing without their section: `token.key`. */
const general = /^(?:key|id|value|text|plain|data)$/i;

function wordsOf(name: string): readonly string[] {
  return name.replace(/([a-z\d])([A-Z])/g, '$1-$2').split(/[-_.]+/).filter((word) => word !== '');
}

/**
 * Whether a key in sections names a secret by its own last words: `jwt.token-start-with` says how a token looks, and
 * below `password-reset` everything may stand.
 */
export function keyOfSecret(key: string): boolean {
  const sections = key.replace(/\[\d+\]/g, '').split(/[.:]/).filter((each) => each !== '');
  const own = general.test(sections.at(-1) ?? '') ? sections.slice(-2).join('.') : sections.at(-1) ?? '';
  const words = wordsOf(own);
  const named = [...words];
  while (named.length > 1 && behind.test(named.at(-1) ?? '')) named.pop();
  return namesSecret(own) && [words, named].some((each) => namesSecret(each.slice(-2).join('-')));
}
