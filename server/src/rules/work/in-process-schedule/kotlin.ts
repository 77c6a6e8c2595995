import { forKotlin } from '../../../syntax/kotlin/matcher.js';
import { javaAnnotated } from './java-annotated.js';
import { javaTimers } from './java-timers.js';
import { javaQuartz } from './java-quartz.js';

/** `@Scheduled` and its kin on Kotlin functions. */
export const kotlinAnnotated = forKotlin(javaAnnotated);

/** Timers and executors that Kotlin code starts. */
export const kotlinTimers = forKotlin(javaTimers);

/** Quartz jobs that Kotlin code schedules. */
export const kotlinQuartz = forKotlin(javaQuartz);
