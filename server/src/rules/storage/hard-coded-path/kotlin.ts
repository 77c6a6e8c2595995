import { forKotlin } from '../../../syntax/kotlin/matcher.js';
import { javaPath } from './java.js';

/** Absolute paths in Kotlin code. */
export const kotlinPath = forKotlin(javaPath);
