import { forKotlin } from '../../../syntax/kotlin/matcher.js';
import { javaStateful } from './java.js';

/** Stateful session beans written in Kotlin. */
export const kotlinStateful = forKotlin(javaStateful);
