import { ruleMatcher } from '../../../contract/rule.js';
import { args, calledName, createdClass, enclosingClass, isCommandLine, nameOf, type PhpNode } from '../../../syntax/php/ask.js';
import { enclosing, field, named, span } from '../../../syntax/tree-sitter/nodes.js';

/** A lock on the very file that is written only keeps its lines whole. */
function guardsWork(call: PhpNode): boolean {
  const type = enclosingClass(call);
  const scope = enclosing(call, 'method_declaration', 'function_definition');
  return /lock|mutex|semaphore/i.test(`${nameOf(type)} ${nameOf(scope)}`) || /LOCK_NB/.test(args(call)[1]?.text ?? '') || /['"][^'"]*\.(?:lock|pid)['"]/.test(scope?.text ?? '');
}

/** `.env.lock`, `stock.json.lock`: keeps the lines of the local file whole that it is named after. */
function isOfFile(call: PhpNode): boolean {
  return /['"\/.][\w-]*\.(?:env|json|php|ini|ya?ml|xml|csv|txt|conf|sqlite|db)\.lock['"]/i.test(enclosing(call, 'method_declaration', 'function_definition')?.text ?? '');
}

/** Locks on files that keep work apart. */
export const phpLocks = ruleMatcher({
  language: 'php',
  needles: [[/\bflock\s*\(/], ['FlockStore']],
  on: {
    function_call_expression(call, cx) {
      const callee = field(call, 'function');
      if (!callee || calledName(call) !== 'flock' || !/LOCK_EX/.test(args(call)[1]?.text ?? '') || isCommandLine(cx, call) || !guardsWork(call) || isOfFile(call)) return;
      cx.report({ at: span(callee), say: 'lock', args: { call: 'flock' }, confidence: 'medium', cause: 'php-flock' });
    },
    object_creation_expression(creation, cx) {
      const type = named(creation)[0];
      if (type && createdClass(cx, creation) === 'Symfony\\Component\\Lock\\Store\\FlockStore') cx.report({ at: span(type), say: 'lock', args: { call: 'FlockStore' } });
    },
  },
});
