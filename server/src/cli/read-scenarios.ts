import { Ajv, type ErrorObject } from 'ajv';
import { scenarioSchema } from '../autoscaling/scenario/schema.js';
import type { Scenario } from '../autoscaling/scenario/scenario.js';
import { say, type Args, type Locale, type Localized } from '../contract/words.js';
import { hpaFaults } from '../laboratory/hpa-faults.js';
import { UsageError } from './errors.js';
import { readText } from './read-text.js';

const words = {
  syntax: { en: '{file} is no JSON: {error}', ko: '{file} 파일이 올바른 JSON이 아닙니다: {error}' },
  wrong: { en: '{file}: scenario {number}{id}, {place}: {error}. Correct it and run again.', ko: '{file}: {number}번째 시나리오{id}의 {place}: {error}. 수정한 뒤 다시 실행하세요.' },
  whole: { en: 'the whole', ko: '전체' },
} satisfies Record<string, Localized>;

/** What the keywords of the schema say of a scenario. */
const keywords: Readonly<Record<string, Localized>> = {
  discriminator: { en: 'kind must be step or trace', ko: 'kind는 step 또는 trace여야 합니다' },
  required: { en: '{missingProperty} is missing', ko: '{missingProperty} 필드가 없습니다' },
  type: { en: 'a value of type {type} is expected here', ko: '{type} 유형의 값이어야 합니다' },
  minimum: { en: 'must be at least {limit}', ko: '{limit} 이상이어야 합니다' },
  exclusiveMinimum: { en: 'must be more than {limit}', ko: '{limit}보다 커야 합니다' },
  pattern: { en: 'must be a release such as 1.32', ko: '1.32와 같은 릴리스 번호여야 합니다' },
  minItems: { en: 'needs at least {limit} values', ko: '값이 {limit}개 이상 있어야 합니다' },
  maxItems: { en: 'may have at most {limit} values', ko: '값은 {limit}개까지만 쓸 수 있습니다' },
};

/** Reads a scenario or a list of them; what does not fit is told with its place. */
export function readScenarios(file: string, lang: Locale): readonly Scenario[] {
  const data = parse(file, lang);
  const scenarios: readonly unknown[] = Array.isArray(data) ? data : [data];
  const validate = new Ajv({ strict: false, discriminator: true }).compile(scenarioSchema);
  scenarios.forEach((scenario, index) => {
    const { id, hpa } = (scenario ?? {}) as { readonly id?: unknown; readonly hpa?: unknown };
    // What the API server would refuse comes first, because it says why.
    const [fault] = hpa === undefined ? [] : hpaFaults(hpa, 'hpa');
    const [error] = fault || validate(scenario) ? [] : (validate.errors ?? []);
    if (!fault && !error) return;
    const place = fault?.path ?? placeOf(error);
    throw new UsageError(say(words.wrong, lang, {
      file, number: index + 1, id: typeof id === 'string' ? ` (${id})` : '', place: place || words.whole[lang], error: fault?.sentence[lang] ?? (error ? said(error, lang) : ''),
    }));
  });
  return scenarios as readonly Scenario[];
}

/** Places as the API server writes them: `pods[0].phase`. */
function placeOf(error: ErrorObject | undefined): string {
  return (error?.instancePath ?? '').replace(/\/(\d+)(?=\/|$)/g, '[$1]').replaceAll('/', '.').replace(/^\./, '');
}

function said({ keyword, message = '', params }: ErrorObject, lang: Locale): string {
  const text = keywords[keyword];
  return text ? say(text, lang, params as Args) : message;
}

function parse(file: string, lang: Locale): unknown {
  const text = readText(file, lang);
  try {
    // A field that is null is one that is left out, as everywhere in the API of Kubernetes.
    return JSON.parse(text, function (this: unknown, _key, value: unknown) {
      return value === null && !Array.isArray(this) ? undefined : value;
    });
  } catch (error) {
    throw new UsageError(say(words.syntax, lang, { file, error: (error as Error).message }));
  }
}
