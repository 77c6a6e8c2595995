import { forKotlin } from '../../../syntax/kotlin/matcher.js';
import { kotlinFields } from '../../../syntax/kotlin/needles.js';
import { javaState } from './java.js';

/** Members of objects and files, and fields of classes with one instance, that change while requests are served. */
export const kotlinState = forKotlin(javaState, kotlinFields);
