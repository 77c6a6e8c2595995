import type { Finding } from '../../../contract/finding.js';
import { ruleMatcher, type Found, type Proof, type RuleFileContext } from '../../../contract/rule.js';
import type { Fact } from '../../../contract/workspace.js';
import type { ConfigProperty } from '../../../facts/config-kinds.js';
import { args, bareType, field, fieldsOf, modifiers, nameOf, simpleName, span, type Declared, type JavaNode } from '../../../syntax/java/ask.js';
import { fieldBehind, writesOf } from '../../../syntax/java/field-writes.js';
import { dataWrites, keptIn } from '../../../syntax/java/kept.js';
import { numbersFrom, type NumberUse } from '../../../syntax/java/kept-numbers.js';
import { settingBehind } from '../../../syntax/java/setting-behind.js';

/** How many places that take a number are shown. */
const shown = 5;

const verdicts: Readonly<Record<NumberUse, Pick<Found, 'say' | 'severity' | 'confidence'>>> = {
  named: { say: 'numbers', severity: 'error', confidence: 'high' },
  likely: { say: 'numbers', severity: 'warning', confidence: 'medium' },
  unclear: { say: 'numbers', severity: 'warning', confidence: 'low' },
  checked: { say: 'checked', severity: 'warning', confidence: 'medium' },
  reserved: { say: 'reserved', severity: 'error', confidence: 'medium' },
  block: { say: 'block', severity: 'info', confidence: 'medium' },
};

function look(cx: RuleFileContext, type: JavaNode, declared: Declared): void {
  const kept = keptIn(cx, type, declared);
  const found = kept && numbersFrom(cx, kept, dataWrites(cx, kept));
  const name = field(declared.node, 'name');
  if (!found || !name) return;
  cx.report({
    at: span(name), ...verdicts[found.use], args: { field: name.text, type: nameOf(type) }, data: { given: found.given.map(({ type: of, property }) => ({ type: of, property })) },
    also: found.places.slice(0, shown).map((place) => ({ at: span(place), say: 'taken' })),
  });
}

function inspect(type: JavaNode, cx: RuleFileContext): void {
  for (const declared of fieldsOf(type)) look(cx, type, declared);
}

/** Counters of the process whose numbers name things. */
export const javaSequence = ruleMatcher({
  language: 'java',
  needles: [
    [/\bAtomic(?:Integer|Long)\s+\w+\s*(?:=|;)/, /\.(?:incrementAndGet|getAndIncrement|addAndGet|getAndAdd|updateAndGet|getAndUpdate)\s*\(/],
    [/\bstatic\s+(?:volatile\s+)?(?:int|long|Integer|Long|BigInteger)\s+\w+\s*[=;]/, /(?:=|\(|return|,|\+)\s*(?:\w+\.)?\+\+\w|\w\+\+\s*[;),+]/],
    [/@(?:Service|Component|Controller|RestController|Repository|Singleton|ApplicationScoped)\b|\bgetInstance\s*\(/, /\b(?:private|protected)\s+(?:volatile\s+)?(?:int|long)\s+\w*(?:[iI]d|[nN]o|[sS]eq\w*|[nN]um\w*)\s*[=;]/],
    ['contains', /\bwhile\s*\(\s*(?:this\.)?\w+\s*\.\s*contains(?:Key)?\s*\(/],
    [/\bclass\s+\w*(?:Key|Id|ID|Sequence|Seq)(?:Gen|Sequence|Block|Alloc|Direct|Range|Pool)/, /\bstatic\b/],
  ],
  on: { class_declaration: inspect, enum_declaration: inspect },
});

/** `new Snowflake(1, 1)`: generators that are unique only as long as no two processes have the same worker number. */
export const javaWorker = ruleMatcher({
  language: 'java',
  needles: [['Snowflake'], [/Snow[fF]lake\w*\s*\(/], [/\bnew\s+(?:Id|ID|UID|Uid|Sequence)(?:Worker|Generator)\s*\(\s*[^)\s]/]],
  on: {
    object_creation_expression(creation, cx) {
      const type = field(creation, 'type');
      const name = simpleName(bareType(type));
      if (type && /Snow[fF]lake|^IdWorker$/.test(name)) worker(cx, creation, type);
      if (type && /Snow[fF]lake|^(?:Id|ID|UID|Uid|Sequence)(?:Worker|Generator)$/.test(name)) workerSetting(cx, creation, type);
    },
    method_invocation(call, cx) {
      const name = field(call, 'name');
      if (name && /^(?:get|create)Snowflake$/.test(name.text)) worker(cx, call, name);
    },
  },
});

function worker(cx: RuleFileContext, call: JavaNode, at: JavaNode): void {
  const numbers = args(call);
  const holder = call.parent?.type === 'variable_declarator' ? fieldBehind(field(call.parent, 'name') ?? call) : undefined;
  // The default of a field that a constructor or a setter replaces.
  if (holder && !modifiers(holder.declaration).has('static') && writesOf(cx, holder).length > 0) return;
  if (numbers.length === 0 || !numbers.every((number) => number.type === 'decimal_integer_literal')) return;
  cx.report({ at: span(at), say: 'worker', severity: 'warning', confidence: 'high', args: { numbers: numbers.map((number) => number.text).join(', ') } });
}

const workerNumber = /(?:worker|data-?_?center|machine|node)[-_.]?(?:id|no|num(?:ber)?)$|snow-?_?flake/i;

/** `new IdWorker(env.getProperty("shop.workerId"))`: unique as far as the setting differs; what the configuration fixes is the same in all replicas. */
function workerSetting(cx: RuleFileContext, call: JavaNode, at: JavaNode): void {
  // What the environment tells of the number may be told to each replica.
  const keys = args(call).filter((number) => !/\bgetenv\s*\(/.test(number.text)).flatMap((number) => settingBehind(cx, number) ?? []);
  const setting = keys.find((key) => workerNumber.test(key));
  if (setting !== undefined) cx.report({ at: span(at), say: 'workerSetting', severity: 'warning', confidence: 'medium', args: { setting }, data: { setting } });
}

function settingIn({ data }: Finding): string | undefined {
  return (data as { readonly setting?: string } | null)?.setting;
}

/** A worker number that a file of the workspace fixes; one that it leaves to the environment may differ. */
export const fixedWorker: Proof = {
  fact: 'config.property',
  asks: (finding) => settingIn(finding) !== undefined,
  holds: (fact: Fact, finding: Finding) => {
    const { key, value } = fact.value as ConfigProperty;
    return key === settingIn(finding) && /^\d+$/.test(value.trim());
  },
  otherwise: 'info',
  say: 'fixed',
};
