import { forKotlin } from '../../../syntax/kotlin/matcher.js';
import { javaBean } from './java.js';

/** Beans of a session written in Kotlin. */
export const kotlinBean = forKotlin(javaBean);
