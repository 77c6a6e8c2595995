import { forKotlin } from '../../../syntax/kotlin/matcher.js';
import { javaExit } from './java.js';

/** Kotlin code that ends the process while it serves requests. */
export const kotlinExit = forKotlin(javaExit, [...(Array.isArray(javaExit.needles) ? javaExit.needles : []), ['exitProcess']]);
