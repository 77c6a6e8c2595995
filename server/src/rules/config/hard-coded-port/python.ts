import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { argument, calledName, methodOf, span, type PythonNode } from '../../../syntax/python/ask.js';
import { isMainGuarded } from '../../../syntax/python/surroundings.js';
import { isDevelopmentOnly, possibleValues } from '../../../syntax/python/values.js';

/** Servers that code starts, and the position of their port. */
const servers = /^(?:uvicorn\.run|hypercorn\.run|waitress\.serve|aiohttp\.web\.run_app|eventlet\.listen|uvicorn\.Config)$/;

/** `uvicorn.run(app, port=8000)`, `socketio.run(app, port=5000)`; Flask's own server is for development. */
function onCall(call: PythonNode, cx: RuleFileContext): void {
  const isSocketIo = methodOf(call) === 'run' && /socketio$/.test(calledName(cx, call).replace(/\.run$/, ''));
  if (!(servers.test(calledName(cx, call)) || isSocketIo) || isDevelopmentOnly(cx, call)) return;
  // A server that loads changed code anew is a developer's.
  if (argument(call, 'reload')?.type === 'true' || argument(call, 'debug')?.type === 'true') return;
  const port = argument(call, 'port');
  if (!port) return;
  const values = possibleValues(cx, port);
  const [value] = values;
  if (values.length !== 1 || value?.from !== 'literal' || value.setting !== undefined || !/^\d+$/.test(value.text ?? '')) return;
  cx.report({ at: span(value.node), say: 'port', args: { port: value.text ?? '' }, data: { replaceable: true, variable: 'PORT', ...(isMainGuarded(call) ? { byHand: true } : {}) } });
}

export const pythonPort = ruleMatcher({ language: 'python', needles: [['port', /\b(?:uvicorn|hypercorn|waitress|run_app|socketio)\b/]], on: { call: onCall } });
