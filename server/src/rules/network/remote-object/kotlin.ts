import { forKotlin } from '../../../syntax/kotlin/matcher.js';
import { javaRemote } from './java.js';

/** Remote objects in Kotlin code. */
export const kotlinRemote = forKotlin(javaRemote);
