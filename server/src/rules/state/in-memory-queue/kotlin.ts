import { forKotlin } from '../../../syntax/kotlin/matcher.js';
import { kotlinCollections } from '../../../syntax/kotlin/needles.js';
import { javaQueue } from './java.js';

const taking = /\.\s*(?:take|poll|pollFirst|pollLast|takeFirst|takeLast|drainTo)\s*\(/;

/** Queues of Kotlin code that outlive a request and that a worker of the same class empties. */
export const kotlinQueue = forKotlin(javaQueue, kotlinCollections.map((needles) => [...needles, taking]));
