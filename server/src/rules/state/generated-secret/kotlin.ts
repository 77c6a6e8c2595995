import { forKotlin } from '../../../syntax/kotlin/matcher.js';
import { javaKeys, javaRandomSecrets, javaRememberMe } from './java.js';

const kept = /\bva[lr]\s+\w*(?:secret|signing|jwt|hmac|token|salt|cipher|key)\w*\s*(?::[^=\n]*)?=[^=\n]*(?:randomUUID|RandomStringUtils|KeyGenerators)/i;

/** Keys that Kotlin code makes with the platform and with token libraries. */
export const kotlinKeys = forKotlin(javaKeys);

/** Secrets of Kotlin code that are random texts. */
export const kotlinRandomSecrets = forKotlin(javaRandomSecrets, ['randomUUID', 'RandomStringUtils', 'KeyGenerators'].map((word) => [word, kept]));

/** Cookies that remember users, set up in Kotlin. */
export const kotlinRememberMe = forKotlin(javaRememberMe);
