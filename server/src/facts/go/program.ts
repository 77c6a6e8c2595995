import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { args, assignedValue, calleeOf, functionOf, stringValue, type GoNode } from '../../syntax/go/ask.js';
import { isLocalAddress, listenerOf } from '../../syntax/go/listen.js';
import { below, field, named, span } from '../../syntax/tree-sitter/nodes.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** Where a program of Go takes its address from: the port that is written or taken by default, and the variable that replaces it. */
    'go.address': { readonly port?: number; readonly env?: string };
    /** Code of C is compiled into the program. */
    'go.cgo': { readonly via: string };
    /** A file or folder that the program opens under a path of its own, seen from where it is started. */
    'go.reads': { readonly path: string };
    /** Files that the compiler takes in, as the pattern beside the package says. */
    'go.embed': { readonly pattern: string };
    /** A command of the program's command line that serves. */
    'go.command': { readonly name: string };
  }
}

const ports = /"?:?(\d{2,5})"?$/;
const variable = /(?:Getenv|LookupEnv|[eE]nv\w*|GetString|GetInt)\(\s*"([A-Z]\w*)"(?:\s*,\s*"?:?(\d{2,5})"?)?/;

/** What a name is given anywhere in the function around it, or in the file where it is no local one. */
function givenTo(name: GoNode): readonly GoNode[] {
  const around = functionOf(name) ?? name.tree.rootNode;
  const given = below(around, 'short_var_declaration', 'assignment_statement', 'var_spec').flatMap((each) => {
    const left = field(each, 'left') ?? field(each, 'name');
    const right = field(each, 'right') ?? field(each, 'value');
    return left?.text.split(/\s*,\s*/)[0] === name.text && right ? [right] : [];
  });
  const own = assignedValue(name);
  return given.length > 0 ? given : own ? [own] : [];
}

function addressIn(node: GoNode, depth = 3): { readonly port?: number; readonly env?: string } {
  const text = stringValue(node) ?? node.text;
  const read = variable.exec(node.text);
  const env = read?.[1] === undefined ? {} : { env: read[1] };
  const stated = Number(read?.[2] ?? ports.exec(text)?.[1]);
  let found: { readonly port?: number; readonly env?: string } = { ...(stated > 0 && stated < 65536 ? { port: stated } : {}), ...env };
  if (depth > 0) {
    const names = node.type === 'identifier' ? [node] : below(node, 'identifier');
    for (const value of names.flatMap(givenTo)) found = { ...addressIn(value, depth - 1), ...found };
  }
  return found;
}

/** `net.Listen("tcp", address)`, which servers of gRPC are handed. */
function onSocket(call: GoNode, cx: FactFileContext): void {
  const callee = calleeOf(cx, call);
  const [network, address] = args(call);
  if (callee?.path !== 'net' || callee.name !== 'Listen' || !/^tcp/.test(stringValue(network) ?? '') || !address || isLocalAddress(address)) return;
  cx.emit('go.address', span(callee.token), addressIn(address));
}

function onListen(call: GoNode, cx: FactFileContext): void {
  const listener = listenerOf(cx, call);
  if (!listener || (listener.address && isLocalAddress(listener.address))) return;
  // Without an address gin takes that of the variable PORT.
  const found = listener.address ? addressIn(listener.address) : listener.framework === 'gin' ? { port: 8080, env: 'PORT' } : {};
  cx.emit('go.address', span(listener.token), found);
}

const readers = /^(?:ParseFiles|ParseGlob|ParseFS|LoadHTMLGlob|LoadHTMLFiles|Dir|DirFS|Static|StaticFS|StaticFile|ServeFile|ReadFile|Open|SetConfigFile|AddConfigPath|ReadDir|Must|File|NewWithDatabaseInstance|New)$/;

function onRead(call: GoNode, cx: FactFileContext): void {
  const callee = calleeOf(cx, call);
  if (!callee || !readers.test(callee.name)) return;
  for (const argument of args(call)) {
    const path = stringValue(argument)?.replace(/^file:\/\//, '').replace(/^\.\//, '');
    if (path !== undefined && /^[\w-][\w.-]*(?:\/[\w.*-]+)*\/?$/.test(path) && /[/.]|^(?:templates?|static|public|assets|views|migrations|web|www|config)/.test(path)) cx.emit('go.reads', span(argument), { path });
  }
}

/** `Use: "serve"` of Cobra, `Name: "server"` of urfave/cli. */
function onCommand(element: GoNode, cx: FactFileContext): void {
  const [key, value] = named(element);
  const name = /^(?:Use|Name)$/.test(key?.text ?? '') ? stringValue(value?.type === 'literal_element' ? named(value)[0] : value)?.split(' ')[0] : undefined;
  if (name !== undefined && /^(?:serve|server|web|http|api|daemon)$/.test(name)) cx.emit('go.command', span(element), { name });
}

/** How programs of Go are built and started: see the kinds. */
export const goProgramFacts: FactExtractor = {
  kinds: ['go.address', 'go.cgo', 'go.reads', 'go.embed', 'go.command'],
  matchers: [
    factMatcher({
      language: 'go', needles: [[/\.ListenAndServe(?:TLS)?\(/], ['gin-gonic/gin', /\.Run(?:TLS)?\(/], ['labstack/echo', /\.Start(?:TLS)?\(/], ['gofiber/fiber', /\.Listen(?:TLS)?\(/]],
      on: { call_expression: onListen },
    }),
    factMatcher({ language: 'go', needles: [['google.golang.org/grpc', /\bnet\.Listen\(/]], on: { call_expression: onSocket } }),
    factMatcher({ language: 'go', needles: [[/^import "C"$|^\s+"C"$/m]], on: { import_spec: (spec, cx) => { if (spec.text === '"C"') cx.emit('go.cgo', span(spec), { via: 'import "C"' }); } } }),
    factMatcher({ language: 'go', needles: [[/\.(?:Parse(?:Files|Glob)|LoadHTML\w+|Dir(?:FS)?|Static(?:FS|File)?|ServeFile|ReadFile|Open|SetConfigFile|AddConfigPath|ReadDir|NewWithDatabaseInstance)\(/], ['file://', 'migrate']], on: { call_expression: onRead } }),
    factMatcher({
      language: 'go', needles: [['//go:embed']],
      on: {
        comment(comment, cx) {
          const patterns = /^\/\/go:embed\s+(.+)$/.exec(comment.text)?.[1]?.split(/\s+/) ?? [];
          for (const pattern of patterns) cx.emit('go.embed', span(comment), { pattern: pattern.replace(/^all:|"|`/g, '') });
        },
      },
    }),
    factMatcher({ language: 'go', needles: [['spf13/cobra', /Use:/], ['urfave/cli', /Name:/]], on: { keyed_element: onCommand } }),
  ],
};
