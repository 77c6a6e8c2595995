import { forKotlin } from '../../../syntax/kotlin/matcher.js';
import { javaHost } from './java.js';

/** Hosts in Kotlin code. */
export const kotlinHost = forKotlin(javaHost);
