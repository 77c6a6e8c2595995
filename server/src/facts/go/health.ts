import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { args, calleeOf, stringValue } from '../../syntax/go/ask.js';
import { enclosing, field, isWithin, span, type SyntaxNode } from '../../syntax/tree-sitter/nodes.js';
import { generalPath, healthPath } from '../health-route.js';

const registrations = /^(?:Handle|HandleFunc|HandlerFunc|Match|Methods|Path|Get|GET|Head|HEAD|Any|All|Add|Route|Group|Use|Method|MethodFunc|Heartbeat)$/;

/** `"/health"` wherever a server may compare or register it, `"GET /ping"` where it is registered; not what a client asks others for. */
function onLiteral(literal: SyntaxNode, cx: FactFileContext): void {
  const path = (stringValue(literal) ?? '').replace(/^(?:GET|HEAD)\s+/, '');
  if (!path.startsWith('/') || !(healthPath.test(path) || generalPath.test(path))) return;
  const call = enclosing(literal, 'call_expression');
  const callee = call && args(call).some((each) => isWithin(literal, each)) ? calleeOf(cx, call) : undefined;
  if (callee?.path === 'net/http' && !/^Handle/.test(callee.name)) return;
  if (healthPath.test(path) || (callee && registrations.test(callee.name))) cx.emit('health.route', span(literal), { via: path });
}

/** Libraries and packages of one's own that exist to answer probes, such as gRPC's health service. */
const bringing = /(?:^|[/_-])health(?:z|[-_]?checks?|check\w*)?(?:-go)?(?:\/|$)/;

function onImport(spec: SyntaxNode, cx: FactFileContext): void {
  const path = stringValue(field(spec, 'path'));
  if (path !== undefined && bringing.test(path)) cx.emit('health.route', span(spec), { via: path });
}

/** Routes of Go that answer whether the program works. */
export const goHealthFacts: FactExtractor = {
  kinds: ['health.route'],
  matchers: [
    factMatcher({
      language: 'go',
      needles: [[/["`](?:GET |HEAD )?\/(?:[\w.-]+\/){0,4}(?:_?health\w*|health[-_]checks?|livez|readyz|liveness|readiness|heart-?beat|l[47][-_]?\w*|(?:is|keep)?-?alive|ping|status|ready|live|probe)[\w.-]*[/"`*]/i]],
      on: { interpreted_string_literal: onLiteral, raw_string_literal: onLiteral },
    }),
    factMatcher({ language: 'go', needles: [[/"(?:[\w./-]*[/_-])?health[\w/-]*"/]], on: { import_spec: onImport } }),
  ],
};
