import { forKotlin } from '../../../syntax/kotlin/matcher.js';
import { javaPort } from './java.js';

/** Ports of embedded servers in Kotlin. */
export const kotlinPort = forKotlin(javaPort);
