import { factMatcher, type FactExtractor } from '../../contract/rule.js';
import { args, calledName, createdClass, staticClass } from '../../syntax/php/ask.js';
import { below, field, named, span } from '../../syntax/tree-sitter/nodes.js';

/** How the bootstrap file of a Laravel application makes it. */
export interface LaravelStart {
  /** Whether the framework fills in the settings that the application leaves out: not where another class stands for the application, or where it is told not to. */
  readonly merges: boolean;
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    'php.laravel-start': LaravelStart;
  }
}

const application = 'Illuminate\\Foundation\\Application';

/** `php.laravel-start`: see the kind. */
export const laravelStartFacts: FactExtractor = {
  kinds: ['php.laravel-start'],
  matchers: [factMatcher({
    language: 'php',
    files: ['**/bootstrap/app.php'],
    needles: [['Application']],
    on: {
      program(root, cx) {
        const made = below(root, 'object_creation_expression').find((each) => /(?:^|\\)Application$/.test(createdClass(cx, each)));
        const configured = below(root, 'scoped_call_expression').find((call) => calledName(call) === 'configure' && /(?:^|\\)Application$/.test(staticClass(cx, call)));
        const place = made ? named(made)[0] : field(configured, 'scope');
        if (!place) return;
        const alone = below(root, 'member_call_expression').some((call) => calledName(call) === 'dontmergeframeworkconfiguration' && args(call)[0]?.text !== 'false');
        cx.emit('php.laravel-start', span(place), { merges: !alone && (made ? createdClass(cx, made) : configured ? staticClass(cx, configured) : '') === application });
      },
    },
  })],
};
