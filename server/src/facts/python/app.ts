import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { calledName, calleeSpan, field, named, positional, plainText, span, enclosing, enclosingFunction, type PythonNode } from '../../syntax/python/ask.js';
import { isCommandLine, isMainGuarded } from '../../syntax/python/surroundings.js';
import { isDevelopmentOnly } from '../../syntax/python/values.js';
import { generalPath, healthPath } from '../health-route.js';

/** A place that makes a web application of Python, and what a route beside it needs. */
export interface PythonApp {
  readonly framework: 'flask' | 'fastapi' | 'django';
  /** Variable that holds the application; '' for Django, whose place is its list of URLs. */
  readonly name: string;
  /** Offset behind the call, or behind the bracket that opens the list. */
  readonly end: number;
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    'python.app': PythonApp;
  }
}

const makers: Readonly<Record<string, 'flask' | 'fastapi'>> = { 'flask.Flask': 'flask', 'fastapi.FastAPI': 'fastapi' };

function onAssignment(node: PythonNode, cx: FactFileContext, urls: boolean): void {
  const left = field(node, 'left');
  const right = field(node, 'right');
  if (left?.type !== 'identifier' || !right) return;
  if (urls !== (left.text === 'urlpatterns')) return;
  if (left.text === 'urlpatterns' && right.type === 'list' && !enclosingFunction(node) && !enclosing(node, 'if_statement')) {
    cx.emit('python.app', span(left), { framework: 'django', name: '', end: right.startIndex + 1 });
    return;
  }
  const framework = right.type === 'call' ? makers[calledName(cx, right)] : undefined;
  if (framework && !isMainGuarded(node) && !isCommandLine(cx, node)) cx.emit('python.app', calleeSpan(right), { framework, name: left.text, end: node.endIndex });
}

const routing = /(?:^|\.)(?:route|get|path|re_path|url|add_url_rule|add_route|add_api_route|add_resource|api_route|head|Route)$/;

/** `@app.get("/healthz")`, `path("health/", …)`, `Route("/ping", …)`. */
function onCall(call: PythonNode, cx: FactFileContext): void {
  if (!routing.test(calledName(cx, call)) || isDevelopmentOnly(cx, call)) return;
  for (const argument of positional(call).slice(0, 2)) {
    const path = plainText(argument)?.replace(/^\^|\$$/g, '');
    if (path !== undefined && path !== '' && (healthPath.test(path) || generalPath.test(path))) cx.emit('health.route', span(argument), { via: path });
  }
}

/** Packages whose URLs are included, and middleware that answers by itself. */
function onText(literal: PythonNode, cx: FactFileContext): void {
  const text = plainText(literal) ?? '';
  if (/^(?:health_check(?:\.\w+)*|watchman(?:\.urls)?|django_probes|healthz|[\w.]*[Hh]ealth\w*Middleware)$/.test(text) && named(literal).length === 1) cx.emit('health.route', span(literal), { via: text });
}

/** A route whose path says health, or is nothing but a word for it. */
const routed = /\b(?:route|get|path|re_path|url|add_url_rule|add_route|add_api_route|add_resource|api_route|head|Route)\(\s*(?:\w+,\s*)?r?["'](?:[^"'\n]*(?:health|livez|readyz|liveness|readiness|heart-?beat)|\^?\/?(?:\w+\/){0,3}(?:ping|status|ready|live|probe|(?:is|keep)?-?alive|l[47])\b)/i;

/** Applications of Flask, FastAPI and Django, and routes that tell their health. */
export const pythonAppFacts: FactExtractor = {
  kinds: ['python.app', 'health.route'],
  matchers: [
    factMatcher({ language: 'python', needles: [['Flask'], ['FastAPI']], on: { assignment: (node, cx) => onAssignment(node, cx, false) } }),
    factMatcher({ language: 'python', files: ['**/urls.py'], needles: [['urlpatterns']], on: { assignment: (node, cx) => onAssignment(node, cx, true) } }),
    factMatcher({ language: 'python', needles: [[routed]], on: { call: onCall } }),
    factMatcher({ language: 'python', needles: [[/['"](?:health_check|watchman|django_probes|healthz|[\w.]*[Hh]ealth\w*Middleware)/]], on: { string: onText } }),
  ],
};
