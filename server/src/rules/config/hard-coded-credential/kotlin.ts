import { forKotlin } from '../../../syntax/kotlin/matcher.js';
import { javaCredential } from './java.js';

/** Credentials in Kotlin code. */
export const kotlinCredential = forKotlin(javaCredential);
