import { annotation, args, declarationOf, field, nameOf, named, stringValue, type JavaNode } from './ask.js';

/** Statements looked at from the start of a job; a switch stands before the work. */
const early = 4;

const switchName = /(?:enabled|disabled|configured|activated)$/i;
const blankTest = /^is(?:Blank|Empty|NullOrEmpty|NotBlank|NotEmpty)$/;
/** Settings without which a job has nowhere to go. */
const target = /(?:url|uri|endpoint|host|server|address|token|apiKey|cron|schedule)(?:\(\))?$/i;

/** Whether a branch does nothing but leave, maybe with a word in the log. */
function onlyLeaves(branch: JavaNode | undefined): boolean {
  if (branch?.type === 'return_statement') return true;
  const statements = branch?.type === 'block' ? named(branch) : [];
  return statements.at(-1)?.type === 'return_statement' && statements.slice(0, -1).every((statement) => /^\w*log\w*\s*\./i.test(statement.text));
}

/** The key of an injected setting, or the expression as written. */
function settingName(expression: JavaNode): string {
  const declared = declarationOf(expression);
  const value = declared && annotation(declared.declaration, 'Value', 'ConfigProperty');
  const text = stringValue(value?.values.get('value') ?? value?.values.get('name'));
  return /\$\{([^:}]+)/.exec(text ?? '')?.[1] ?? text ?? expression.text;
}

/** The setting that a condition asks: a switch by its name, or an address that may be missing. */
function askedIn(condition: JavaNode): string | undefined {
  for (const part of condition.descendantsOfType(['method_invocation', 'identifier', 'field_access', 'binary_expression'])) {
    if (!part) continue;
    if (part.type === 'method_invocation' && blankTest.test(nameOf(part))) {
      const asked = args(part)[0] ?? field(part, 'object');
      if (asked && target.test(asked.text)) return settingName(asked);
    } else if (part.type === 'binary_expression') {
      const left = field(part, 'left');
      if (left && field(part, 'right')?.type === 'null_literal' && target.test(left.text)) return settingName(left);
    } else if (part.type === 'method_invocation' ? switchName.test(nameOf(part)) : switchName.test(part.text)) {
      return settingName(part);
    }
  }
  return undefined;
}

/** The setting that a job asks before it works: `if (!settings.isSyncEnabled()) return;`. `undefined` when it asks none. */
export function switchIn(body: JavaNode): string | undefined {
  const block = body.type === 'block' ? body : field(body, 'body');
  if (!block) return undefined;
  for (const statement of named(block).slice(0, early)) {
    const condition = statement.type === 'if_statement' && !field(statement, 'alternative') && onlyLeaves(field(statement, 'consequence')) ? field(statement, 'condition') : undefined;
    const asked = condition && askedIn(condition);
    if (asked !== undefined) return asked;
  }
  return undefined;
}
