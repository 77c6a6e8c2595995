import { forKotlin } from '../../../syntax/kotlin/matcher.js';
import { javaDatabase } from './java.js';

/** Databases inside the process that Kotlin code opens. */
export const kotlinDatabase = forKotlin(javaDatabase);
