import { forKotlin } from '../../../syntax/kotlin/matcher.js';
import { java } from './java.js';

/** A vendor adapter of JPA that Kotlin code sets up. */
export const kotlinMigrations = forKotlin(java);
