import { forKotlin } from '../../../syntax/kotlin/matcher.js';
import { java } from './java.js';

/** Locks of one process around shared work, in Kotlin. */
export const kotlinLock = forKotlin(java, [...(typeof java.needles === 'string' ? [] : java.needles), ...[/Repository\b/, /D[aA][oO]\b/].flatMap((store) => [['withLock', store], ['withPermit', store]])]);
