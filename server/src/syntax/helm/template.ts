/** A value, a field, a variable or a call of the template language. */
export type Expression =
  | { readonly do: 'literal'; readonly value: string | number | boolean | null }
  | { readonly do: 'dot' }
  | { readonly do: 'variable'; readonly name: string }
  | { readonly do: 'field'; readonly of: Expression; readonly name: string }
  | { readonly do: 'call'; readonly name: string; readonly args: readonly Expression[] };

/** Offsets of an action in its text, braces included. */
export interface At {
  readonly start: number;
  readonly end: number;
}

export type TemplateNode =
  | ({ readonly do: 'text' } & At)
  | ({ readonly do: 'output'; readonly expression: Expression } & At)
  | { readonly do: 'assign'; readonly name: string; readonly expression: Expression; readonly declares: boolean }
  | ({ readonly do: 'if' | 'with'; readonly variable?: string; readonly expression: Expression; readonly body: readonly TemplateNode[]; readonly otherwise: readonly TemplateNode[] } & At)
  | ({ readonly do: 'range'; readonly key?: string; readonly value?: string; readonly expression: Expression; readonly body: readonly TemplateNode[]; readonly otherwise: readonly TemplateNode[] } & At);

/** A text of Go's template language. `defines` are the templates that it names. */
export interface Template {
  readonly text: string;
  readonly nodes: readonly TemplateNode[];
  readonly defines: ReadonlyMap<string, Template>;
}

class NotUnderstood extends Error {}

const token = /\s*(?:("(?:[^"\\\n]|\\.)*")|`([^`]*)`|('(?:[^'\\\n]|\\.)')|([+-]?\d+(?:\.\d+)?)(?![\w.])|(\$\w*)|(\.[A-Za-z_]\w*)|([A-Za-z_]\w*)|(:=|[=|,().]))/y;

interface Token {
  readonly kind: 'literal' | 'variable' | 'field' | 'word' | 'sign';
  readonly text: string;
  readonly value?: string | number;
  /** Nothing stands between it and what comes before: `(x).name`, `$x.name`. */
  readonly joined: boolean;
}

function tokenOf(match: RegExpExecArray): Token {
  const [whole, quoted, raw, character, digits, variable, field, word, sign] = match;
  const joined = !/^\s/.test(whole);
  if (quoted !== undefined) return { kind: 'literal', text: quoted, value: unquoted(quoted), joined };
  if (raw !== undefined) return { kind: 'literal', text: raw, value: raw, joined };
  if (character !== undefined) return { kind: 'literal', text: character, value: character.codePointAt(1) ?? 0, joined };
  if (digits !== undefined) return { kind: 'literal', text: digits, value: Number(digits), joined };
  if (variable !== undefined) return { kind: 'variable', text: variable.slice(1), joined };
  if (field !== undefined) return { kind: 'field', text: field.slice(1), joined };
  return word !== undefined ? { kind: 'word', text: word, joined } : { kind: 'sign', text: sign ?? '', joined };
}

function unquoted(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    throw new NotUnderstood();
  }
}

function tokens(text: string): readonly Token[] {
  const found: Token[] = [];
  token.lastIndex = 0;
  const trimmed = text.trimEnd();
  while (token.lastIndex < trimmed.length) {
    const match = token.exec(trimmed);
    if (!match) throw new NotUnderstood();
    found.push(tokenOf(match));
  }
  return found;
}

/** Reads one pipeline: `.Values.name | default "shop" | quote`. */
class Pipeline {
  private at = 0;

  constructor(private readonly list: readonly Token[]) {}

  private peek(): Token | undefined {
    return this.list[this.at];
  }

  private isSign(text: string, ahead = 0): boolean {
    const next = this.list[this.at + ahead];
    return next?.kind === 'sign' && next.text === text;
  }

  /** Variables before `:=` or `=`; `range` takes two. */
  targets(): { readonly names: readonly string[]; readonly declares: boolean } | undefined {
    const names = [this.list[this.at], this.isSign(',', 1) ? this.list[this.at + 2] : undefined].flatMap((each) => (each?.kind === 'variable' ? [each.text] : []));
    const sign = this.at + (names.length === 2 ? 3 : 1);
    const written = this.list[sign];
    if (names.length === 0 || written?.kind !== 'sign' || (written.text !== ':=' && written.text !== '=')) return undefined;
    this.at = sign + 1;
    return { names, declares: written.text === ':=' };
  }

  whole(): Expression {
    const expression = this.pipeline();
    if (this.peek()) throw new NotUnderstood();
    return expression;
  }

  private pipeline(): Expression {
    let value = this.command(undefined);
    while (this.isSign('|')) {
      this.at++;
      value = this.command(value);
    }
    return value;
  }

  /** A call takes what is piped into it as its last argument. */
  private command(piped: Expression | undefined): Expression {
    const first = this.peek();
    if (first?.kind === 'word' && !/^(?:true|false|nil)$/.test(first.text)) {
      this.at++;
      const args = this.operands();
      return this.fields({ do: 'call', name: first.text, args: piped ? [...args, piped] : args });
    }
    const operand = this.operand();
    const more = this.operands();
    if (!operand || piped) throw new NotUnderstood();
    // A method with arguments, such as `.Files.Get "x"`.
    return more.length === 0 ? operand : { do: 'call', name: '', args: [operand, ...more] };
  }

  private operands(): readonly Expression[] {
    const found: Expression[] = [];
    for (let next = this.operand(); next; next = this.operand()) found.push(next);
    return found;
  }

  private operand(): Expression | undefined {
    const next = this.peek();
    if (!next || (next.kind === 'sign' && next.text !== '(' && next.text !== '.')) return undefined;
    this.at++;
    if (next.kind === 'literal') return { do: 'literal', value: next.value ?? null };
    if (next.kind === 'variable') return this.fields({ do: 'variable', name: next.text });
    if (next.kind === 'field') return this.fields({ do: 'field', of: { do: 'dot' }, name: next.text });
    if (next.kind === 'word') return /^(?:true|false)$/.test(next.text) ? { do: 'literal', value: next.text === 'true' } : next.text === 'nil' ? { do: 'literal', value: null } : { do: 'call', name: next.text, args: [] };
    if (next.text === '.') return { do: 'dot' };
    const inner = this.pipeline();
    if (!this.isSign(')')) throw new NotUnderstood();
    this.at++;
    return this.fields(inner);
  }

  private fields(of: Expression): Expression {
    let value = of;
    for (let next = this.peek(); next?.kind === 'field' && next.joined; next = this.peek()) {
      value = { do: 'field', of: value, name: next.text };
      this.at++;
    }
    return value;
  }
}

interface Action extends At {
  readonly body: string;
}

/** Reads a template; `undefined` for what is no template language, or goes beyond what is understood here. */
export function readTemplate(text: string): Template | undefined {
  try {
    return new Reader(text).read();
  } catch (error) {
    if (error instanceof NotUnderstood) return undefined;
    throw error;
  }
}

class Reader {
  private readonly parts: (({ readonly do: 'text' } & At) | ({ readonly do: 'action' } & Action))[] = [];
  private readonly defines = new Map<string, Template>();
  private at = 0;

  constructor(private readonly text: string) {
    // Each character fits one alternative alone, so that nothing is tried twice.
    const actions = /\{\{(-(?=\s))?((?:"(?:[^"\\\n]|\\.)*"|`[^`]*`|\/\*(?:[^*]|\*(?!\/))*\*\/|[^"`}/]|\/(?!\*)|\}(?!\}))*)\}\}/g;
    let from = 0;
    for (const match of text.matchAll(actions)) {
      const [whole, left, inner = ''] = match;
      const right = /\s-$/.test(inner);
      const body = right ? inner.slice(0, -1) : inner;
      const end = left ? text.slice(0, match.index).trimEnd().length : match.index;
      if (end > from) this.parts.push({ do: 'text', start: from, end });
      this.parts.push({ do: 'action', start: match.index, end: match.index + whole.length, body: body.trim() });
      from = match.index + whole.length;
      if (right) from += /^\s*/.exec(text.slice(from))?.[0].length ?? 0;
    }
    if (from < text.length) this.parts.push({ do: 'text', start: from, end: text.length });
  }

  read(): Template {
    const { nodes, ended } = this.nodes();
    if (ended) throw new NotUnderstood();
    return { text: this.text, nodes, defines: this.defines };
  }

  /** Nodes up to the `else` or `end` of the block at hand. */
  private nodes(): { readonly nodes: readonly TemplateNode[]; readonly ended?: Action } {
    const nodes: TemplateNode[] = [];
    for (let part = this.parts[this.at++]; part; part = this.parts[this.at++]) {
      if (part.do === 'text') nodes.push(part);
      else if (/^(?:end|else)\b/.test(part.body)) return { nodes, ended: part };
      else nodes.push(...this.action(part));
    }
    return { nodes };
  }

  private action(action: Action): readonly TemplateNode[] {
    const { body, start, end } = action;
    if (body === '' || body.startsWith('/*')) return [];
    const [, word = '', rest = ''] = /^(if|with|range|define|block|template|break|continue)\b([^]*)$/.exec(body) ?? [];
    if (word === 'if' || word === 'with') return [this.choice(word, rest, action)];
    if (word === 'range') return [this.loop(rest, action)];
    if (word === 'define') return this.define(rest);
    if (word === 'template') return [{ do: 'output', expression: included(rest), start, end }];
    if (word !== '') throw new NotUnderstood();
    const pipeline = new Pipeline(tokens(body));
    const target = pipeline.targets();
    const expression = pipeline.whole();
    const [name] = target?.names ?? [];
    return [target && name !== undefined ? { do: 'assign', name, expression, declares: target.declares } : { do: 'output', expression, start, end }];
  }

  private choice(kind: 'if' | 'with', written: string, { start, end }: Action): TemplateNode {
    const pipeline = new Pipeline(tokens(written));
    const [variable] = pipeline.targets()?.names ?? [];
    const expression = pipeline.whole();
    const { nodes: body, ended } = this.nodes();
    return { do: kind, ...(variable === undefined ? {} : { variable }), expression, body, otherwise: this.otherwise(ended), start, end };
  }

  private loop(written: string, { start, end }: Action): TemplateNode {
    const pipeline = new Pipeline(tokens(written));
    const [first, second] = pipeline.targets()?.names ?? [];
    const expression = pipeline.whole();
    const { nodes: body, ended } = this.nodes();
    const names = second !== undefined ? { key: first ?? '', value: second } : first !== undefined ? { value: first } : {};
    return { do: 'range', ...names, expression, body, otherwise: this.otherwise(ended), start, end };
  }

  /** What follows `else` up to `end`; `else if` is a choice of its own. */
  private otherwise(ended: Action | undefined): readonly TemplateNode[] {
    if (!ended) throw new NotUnderstood();
    if (ended.body === 'end') return [];
    const [, kind, rest = ''] = /^else\s+(if|with)\b([^]*)$/.exec(ended.body) ?? [];
    if (kind === 'if' || kind === 'with') return [this.choice(kind, rest, ended)];
    if (ended.body !== 'else') throw new NotUnderstood();
    const { nodes, ended: last } = this.nodes();
    if (last?.body !== 'end') throw new NotUnderstood();
    return nodes;
  }

  private define(written: string): readonly TemplateNode[] {
    const [name] = tokens(written);
    const { nodes, ended } = this.nodes();
    if (typeof name?.value !== 'string' || ended?.body !== 'end') throw new NotUnderstood();
    this.defines.set(name.value, { text: this.text, nodes, defines: this.defines });
    return [];
  }
}

/** `template "name" .` does what `include "name" .` does. */
function included(written: string): Expression {
  return new Pipeline([{ kind: 'word', text: 'include', joined: false }, ...tokens(written)]).whole();
}
