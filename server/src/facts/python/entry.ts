import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { argument, below, calledName, enclosing, enclosingFunction, field, importsOf, methodOf, named, nameOf, plainText, positional, span, type PythonNode } from '../../syntax/python/ask.js';
import { soleValue } from '../../syntax/python/scope.js';
import { possibleValues } from '../../syntax/python/values.js';

/** What a server of Python can be told to load: an application object of a module, or a function that makes one. */
export interface PythonEntry {
  /** Absent where a function of another module makes it. */
  readonly framework?: string;
  readonly protocol?: 'wsgi' | 'asgi';
  /** Variable or function of the module. */
  readonly name: string;
  readonly factory: boolean;
  /** Name of the function of another module that makes the object. */
  readonly via?: string;
  /** Top-level names that the file imports from, which tell what stands on the path of modules. */
  readonly imports: readonly string[];
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    'python.entry': PythonEntry;
    /** A place where a program of Python begins to listen by itself. */
    'python.listen': { readonly port?: number; readonly env?: string; readonly framework: string };
    /** The module of settings that a server of Django starts with. */
    'python.django-settings': { readonly module: string };
  }
}

interface Maker {
  readonly framework: string;
  readonly protocol: 'wsgi' | 'asgi';
}

const makers: Readonly<Record<string, readonly [framework: string, protocol: 'wsgi' | 'asgi']>> = {
  'django.core.wsgi.get_wsgi_application': ['django', 'wsgi'], 'django.core.asgi.get_asgi_application': ['django', 'asgi'], 'channels.routing.ProtocolTypeRouter': ['django', 'asgi'], 'configurations.wsgi.get_wsgi_application': ['django', 'wsgi'],
  'flask.Flask': ['flask', 'wsgi'], 'connexion.FlaskApp': ['flask', 'wsgi'], 'apiflask.APIFlask': ['flask', 'wsgi'], 'quart.Quart': ['quart', 'asgi'],
  'fastapi.FastAPI': ['fastapi', 'asgi'], 'starlette.applications.Starlette': ['starlette', 'asgi'], 'litestar.Litestar': ['litestar', 'asgi'], 'blacksheep.Application': ['blacksheep', 'asgi'],
  'fasthtml.common.FastHTML': ['fasthtml', 'asgi'], 'fasthtml.common.fast_app': ['fasthtml', 'asgi'], 'fasthtml.FastHTML': ['fasthtml', 'asgi'],
  'falcon.App': ['falcon', 'wsgi'], 'falcon.API': ['falcon', 'wsgi'], 'falcon.asgi.App': ['falcon', 'asgi'], 'bottle.Bottle': ['bottle', 'wsgi'], 'bottle.default_app': ['bottle', 'wsgi'], 'pyramid.config.Configurator': ['pyramid', 'wsgi'],
};

function makerNamed(cx: FactFileContext, call: PythonNode): Maker | undefined {
  const name = calledName(cx, call);
  const names = [name, ...importsOf(cx, call).wildcards.map((module) => `${module}.${name}`)];
  const found = names.flatMap((each) => (Object.hasOwn(makers, each) ? makers[each] ?? [] : []));
  return found.length >= 2 ? { framework: found[0] ?? '', protocol: found[1] as Maker['protocol'] } : undefined;
}

/** The call that makes the application, also where others are put around it: `WhiteNoise(get_wsgi_application())`. */
function makerIn(cx: FactFileContext, value: PythonNode): Maker | undefined {
  const calls = value.type === 'call' ? [value, ...below(value, 'call')] : [];
  return calls.map((call) => makerNamed(cx, call)).find((maker) => maker !== undefined);
}

const factoryName = /^(?:create|make|build|get|init)_?\w*(?:app|application|api|server)\w*$|^(?:app|application|main)$/i;

/** Functions of the module that make an application and hand it back, and need nothing for it. */
function factories(root: PythonNode, cx: FactFileContext): ReadonlyMap<string, Maker> {
  const found = new Map<string, Maker>();
  for (const child of named(root)) {
    const fn = child.type === 'decorated_definition' ? field(child, 'definition') : child;
    if (fn?.type !== 'function_definition' || !factoryName.test(nameOf(fn)) || below(fn, 'return_statement').length === 0) continue;
    const needed = named(field(fn, 'parameters') ?? fn).filter((parameter) => /^(?:identifier|typed_parameter)$/.test(parameter.type) && !parameter.text.startsWith('*'));
    const maker = below(fn, 'call').map((call) => makerNamed(cx, call)).find((each) => each !== undefined);
    if (maker && needed.length === 0) found.set(nameOf(fn), maker);
  }
  return found;
}

/** Left side of an assignment: a name, or the first of several. */
function assigned(left: PythonNode | undefined): PythonNode | undefined {
  const first = left?.type === 'pattern_list' || left?.type === 'tuple_pattern' ? named(left)[0] : left;
  return first?.type === 'identifier' ? first : undefined;
}

function onModule(root: PythonNode, cx: FactFileContext): void {
  const imports = [...new Set([...importsOf(cx, root).modules].map((module) => module.replace(/\..*$/, '')).filter(Boolean))].sort();
  const made = factories(root, cx);
  const emitted = new Set<string>();
  const emit = (at: PythonNode, entry: Omit<PythonEntry, 'imports'>): void => {
    if (emitted.has(entry.name)) return;
    emitted.add(entry.name);
    cx.emit('python.entry', span(at), { ...entry, imports });
  };
  for (const node of below(root, 'assignment')) {
    const name = assigned(field(node, 'left'));
    const value = field(node, 'right');
    if (!name || value?.type !== 'call' || enclosingFunction(node) || enclosing(node, 'class_definition') || mainGuarded(node)) continue;
    const callee = calledName(cx, value);
    const maker = makerIn(cx, value) ?? made.get(callee);
    if (maker) emit(name, { ...maker, name: name.text, factory: false });
    else if (callee.includes('.') && factoryName.test(callee.replace(/^.*\./, '')) && /^(?:app|application|server|api|asgi|wsgi)\w*$/i.test(name.text)) emit(name, { name: name.text, factory: false, via: callee.replace(/^.*\./, '') });
  }
  for (const [name, maker] of made) emit(root, { ...maker, name, factory: true });
}

function mainGuarded(node: PythonNode): boolean {
  const guard = enclosing(node, 'if_statement');
  return guard !== undefined && /__name__/.test(field(guard, 'condition')?.text ?? '');
}

/** `8000`, `int(os.environ.get("PORT", 8000))`, through constants. */
function portOf(cx: FactFileContext, node: PythonNode | undefined, depth = 3): { readonly port?: number; readonly env?: string } {
  if (!node || depth === 0) return {};
  if (node.type === 'call' && /^(?:int|str|float)$/.test(calledName(cx, node))) return portOf(cx, positional(node)[0], depth - 1);
  if (node.type === 'identifier') {
    const value = soleValue(cx, node);
    if (value) return portOf(cx, value, depth - 1);
  }
  let port: number | undefined;
  let env: string | undefined;
  for (const { text, setting } of possibleValues(cx, node)) {
    const number = Number(text);
    if (Number.isInteger(number) && number > 0 && number < 65536) port ??= number;
    if (setting !== undefined && /^[A-Z]\w*$/.test(setting)) env ??= setting;
  }
  return { ...(port === undefined ? {} : { port }), ...(env === undefined ? {} : { env }) };
}

/** Calls that listen, by name, with the position of the port where it has one. */
const listeners: readonly (readonly [call: RegExp, framework: string, position: number])[] = [
  [/^uvicorn\.run$/, 'uvicorn', -1], [/^hypercorn\.\w+\.serve$/, 'hypercorn', -1], [/^waitress\.serve$/, 'waitress', -1], [/^aiohttp\.web\.run_app$/, 'aiohttp', -1], [/^bottle\.run$/, 'bottle', -1],
  [/^wsgiref\.simple_server\.make_server$|^(?:gevent\.pywsgi|cherrypy\.wsgiserver)\.WSGIServer$/, 'wsgi', 1], [/^werkzeug\.serving\.run_simple$/, 'werkzeug', 1], [/^(?:http\.server\.(?:Threading)?HTTPServer|socketserver\.(?:Threading)?TCPServer)$/, 'http.server', 0], [/^fasthtml\.\w+\.serve$|^nicegui\.ui\.run$/, 'fasthtml', -1],
];
/** Classes whose objects listen by `run`. */
const runnable = /^(?:flask\.Flask|quart\.Quart|sanic\.Sanic|dash\.Dash|flask_socketio\.SocketIO|socketio\.\w+|apiflask\.APIFlask)$/;

function onCall(call: PythonNode, cx: FactFileContext): void {
  const name = calledName(cx, call);
  const known = listeners.find(([pattern]) => pattern.test(name));
  if (known) {
    const [, framework, position] = known;
    const at = position < 0 ? undefined : positional(call)[position];
    const node = argument(call, 'port') ?? (at?.type === 'tuple' ? named(at)[1] : at);
    cx.emit('python.listen', span(call), { framework, ...portOf(cx, node) });
    return;
  }
  const method = methodOf(call);
  if (method === 'add_insecure_port' || method === 'add_secure_port') {
    const [address] = positional(call);
    const stated = Number(/:(\d{2,5})/.exec(address?.text ?? '')?.[1]);
    const names = address ? [address, ...below(address, 'identifier')].map((each) => portOf(cx, each)) : [];
    const from = names.find(({ port, env }) => port !== undefined || env !== undefined) ?? {};
    cx.emit('python.listen', span(call), { framework: 'grpc', ...from, ...(stated > 0 && stated < 65536 ? { port: stated } : {}) });
    return;
  }
  const object = field(field(call, 'function'), 'object');
  const value = object?.type === 'identifier' ? soleValue(cx, object) : undefined;
  const made = value?.type === 'call' ? calledName(cx, value) : '';
  if ((method === 'run' || method === 'run_server') && runnable.test(made)) cx.emit('python.listen', span(call), { framework: made.replace(/\..*$/, ''), ...portOf(cx, argument(call, 'port', made === 'flask_socketio.SocketIO' ? 2 : 1)) });
  if (method === 'listen' && /^tornado\./.test(made)) cx.emit('python.listen', span(call), { framework: 'tornado', ...portOf(cx, positional(call)[0]) });
}

/** `os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")` */
function onSettings(call: PythonNode, cx: FactFileContext): void {
  const [name, value] = positional(call).map(plainText);
  if (methodOf(call) === 'setdefault' && name === 'DJANGO_SETTINGS_MODULE' && value !== undefined) cx.emit('python.django-settings', span(call), { module: value });
}

/** What servers of Python are told to load, and where programs listen by themselves. */
export const pythonEntryFacts: FactExtractor = {
  kinds: ['python.entry', 'python.listen', 'python.django-settings'],
  matchers: [
    factMatcher({
      language: 'python',
      needles: [['Flask'], ['FastAPI'], ['Starlette'], ['Quart'], ['Litestar'], ['blacksheep'], ['fasthtml'], ['falcon'], ['bottle'], ['pyramid'], ['get_wsgi_application'], ['get_asgi_application'], ['ProtocolTypeRouter'], [/^(?:app|application|server|api|asgi|wsgi)\w*\s*=\s*[\w.]*(?:create|make|build|get|init)_/m]],
      on: { module: onModule },
    }),
    factMatcher({ language: 'python', needles: [[/\b(?:run|run_app|run_server|run_simple|serve|listen|make_server|WSGIServer|HTTPServer|TCPServer|add_(?:in)?secure_port)\(/]], on: { call: onCall } }),
    factMatcher({ language: 'python', needles: [['DJANGO_SETTINGS_MODULE']], on: { call: onSettings } }),
  ],
};
