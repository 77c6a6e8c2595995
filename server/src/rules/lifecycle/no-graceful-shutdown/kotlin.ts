import { forKotlin } from '../../../syntax/kotlin/matcher.js';
import { embeddedServers } from './java.js';

/** Servers that a Kotlin program starts and nothing stops. */
export const kotlinServers = forKotlin(embeddedServers);
