import { Ajv, type ErrorObject } from 'ajv';
import { scenarioSchema } from '../autoscaling/scenario/schema.js';
import type { Scenario } from '../autoscaling/scenario/scenario.js';
import { say, type Locale, type Localized } from '../contract/words.js';
import { UsageError } from './errors.js';
import { readText } from './read-text.js';

const words = {
  syntax: { en: '{file} is no JSON: {error}', ko: '{file} 파일이 올바른 JSON이 아닙니다: {error}' },
  wrong: { en: '{file}: scenario {number}{id}, {place}: {error}. Correct it and run again.', ko: '{file}: {number}번째 시나리오{id}의 {place}: {error}. 수정한 뒤 다시 실행하세요.' },
  whole: { en: 'the whole', ko: '전체' },
} satisfies Record<string, Localized>;

/** Reads a scenario or a list of them; what does not fit is told with its place. */
export function readScenarios(file: string, lang: Locale): readonly Scenario[] {
  const data = parse(file, lang);
  const scenarios: readonly unknown[] = Array.isArray(data) ? data : [data];
  const validate = new Ajv({ strict: false, discriminator: true }).compile(scenarioSchema);
  scenarios.forEach((scenario, index) => {
    if (validate(scenario)) return;
    const [error] = validate.errors ?? [];
    const id = (scenario as { readonly id?: unknown } | null)?.id;
    throw new UsageError(say(words.wrong, lang, {
      file, number: index + 1, id: typeof id === 'string' ? ` (${id})` : '', place: error?.instancePath || words.whole[lang], error: error ? fault(error) : '',
    }));
  });
  return scenarios as readonly Scenario[];
}

function fault({ keyword, message = '', params }: ErrorObject): string {
  if (keyword === 'discriminator') return 'kind must be step or trace';
  const allowed: unknown = params['allowedValues'];
  return Array.isArray(allowed) ? `${message}: ${allowed.join(', ')}` : message;
}

function parse(file: string, lang: Locale): unknown {
  const text = readText(file, lang);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(say(words.syntax, lang, { file, error: (error as Error).message }));
  }
}
