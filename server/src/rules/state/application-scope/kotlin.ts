import { forKotlin } from '../../../syntax/kotlin/matcher.js';
import { javaApplication } from './java.js';

/** Writes to the application scope in Kotlin code. */
export const kotlinApplication = forKotlin(javaApplication);
