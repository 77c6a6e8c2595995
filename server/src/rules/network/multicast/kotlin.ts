import { forKotlin } from '../../../syntax/kotlin/matcher.js';
import { javaMulticast } from './java.js';

/** Multicast in Kotlin code. */
export const kotlinMulticast = forKotlin(javaMulticast);
