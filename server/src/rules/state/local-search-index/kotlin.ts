import { forKotlin } from '../../../syntax/kotlin/matcher.js';
import { javaIndex } from './java.js';

/** Search indexes on disk that Kotlin code opens. */
export const kotlinIndex = forKotlin(javaIndex);
