import { forKotlin } from '../../../syntax/kotlin/matcher.js';
import { javaWatches } from './java.js';

/** Directories that Kotlin code watches. */
export const kotlinWatches = forKotlin(javaWatches);
