import { forKotlin } from '../../../syntax/kotlin/matcher.js';
import { javaSpawns } from './java.js';

/** Programs that Kotlin code starts. */
export const kotlinSpawns = forKotlin(javaSpawns);
