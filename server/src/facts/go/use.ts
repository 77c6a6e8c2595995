import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { args, calleeOf, functionOf, handlerAround, importOf, isCommandLine, isGenerated, nameOf, stringValue, type GoNode } from '../../syntax/go/ask.js';
import { choiceAround, heldBy } from '../../syntax/go/choice.js';
import { asksOthersOnly, isCopyOfDatabase } from '../../syntax/go/state.js';
import { below, enclosing, field, named, span } from '../../syntax/tree-sitter/nodes.js';
import { goLibraries, goLibraryNeedle, type GoLibrary, type GoTopic } from './libraries.js';
import { isTokenName } from './tokens.js';

/** What a library call keeps, and under which setting. */
export interface GoUse {
  readonly topic: GoTopic;
  readonly library: string;
  /** What keeps it: a variable, a field or a function; the call where nothing does. */
  readonly name: string;
  /** Option that decides where it keeps its data. */
  readonly option?: string;
  /** Setting of a branch around the call. */
  readonly setting?: string;
  readonly when?: 'selected' | 'unless';
  /** Function that makes it; others may decide whether they call that. */
  readonly maker?: string;
  /** A miss is looked up in the database, so that nothing is lost with it. */
  readonly copy?: true;
  /** Seconds that entries live, where the call says. */
  readonly seconds?: number;
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** Go code that puts a library to work which keeps what it holds in one process. */
    'go.use': GoUse;
  }
}

interface Called {
  readonly path: string;
  readonly name: string;
  readonly token: GoNode;
  /** Type arguments as written. */
  readonly of: string;
}

/** A call, or what the grammar takes for a conversion: `lru.New[string, Order](128)`. */
function calledOf(cx: FactFileContext, node: GoNode): Called | undefined {
  if (node.type === 'call_expression') {
    const callee = calleeOf(cx, node);
    return callee?.path === undefined ? undefined : { path: callee.path, name: callee.name, token: callee.token, of: field(node, 'type_arguments')?.text ?? field(node, 'function')?.text ?? '' };
  }
  const type = field(node, 'type');
  const qualified = type?.type === 'generic_type' ? field(type, 'type') : undefined;
  const path = qualified && importOf(cx, node, field(qualified, 'package')?.text ?? '');
  return path === undefined || !type || !qualified ? undefined : { path, name: field(qualified, 'name')?.text ?? '', token: qualified, of: type.text };
}

/** What each process computes or opens for itself. */
const ownValues = /regexp|[tT]emplate|\btime\.Location|http\.Client|\bsql\.DB|[cC]onn\b|ClientConn|\bfunc\(|chan |Program\b|Compiled|\bcel\.|language\.Tag|Parser|Decoder|Prepared|Stmt|Limiter/;
const ownNames = /regex|template|tmpl|compile|pattern|parse|locale|translat|geo|client|conn|pool|stmt|prepared|schema|dns|codec|highlight|bloom|shader|font/i;

/** `5*time.Minute`, `time.Hour`. */
function secondsIn(text: string): number | undefined {
  const [, count = '1', unit = ''] = /^(?:(\d+)\s*\*\s*)?time\.(Second|Minute|Hour)$/.exec(text) ?? [];
  const size = { Second: 1, Minute: 60, Hour: 3600 }[unit];
  return size === undefined ? undefined : Number(count) * size;
}

function lifeOf({ library }: GoLibrary, call: GoNode): number | undefined {
  const given = args(call).map((each) => each.text);
  const [found] = library === 'go-cache' ? given.slice(0, 1) : library === 'golang-lru' ? given.slice(2) : library === 'bigcache' ? [/DefaultConfig\(([^()]*)\)/.exec(call.text)?.[1] ?? ''] : given.flatMap((each) => /(?:WithTTL\w*(?:\[[^\]]*\])?|WithExpiration|NewInMemoryStore|\.TTL)\(([^()]*)\)/.exec(each)?.[1] ?? []);
  return found === undefined ? undefined : secondsIn(found);
}

/** A file that serves keeps what its own requests bring. */
const importsHandlers = /http\.ResponseWriter|gin\.Context|echo\.Context|fiber\.Ctx/;

/** What is made for one call and goes with it. */
function isPassing(node: GoNode): boolean {
  const holder = enclosing(node, 'short_var_declaration', 'return_statement', 'assignment_statement', 'keyed_element', 'var_declaration');
  const name = holder?.type === 'short_var_declaration' ? named(field(holder, 'left'))[0]?.text : undefined;
  const callable = functionOf(node);
  if (name === undefined || !callable) return false;
  // Kept when it is returned, put into something, or taken along by a function literal.
  const uses = below(field(callable, 'body'), 'identifier').filter((each) => each.text === name && each.startIndex > (holder?.endIndex ?? 0));
  return !uses.some((use) => enclosing(use, 'return_statement', 'keyed_element', 'func_literal', 'literal_element') !== undefined || enclosing(use, 'assignment_statement') !== undefined || enclosing(use, 'argument_list') !== undefined);
}

function isOwn(library: GoLibrary, called: Called, name: string, node: GoNode, cx: FactFileContext): boolean {
  if (library.topic !== 'cache') return false;
  return ownValues.test(called.of) || ownNames.test(`${name} ${nameOf(functionOf(node))}`) || handlerAround(cx, node) !== undefined && isPassing(node);
}

/** An index in memory, or in a folder that is made for one run. */
function isTemporary(node: GoNode): boolean {
  return node.type === 'call_expression' && args(node)[0] !== undefined && stringValue(args(node)[0]) === '';
}

function check(node: GoNode, cx: FactFileContext): void {
  const called = calledOf(cx, node);
  const library = called && goLibraries.find(({ path, name }) => path.test(called.path) && name.test(called.name));
  if (!called || !library || isGenerated(cx) || isCommandLine(cx, node)) return;
  if (library.unless?.test(library.topic === 'cache' ? node.text : cx.text) === true) return;
  const name = heldBy(node) || called.name;
  if (isOwn(library, called, name, node, cx) || (library.topic === 'cache' && asksOthersOnly(cx, node) && !importsHandlers.test(cx.text)) || (library.topic === 'search' && isTemporary(node))) return;
  const choice = choiceAround(node);
  const seconds = library.topic === 'cache' ? lifeOf(library, node) : undefined;
  cx.emit('go.use', span(called.token), {
    topic: library.topic, library: library.library, name, ...(nameOf(functionOf(node)) === '' ? {} : { maker: nameOf(functionOf(node)) }),
    ...(library.option === undefined ? {} : { option: library.option }), ...(choice ?? {}), ...(seconds === undefined ? {} : { seconds }),
    ...(library.topic === 'cache' && isTokenName(name) && isCopyOfDatabase(node.tree.rootNode, name) ? { copy: true as const } : {}),
  });
}

/** `go.use`: see the kind. */
export const goUseFacts: FactExtractor = {
  kinds: ['go.use'],
  matchers: [factMatcher({
    language: 'go',
    needles: [[goLibraryNeedle], [/\b(?:syscall|unix)\.(?:FcntlFlock|Flock)\(/], ['ListenMulticastUDP'], ['NewRateLimiterMemoryStore']],
    on: {
      call_expression: check,
      type_conversion_expression: check,
      selector_expression(node, cx) {
        const operand = field(node, 'operand');
        if (field(node, 'field')?.text !== 'DefaultMemStore' || operand?.type !== 'identifier' || !/base64Captcha$/i.test(importOf(cx, node, operand.text) ?? '') || isCommandLine(cx, node)) return;
        cx.emit('go.use', span(node), { topic: 'captcha', library: 'base64Captcha', name: heldBy(node), ...(choiceAround(node) ?? {}) });
      },
    },
  })],
};
