import { forKotlin } from '../../../syntax/kotlin/matcher.js';
import { javaSequence } from './java.js';

/** Counters of Kotlin code whose numbers name things. */
export const kotlinSequence = forKotlin(javaSequence, [
  [/\bAtomic(?:Integer|Long)\b/, /\.(?:incrementAndGet|getAndIncrement|addAndGet|getAndAdd|updateAndGet|getAndUpdate)\s*[({]/],
  [/\bvar\s+\w*(?:[iI]d|[nN]o|[sS]eq\w*|[nN]um\w*|[cC]ounter|[nN]ext\w*)\s*(?::\s*(?:Int|Long)\s*)?=\s*\d/, /\+\+/],
]);
