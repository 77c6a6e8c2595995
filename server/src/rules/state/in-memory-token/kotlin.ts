import { forKotlin } from '../../../syntax/kotlin/matcher.js';
import { kotlinCollections } from '../../../syntax/kotlin/needles.js';
import { javaStores, javaTokens } from './java.js';

const telling = /token|otp|captcha|csrf|nonce|code|verif|reset|login|online|auth|session|idempot|dedup|processed|seen|handled|consumed|used/i;

/** Collections of Kotlin code that keep tokens, log-ins or what was handled. */
export const kotlinTokens = forKotlin(javaTokens, kotlinCollections.map((needles) => [...needles, telling]));

/** Spring Security's stores in memory, set up in Kotlin. */
export const kotlinStores = forKotlin(javaStores);
