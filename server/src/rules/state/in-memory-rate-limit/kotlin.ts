import { forKotlin } from '../../../syntax/kotlin/matcher.js';
import { kotlinCollections } from '../../../syntax/kotlin/needles.js';
import { javaLimits, limitWord } from './java.js';

const own = typeof javaLimits.needles === 'string' ? [] : javaLimits.needles;

/** Limits on callers that Kotlin code counts in the process. */
export const kotlinLimits = forKotlin(javaLimits, [...own, ...kotlinCollections.map((needles) => [...needles, limitWord])]);
