import { declarationOf, descendants, enclosingMember, field, plain, type CsNode } from './ask.js';

/** Under which condition code runs, as far as the branches around it in its method tell. */
export interface Choice {
  /** `always`: no branch that a setting decides; `development`: only on a developer's desk; `setting`: where a setting selects it. */
  readonly kind: 'always' | 'development' | 'setting';
  /** The name of the setting, or the condition as written; '' for `always`. */
  readonly setting: string;
}

const development = /\bIsDevelopment\(\)|\bIsEnvironment\("(?:Dev\w*|Local|Test\w*)"\)|EnvironmentName=="Development"/;
const production = /\bIsProduction\(\)|\bIsStaging\(\)/;

const reading = /(?:GetEnvironmentVariable|GetConnectionString|GetSection|GetValue(?:<[^>]*>)?|onfiguration|config)[([]"([^"]+)"/i;

/** The setting that a condition reads, also by a variable of the file; the condition itself where it shows none. */
function settingIn(condition: CsNode | undefined): string {
  const own = plain(condition);
  const names = condition ? [...(condition.type === 'identifier' ? [condition] : []), ...descendants(condition, 'identifier')] : [];
  const texts = [own, ...names.map((name) => plain(declarationOf(name)?.value))];
  return texts.map((text) => reading.exec(text)?.[1]).find((setting) => setting !== undefined) ?? own.slice(0, 60);
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
    if (development.test(condition)) {
      if (yes !== negated) return { kind: 'development', setting: condition };
      continue;
    }
    if (production.test(condition)) {
      if (yes === negated) return { kind: 'development', setting: condition };
      continue;
    }
    // The innermost condition is the one that the reader sees; those around it belong to other branches of the same choice.
    if (found.kind === 'always') found = { kind: 'setting', setting: settingIn(field(at, 'condition')) };
  }
  return found;
}
