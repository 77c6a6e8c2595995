import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { args, calledName, classNamed, isCommandLine, namedArgument, type PhpNode } from '../../syntax/php/ask.js';
import { literalText } from '../../syntax/php/value.js';
import { enclosing, field, named, span } from '../../syntax/tree-sitter/nodes.js';
import { below, entries, span as yamlSpan, text } from '../../syntax/yaml/ask.js';
import { generalPath, healthPath } from '../health-route.js';

const routes = /^(?:get|any|match|head|add|map|route|view|connect|redirect|resource|controller|livewire)$/;

function tells(path: string | undefined): path is string {
  return path !== undefined && (healthPath.test(path) || generalPath.test(path) || /^\/?(?:up|health[_-]?check\w*)$/.test(path));
}

/** `Route::get('/health', …)`, `$routes->get('ping', …)`, `$app->get('/healthz', …)`. */
function ofCall(call: PhpNode, cx: FactFileContext): void {
  if (!routes.test(calledName(call)) || isCommandLine(cx, call)) return;
  const path = args(call).slice(0, 2).find((each) => tells(literalText(each)));
  const receiver = (field(call, 'scope') ?? field(call, 'object'))?.text ?? '';
  if (path && /route|router|app\b|group|collector|^\$r$|->/i.test(receiver)) cx.emit('health.route', span(path), { via: literalText(path) ?? '' });
}

/** `->withRouting(health: '/up')` of Laravel. */
function ofRouting(call: PhpNode, cx: FactFileContext): void {
  const given = calledName(call) === 'withrouting' ? namedArgument(call, 'health') : undefined;
  if (given && literalText(given) !== 'null') cx.emit('health.route', span(given), { via: literalText(given) ?? 'health' });
}

/** `#[Route('/health')]` of Symfony. */
function ofAttribute(attribute: PhpNode, cx: FactFileContext): void {
  if (!/(?:^|\\)(?:Route|Get)$/.test(classNamed(cx, named(attribute)[0]))) return;
  const path = [...args(attribute), ...['path', 'uri'].flatMap((name) => namedArgument(attribute, name) ?? [])].find((each) => tells(literalText(each)));
  if (path) cx.emit('health.route', span(path), { via: literalText(path) ?? '' });
}

/** `* @Route("/health")` of older Symfony. */
function ofComment(comment: PhpNode, cx: FactFileContext): void {
  const path = /@(?:\w+\\)?Route\(\s*"([^"]+)"/.exec(comment.text)?.[1];
  if (tells(path) && enclosing(comment, 'class_declaration')) cx.emit('health.route', span(comment), { via: path });
}

/** Pages without a framework: `public/health.php`, `healthcheck.php`. */
export const healthPage = /(?:^|\/)(?:health[\w-]*|ping|alive|livez|readyz|status)\.php$/;

/** Routes of PHP that answer whether the application works. */
export const phpHealthFacts: FactExtractor = {
  kinds: ['health.route'],
  matchers: [
    factMatcher({
      language: 'php',
      needles: [[/['"]\/?(?:[\w.-]+\/){0,4}(?:_?health(?:y|z|[-_]?checks?)?|livez|readyz|liveness|readiness|heart-?beat|(?:is|keep)?-?alive|ping|status|up)['"/]/i, /->(?:get|any|match|add|map|route|withRouting)\(|Route::|#\[|@Route|\$routes/]],
      on: {
        scoped_call_expression: ofCall,
        member_call_expression(call, cx) {
          ofCall(call, cx);
          ofRouting(call, cx);
        },
        attribute: ofAttribute,
        comment: ofComment,
      },
    }),
    factMatcher({
      language: 'yaml', files: ['**/routes.{yaml,yml}', '**/routes/**/*.{yaml,yml}', '**/routing*.{yaml,yml}', '**/routing/**/*.{yaml,yml}'], needles: [[/\bpath:/]],
      on: {
        document({ doc }, cx) {
          for (const { value } of entries(doc, doc.contents ?? undefined)) {
            const node = below(doc, value, 'path');
            const path = text(node);
            if (node && tells(path)) cx.emit('health.route', yamlSpan(node), { via: path });
          }
        },
      },
    }),
  ],
};
