import { answer } from '../../autoscaling/scenario/answer.js';
import type { Locale } from '../../contract/words.js';
import { readScenarios } from '../read-scenarios.js';

interface Options {
  readonly scenario: string;
  readonly lang: Locale;
}

/** `monolift simulate`: prints what the autoscaler's controller does in each scenario of a file, as JSON. */
export function simulate({ scenario, lang }: Options): void {
  process.stdout.write(`${JSON.stringify(readScenarios(scenario, lang).map(answer), null, 2)}\n`);
}
