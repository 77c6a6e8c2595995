import { forKotlin } from '../../../syntax/kotlin/matcher.js';
import { javaLocks } from './java.js';

/** Files that Kotlin code takes for locks. */
export const kotlinLocks = forKotlin(javaLocks);
