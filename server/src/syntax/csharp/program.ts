import { args, bodyOf, callName, descendants, enclosing, field, modifiers, named, nameOf, plain, receiver, type CsNode } from './ask.js';

/** Name of a type with its namespaces, by which every file of the project can name it. */
export function qualifiedName(type: CsNode): string {
  const names: string[] = [nameOf(type)];
  for (let at = type.parent; at; at = at.parent) if (/^(?:namespace|class|struct|record)_declaration$/.test(at.type)) names.unshift(plain(field(at, 'name')));
  const whole = descendants(type.tree.rootNode, 'file_scoped_namespace_declaration')[0];
  return [...(whole ? [plain(field(whole, 'name'))] : []), ...names].join('.');
}

/** The statement of a program's top level that a node belongs to. */
export function topStatement(node: CsNode): CsNode | undefined {
  for (let at: CsNode | null = node; at; at = at.parent) if (at.type === 'global_statement') return at;
  return undefined;
}

/** A stretch of whole lines around a statement; `undefined` when something else stands on them. */
export function linesAround(text: string, node: CsNode): { readonly start: number; readonly end: number } | undefined {
  const start = text.lastIndexOf('\n', node.startIndex - 1) + 1;
  const end = text.indexOf('\n', node.endIndex) + 1;
  return end > 0 && text.slice(start, node.startIndex).trim() === '' && text.slice(node.endIndex, end).trim() === '' ? { start, end } : undefined;
}

/** The calls that go on with a call's result: `.DailyAtHour(3)`, `.Zoned(…)`. */
export function callsBehind(call: CsNode): readonly CsNode[] {
  const found: CsNode[] = [];
  for (let at = call; at.parent?.type === 'member_access_expression' && at.parent.parent?.type === 'invocation_expression' && named(at.parent)[0]?.id === at.id; at = at.parent.parent) found.push(at.parent.parent);
  return found;
}

/** Calls of a lambda that only configures what it is given, in their order: `t => t.WithIdentity("x").StartNow()`; `undefined` when it does anything else. */
export function configuring(lambda: CsNode | undefined): readonly CsNode[] | undefined {
  const body = lambda?.type === 'lambda_expression' ? named(lambda).at(-1) : undefined;
  const parameter = lambda && body ? plain(field(lambda, 'parameters') ?? named(lambda)[0]).replace(/^\(|\)$/g, '') : '';
  const statements = body?.type === 'block' ? named(body).map((each) => (each.type === 'expression_statement' ? named(each)[0] : undefined)) : [body];
  const chains = statements.map((each) => {
    const calls: CsNode[] = [];
    let at = each;
    for (; at?.type === 'invocation_expression'; at = receiver(at)) calls.unshift(at);
    return at?.type === 'identifier' && at.text === parameter ? calls : undefined;
  });
  return chains.includes(undefined) ? undefined : chains.flatMap((calls) => calls ?? []);
}

/** Where a program has built its host and does not run it yet: a stretch of its text, which statements may be put into. */
export interface BuiltHost {
  /** The expression for its services: `app.Services`. */
  readonly services: string;
  readonly start: number;
  readonly end: number;
  /** What stands before and behind the new statements, in place of the stretch. */
  readonly before: string;
  readonly behind: string;
  /** White space that statements there begin with. */
  readonly indent: string;
  /** Whether `await` may stand there. */
  readonly waits: boolean;
}

/** Whether statements of the top level end the program with a value, which a `return;` beside them would not. */
export function returnsValue(root: CsNode): boolean {
  return descendants(root, 'return_statement').some((each) => topStatement(each) && each.namedChildCount > 0 && !enclosing(each, 'lambda_expression', 'local_function_statement'));
}

/** Whether a program has a name of its own that `onceLines` would take; what they wrote before stands in a block of its own. */
export function takesJobScope(text: string): boolean {
  return /\bjobScope\b/.test(text.replace(/^([ \t]*)if \(System\.Environment\.GetEnvironmentVariable\("APP_JOB"\)[^]*?^\1\}/gm, ''));
}

/** Statements that a program begins with: those of its top level, or of its `Main`; `undefined` where they end with a value. */
function entry(root: CsNode): { readonly statements: readonly CsNode[]; readonly waits: boolean } | undefined {
  const top = named(root).filter(({ type }) => type === 'global_statement').flatMap((each) => named(each));
  if (top.length > 0) return returnsValue(root) ? undefined : { statements: top, waits: true };
  const mains = descendants(root, 'method_declaration').filter((each) => nameOf(each) === 'Main' && modifiers(each).has('static'));
  const [main] = mains;
  const body = main && bodyOf(main);
  const returns = main ? plain(field(main, 'returns') ?? field(main, 'type')) : '';
  const waits = main !== undefined && modifiers(main).has('async');
  return body?.type === 'block' && mains.length === 1 && returns === (waits ? 'Task' : 'void') ? { statements: named(body), waits } : undefined;
}

/** `var app = builder.Build();` */
function declared(statement: CsNode, text: string): Pick<BuiltHost, 'services' | 'start' | 'end' | 'before' | 'behind'> | undefined {
  const declarators = statement.type === 'local_declaration_statement' ? descendants(statement, 'variable_declarator').filter((each) => each.parent?.parent?.id === statement.id) : [];
  const value = declarators.length === 1 && declarators[0] ? named(declarators[0]).at(-1) : undefined;
  const name = declarators[0] && field(declarators[0], 'name')?.text;
  const lines = linesAround(text, statement);
  const runs = name !== undefined && new RegExp(`\\b${name}\\.Run(?:Async)?\\(`).test(text.slice(statement.endIndex));
  return value?.type === 'invocation_expression' && callName(value) === 'Build' && runs && lines ? { services: `${name}.Services`, start: lines.end, end: lines.end, before: '', behind: '' } : undefined;
}

/** `CreateHostBuilder(args).Build().Run();`, whose host gets a name. */
function chained(statement: CsNode, text: string): Pick<BuiltHost, 'services' | 'start' | 'end' | 'before' | 'behind'> | undefined {
  const only = statement.type === 'expression_statement' ? named(statement)[0] : undefined;
  const run = only?.type === 'await_expression' ? named(only)[0] : only;
  const built = run?.type === 'invocation_expression' && /^Run(?:Async)?$/.test(callName(run)) && args(run).length === 0 ? receiver(run) : undefined;
  const lines = linesAround(text, statement);
  if (!run || built?.type !== 'invocation_expression' || callName(built) !== 'Build' || !lines || /\bhost\b/.test(text.replace(/\bhost\s*=>|\.\w+/g, ''))) return undefined;
  const indent = text.slice(lines.start, statement.startIndex);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return { services: 'host.Services', ...lines, before: `${indent}var host = ${built.text};${eol}`, behind: `${eol}${indent}${only?.type === 'await_expression' ? 'await ' : ''}host.${callName(run)}();${eol}` };
}

/** The one host that a program builds and runs in its top-level statements or its `Main`; `undefined` for programs of another shape. */
export function builtHost(root: CsNode, text: string): BuiltHost | undefined {
  const begins = entry(root);
  const hosts = begins?.statements.flatMap((statement) => {
    const found = declared(statement, text) ?? chained(statement, text);
    return found ? [{ ...found, indent: text.slice(text.lastIndexOf('\n', statement.startIndex - 1) + 1, statement.startIndex), waits: begins.waits }] : [];
  }) ?? [];
  return hosts.length === 1 && !takesJobScope(text) ? hosts[0] : undefined;
}

/** Lines that do a piece of work once and end the program, when `APP_JOB` asks for it; `work` may use the services of `jobScope`. */
export function onceLines(services: string, name: string, work: string): readonly string[] {
  return [
    `if (System.Environment.GetEnvironmentVariable("APP_JOB") == "${name}")`, '{',
    '    // A CronJob started this process: it does the work once and ends.',
    `    using var jobScope = ${services}.CreateScope();`, `    ${work}`, '    return;', '}',
  ];
}
