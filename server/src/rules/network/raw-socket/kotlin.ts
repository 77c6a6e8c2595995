import { forKotlin } from '../../../syntax/kotlin/matcher.js';
import { javaSocket } from './java.js';

/** Ports that Kotlin code opens beside HTTP. */
export const kotlinSocket = forKotlin(javaSocket);
