import { callName, descendants, enclosing, field, named, plain, receiver, type CsNode } from './ask.js';

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

/** Where a program of top-level statements has built its host and does not run it yet. */
export interface BuiltHost {
  /** The expression for its services: `app.Services`. */
  readonly services: string;
  /** First offset of the line behind the statement that builds it. */
  readonly at: number;
}

/** Whether statements of the top level end the program with a value, which a `return;` beside them would not. */
export function returnsValue(root: CsNode): boolean {
  return descendants(root, 'return_statement').some((each) => topStatement(each) && each.namedChildCount > 0 && !enclosing(each, 'lambda_expression', 'local_function_statement'));
}

/** Whether a program has a name of its own that `onceLines` would take; what they wrote before stands in a block of its own. */
export function takesJobScope(text: string): boolean {
  return /\bjobScope\b/.test(text.replace(/^if \(System\.Environment\.GetEnvironmentVariable\("APP_JOB"\)[^]*?^\}/gm, ''));
}

/** The one host that a program of top-level statements builds and runs; `undefined` for programs of another shape. */
export function builtHost(root: CsNode, text: string): BuiltHost | undefined {
  const hosts = named(root).flatMap((statement): readonly BuiltHost[] => {
    const declaration = statement.type === 'global_statement' ? named(statement)[0] : undefined;
    const declarators = declaration?.type === 'local_declaration_statement' ? descendants(declaration, 'variable_declarator').filter((each) => each.parent?.parent?.id === declaration.id) : [];
    const value = declarators.length === 1 && declarators[0] ? named(declarators[0]).at(-1) : undefined;
    const name = declarators[0] && field(declarators[0], 'name')?.text;
    const lines = linesAround(text, statement);
    const runs = name !== undefined && new RegExp(`\\b${name}\\.Run(?:Async)?\\(`).test(text.slice(statement.endIndex));
    return value?.type === 'invocation_expression' && callName(value) === 'Build' && runs && lines ? [{ services: `${name}.Services`, at: lines.end }] : [];
  });
  return hosts.length === 1 && !returnsValue(root) && !takesJobScope(text) ? hosts[0] : undefined;
}

/** Lines that do a piece of work once and end the program, when `APP_JOB` asks for it; `work` may use the services of `jobScope`. */
export function onceLines(services: string, name: string, work: string): readonly string[] {
  return [
    `if (System.Environment.GetEnvironmentVariable("APP_JOB") == "${name}")`, '{',
    '    // A CronJob started this process: it does the work once and ends.',
    `    using var jobScope = ${services}.CreateScope();`, `    ${work}`, '    return;', '}',
  ];
}
