import { declarationOf, descendants, enclosingMember, field, plain, type CsNode } from './ask.js';

/** Under which condition code runs, as far as the branches around it in its method tell. */
export interface Choice {
  /** `always`: no branch that a setting decides; `development`: only on a developer's desk; `setting`: where a setting selects it. */
  readonly kind: 'always' | 'development' | 'setting';
  /** The name of the setting, or the condition as written; '' for `always`. */
  readonly setting: string;
}

const development = /\bIsDevelopment\(\)|\bIsEnvironment\("(?:Dev\w*|Local|Test\w*)"\)|EnvironmentName=="Development"/;
/** Mail servers that only show a developer what was sent. */
const desk = /\b(?:mailpit|mailhog|maildev|mailcatcher|papercut|smtp4dev)\b/i;
const production = /\bIsProduction\(\)|\bIsStaging\(\)/;

const reading = /(?:GetEnvironmentVariable|GetConnectionString|GetSection|GetValue(?:<[^>]*>)?|onfiguration|config)[([]"([^"]+)"/i;

/** The setting that a condition reads, also by a variable of the file; the condition itself where it shows none. */
function settingIn(condition: CsNode | undefined): string {
  const own = plain(condition);
  const names = condition ? [...(condition.type === 'identifier' ? [condition] : []), ...descendants(condition, 'identifier')] : [];
  const texts = [own, ...names.map((name) => plain(declarationOf(name)?.value))];
  return texts.map((text) => reading.exec(text)?.[1]).find((setting) => setting !== undefined) ?? (compared(condition) ?? own).slice(0, 60);
}

/** What a condition says is not a value: `settings.Provider` of `settings.Provider != Provider.Lite`. As written it would say the contrary of the other branch. */
function compared(condition: CsNode | undefined): string | undefined {
  const [left, right] = condition?.type === 'binary_expression' ? [field(condition, 'left'), field(condition, 'right')] : [];
  return left && right && condition?.child(1)?.text === '!=' && /^[\w.]+$/.test(plain(left)) && /^(?:"|[A-Z]\w*\.)/.test(plain(right)) ? plain(left) : undefined;
}

/** Whether the code is the same in both branches of an `if`: then its condition decides something else. */
function isInBoth(branching: CsNode, node: CsNode): boolean {
  const other = field(branching, 'alternative');
  return other !== undefined && other.type !== 'if_statement' && (field(branching, 'consequence')?.text.includes(node.text) ?? false) && other.text.includes(node.text);
}

/** Whether the branch of an `if` or of `?:` that holds the node is the one for a true condition. */
function holds(branch: CsNode, inner: CsNode): boolean {
  const yes = field(branch, 'consequence');
  return yes !== undefined && inner.startIndex >= yes.startIndex && inner.endIndex <= yes.endIndex;
}

/** How configuration decides whether the node's code runs. */
export function choice(node: CsNode): Choice {
  const member = enclosingMember(node);
  let found: Choice = { kind: 'always', setting: '' };
  for (let at = node.parent, inner = node; at && at.id !== member?.id; inner = at, at = at.parent) {
    if (at.type !== 'if_statement' && at.type !== 'conditional_expression') continue;
    const condition = plain(field(at, 'condition'));
    if (inner.id === field(at, 'condition')?.id) continue;
    const yes = holds(at, inner);
    const negated = condition.startsWith('!');
    if (yes && !negated && desk.test(condition)) return { kind: 'development', setting: condition };
    if (development.test(condition)) {
      if (yes !== negated) return { kind: 'development', setting: condition };
      continue;
    }
    if (production.test(condition)) {
      if (yes === negated) return { kind: 'development', setting: condition };
      continue;
    }
    // The innermost condition is the one that the reader sees; those around it belong to other branches of the same choice.
    if (found.kind === 'always' && !isInBoth(at, node)) found = { kind: 'setting', setting: settingIn(field(at, 'condition')) };
  }
  return found;
}
