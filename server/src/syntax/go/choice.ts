import { below, field, named } from '../tree-sitter/nodes.js';
import { nameOf, type GoNode } from './ask.js';

/** A branch that decides whether a place is reached: `selected` when the setting asks for it, `unless` when it asks for something else. */
export interface GoChoice {
  readonly setting: string;
  readonly when: 'selected' | 'unless';
}

/** What a condition asks, and whether it holds when that is given; `undefined` for errors, results and counters. */
function askedIn(condition: GoNode | undefined): { readonly setting: string; readonly given: boolean } | undefined {
  const text = (condition?.text ?? '').replace(/^[a-z]\w*,?\s*(?:ok|err)\s*:?=[^;]*;/, '').trim();
  const bare = text.replace(/^!\s*/, '').replace(/^\(|\)$/g, '');
  const setting = /^(?:len\(|strings\.\w+\()?\s*([A-Za-z_]\w*(?:\.\w+)*(?:\((?:"[\w.-]*")?\))?(?:\.\w+)*)/.exec(bare)?.[1];
  if (condition === undefined || setting === undefined || /^(?:ok|err|found|exists|has|i|n|t|r|ctx|c)$|(?:^|\.)[eE]rr(?:or)?$/.test(setting) || /\berr\b/.test(text)) return undefined;
  const negated = text.startsWith('!') || /(?:==\s*(?:""|``|nil|0|false)|!=\s*"[^"]+"|!=\s*true|<=\s*0|<\s*1)\s*$/.test(text);
  return { setting: setting.slice(0, 60), given: !negated };
}

function ofSwitch(branch: GoNode): GoChoice | undefined {
  const setting = field(branch.parent ?? undefined, 'value')?.text;
  return setting === undefined ? undefined : { setting: setting.slice(0, 60), when: branch.type === 'default_case' ? 'unless' : 'selected' };
}

function ofIf(statement: GoNode, branch: GoNode): GoChoice | undefined {
  const other = field(statement, 'alternative')?.id === branch.id;
  const asked = other || field(statement, 'consequence')?.id === branch.id ? askedIn(field(statement, 'condition')) : undefined;
  if (!asked) return undefined;
  return { setting: asked.setting, when: asked.given === other ? 'unless' : 'selected' };
}

/** `if cfg.Redis != "" { return … }` in front of the statement. */
function ofReturnBefore(statement: GoNode): GoChoice | undefined {
  const siblings = statement.parent?.type === 'statement_list' ? named(statement.parent) : [];
  for (const each of siblings) {
    if (each.startIndex >= statement.startIndex) break;
    const last = each.type === 'if_statement' ? named(named(field(each, 'consequence'))[0]).at(-1) : undefined;
    const asked = last?.type === 'return_statement' && named(last).length > 0 && !/\berr\b|\bnil$|Errorf?\(/.test(last.text) ? askedIn(field(each, 'condition')) : undefined;
    // `if d.store != nil { return d.store }` gives back what was made before.
    if (asked?.given === true && named(last)[0]?.text.split(',')[0] !== asked.setting) return { setting: asked.setting, when: 'unless' };
  }
  return undefined;
}

/** The nearest branch around a place that a setting decides; function literals are looked through. */
export function choiceAround(node: GoNode): GoChoice | undefined {
  for (let at = node; at.parent; at = at.parent) {
    const { parent } = at;
    const found = parent.type === 'if_statement' ? ofIf(parent, at) : parent.type === 'expression_switch_statement' && /_case$/.test(at.type) ? ofSwitch(at) : ofReturnBefore(at);
    if (found) return found;
  }
  return undefined;
}

/** The setting without which the function leaves before a statement: `url := conf.Get("redis")`, `if url == "" { return }`. Its key where a call reads it by one. */
export function settingBefore(statement: GoNode): string | undefined {
  const siblings = statement.parent?.type === 'statement_list' ? named(statement.parent) : [];
  for (const each of siblings) {
    const last = each.type === 'if_statement' && each.startIndex < statement.startIndex ? named(named(field(each, 'consequence'))[0]).at(-1) : undefined;
    const asked = last?.type === 'return_statement' ? askedIn(field(each, 'condition')) : undefined;
    if (!asked || asked.given) continue;
    const read = siblings.find((other) => other.type === 'short_var_declaration' && named(field(other, 'left'))[0]?.text === asked.setting);
    return /\("([\w.:-]+)"\)/.exec(field(read, 'right')?.text ?? asked.setting)?.[1] ?? asked.setting;
  }
  return undefined;
}

/** The key by which a variable of the package is read from the configuration: `minutes, err = conf.GetInt("timeoutMinutes")`. */
function keyOf(variable: string, root: GoNode): string | undefined {
  const assigned = below(root, 'assignment_statement').find((each) => named(field(each, 'left')).some((left) => left.text === variable));
  return /\("([\w.:-]+)"\)/.exec(field(assigned, 'right')?.text ?? '')?.[1];
}

/** The key of the setting without which the function around a place leaves before it comes there, by a variable of the package. */
export function keyThatLeads(node: GoNode): string | undefined {
  for (let at = node; at.parent && !/^(?:function|method)_declaration$/.test(at.type); at = at.parent) {
    const variable = settingBefore(at);
    const key = variable === undefined ? undefined : keyOf(variable, node.tree.rootNode);
    if (key !== undefined) return key;
  }
  return undefined;
}

/** Name that a value is kept under: variable, field, or the function that returns it; '' when it is only handed on. */
export function heldBy(value: GoNode): string {
  for (let at = value; at.parent; at = at.parent) {
    const { parent } = at;
    if (parent.type === 'var_spec' || parent.type === 'const_spec') return field(parent, 'name')?.text ?? '';
    if (parent.type === 'keyed_element') return named(parent)[0]?.text ?? '';
    if (parent.type === 'short_var_declaration' || parent.type === 'assignment_statement') {
      const index = named(field(parent, 'right')).findIndex((each) => each.startIndex <= value.startIndex && each.endIndex >= value.endIndex);
      const left = named(field(parent, 'left'));
      const name = (left[index] ?? left[0])?.text ?? '';
      return name.slice(name.lastIndexOf('.') + 1);
    }
    if (/^(?:function_declaration|method_declaration)$/.test(parent.type)) return nameOf(parent);
    if (/^(?:func_literal|block)$/.test(parent.type)) return '';
  }
  return '';
}
