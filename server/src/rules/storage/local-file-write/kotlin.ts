import { forKotlin } from '../../../syntax/kotlin/matcher.js';
import { javaWrites } from './java.js';

const own = typeof javaWrites.needles === 'string' ? [] : javaWrites.needles;

/** Files that Kotlin code writes, the extension functions of `kotlin.io` included. */
export const kotlinWrites = forKotlin(javaWrites, [...own, [/\bjava\.(?:io\.File|nio\.file)\b/, /\.(?:writeText|writeBytes|appendText|appendBytes|outputStream|bufferedWriter|printWriter|writer|copyTo|copyRecursively|writeLines)\s*\(/]]);
