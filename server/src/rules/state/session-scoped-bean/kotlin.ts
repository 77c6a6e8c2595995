import { forKotlin } from '../../../syntax/kotlin/matcher.js';
import { javaBean, javaPages } from './java.js';

/** Beans of a session written in Kotlin. */
export const kotlinBean = forKotlin(javaBean);

/** Applications of Vaadin written in Kotlin. */
export const kotlinPages = forKotlin(javaPages);
