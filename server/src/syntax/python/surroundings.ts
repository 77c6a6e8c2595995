import { basename } from '../../base/paths.js';
import type { FileContext } from '../../contract/rule.js';
import { below, calledName, decoratorNames, enclosing, enclosingClass, enclosingFunction, field, importsOf, importsPackage, nameOf, parametersOf, parentsOf, rootOf, type Once, type PythonNode } from './ask.js';
import { functionNamed } from './scope.js';

const routes = /\.(?:route|get|post|put|patch|delete|head|options|websocket|api_route|websocket_route|before_request|after_request|teardown_request|before_app_request|errorhandler|middleware|context_processor|on|event|action|expose|doc|marshal_with)$|^(?:.*\.)?(?:api_view|action|login_required|require_\w+|csrf_exempt|permission_required|authed_only|admins_only|user_passes_test|view_config|view|ajax_required)$/;
const jobs = /^(?:.*\.)?(?:task|shared_task|periodic_task|db_task|db_periodic_task|job|actor|celery\.task|app\.task)$/;
const handlerClasses = /(?:^|\.)(?:\w*(?:View|ViewSet|APIView|Resource|MethodView|Handler|Consumer|HTTPEndpoint|WebSocketEndpoint|Middleware|MiddlewareMixin|View\w*Mixin|Controller)|Namespace)$/;
const requestTypes = /\b(?:Request|HttpRequest|WebSocket|HTTPConnection|WSGIRequest|UploadFile)\b/;

/** Whether a framework calls the function for each request or message. */
export function isHandler(cx: Once, fn: PythonNode): boolean {
  if (decoratorNames(cx, fn).some((name) => routes.test(name) || jobs.test(name))) return true;
  const parameters = parametersOf(fn);
  if (parameters.some(({ name, type }) => name === 'request' || requestTypes.test(type))) return true;
  const type = enclosingClass(fn);
  if (type && nameOf(fn) !== '__init__' && parentsOf(cx, type).some((parent) => handlerClasses.test(parent))) return true;
  return usesFlaskRequest(cx, fn);
}

function usesFlaskRequest(cx: Once, fn: PythonNode): boolean {
  const { names } = importsOf(cx, fn);
  const request = [...names].find(([, from]) => from === 'flask.request' || from === 'flask.session' || from === 'flask.g' || from === 'quart.request' || from === 'bottle.request')?.[0];
  return request !== undefined && below(field(fn, 'body') ?? fn, 'identifier').some((each) => each.text === request);
}

/** Whether the function is run by a queue of tasks outside the web process. */
export function isTask(cx: Once, fn: PythonNode): boolean {
  return decoratorNames(cx, fn).some((name) => jobs.test(name));
}

const servedKey = {};

/** Functions of the file that handle requests, and those that they call by name, two steps far. */
function served(cx: Once, node: PythonNode): ReadonlySet<number> {
  return cx.once(servedKey, () => {
    const found = new Map<number, PythonNode>();
    for (const fn of below(rootOf(node), 'function_definition')) if (isHandler(cx, fn)) found.set(fn.id, fn);
    let fresh = [...found.values()];
    for (let step = 0; step < 2 && fresh.length > 0; step++) {
      const next = fresh.flatMap((fn) => below(fn, 'call').flatMap((call) => {
        const callee = field(call, 'function');
        const called = callee?.type === 'identifier' ? functionNamed(cx, callee, callee.text) : callee && ownMethod(callee);
        return called && !found.has(called.id) ? [called] : [];
      }));
      for (const fn of next) found.set(fn.id, fn);
      fresh = next;
    }
    return new Set(found.keys());
  });
}

/** The method that `self.name(…)` calls in the same class. */
function ownMethod(callee: PythonNode): PythonNode | undefined {
  const type = field(callee, 'object')?.text === 'self' ? enclosingClass(callee) : undefined;
  const name = field(callee, 'attribute')?.text;
  return type ? below(type, 'function_definition').find((each) => nameOf(each) === name) : undefined;
}

/** Whether requests or messages come by a place: a handler is around it, or calls what is. */
export function isServed(cx: Once, node: PythonNode): boolean {
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) if (served(cx, fn).has(fn.id)) return true;
  return false;
}

const webPackages = ['flask', 'django', 'fastapi', 'starlette', 'aiohttp', 'tornado', 'sanic', 'bottle', 'quart', 'falcon', 'pyramid', 'litestar', 'rest_framework', 'channels', 'socketio', 'flask_socketio', 'celery', 'cherrypy', 'flask_restx', 'flask_restful', 'ninja'];

/** Whether the file belongs to a server by what it imports. */
export function importsWeb(cx: Once, node: PythonNode): boolean {
  return importsPackage(cx, node, ...webPackages);
}

const cliKey = {};

/** Whether the file is a program that somebody starts by hand: it reads arguments or opens a window, and serves nobody. */
export function isCommandLine(cx: Pick<FileContext, 'once' | 'path'>, node: PythonNode): boolean {
  return cx.once(cliKey, () => {
    if (/(?:^|\/)(?:management\/commands|cli|commands?|bin)\//.test(cx.path) || /^(?:cli|manage|commands?|__main__|setup|fabfile|noxfile|conftest|wsgi_profiler)\.py$/.test(basename(cx.path))) return true;
    // A window on somebody's desk.
    if (importsPackage(cx, node, 'PyQt5', 'PyQt6', 'PySide2', 'PySide6', 'tkinter', 'wx', 'kivy', 'customtkinter')) return true;
    if (importsPackage(cx, node, 'argparse', 'optparse', 'click', 'typer', 'fire', 'docopt') && !importsPackage(cx, node, ...webPackages)) return true;
    return false;
  });
}

/** Whether the module itself, while it is loaded, is all that calls a function of the file. */
export function isCalledAtLoadOnly(fn: PythonNode): boolean {
  const name = nameOf(fn);
  if (name === '' || fn.parent?.type === 'decorated_definition' || enclosingClass(fn) || enclosingFunction(fn)) return false;
  const calls = below(rootOf(fn), 'call').filter((call) => field(call, 'function')?.text === name);
  return calls.length > 0 && calls.every((call) => !enclosingFunction(call));
}

/** Whether a place runs only when the file is started by hand: `if __name__ == "__main__":`. */
export function isMainGuarded(node: PythonNode): boolean {
  for (let at = enclosing(node, 'if_statement'); at; at = enclosing(at, 'if_statement')) if (/__name__\s*==/.test(field(at, 'condition')?.text ?? '')) return true;
  return false;
}

/** Qualified names of calls inside a node. */
export function callsIn(cx: Once, node: PythonNode): readonly string[] {
  return below(node, 'call').map((call) => calledName(cx, call)).filter((name) => name !== '');
}
