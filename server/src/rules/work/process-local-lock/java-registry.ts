import { ruleMatcher } from '../../../contract/rule.js';
import { annotation, bareType, enclosingCallable, field, isType, simpleName, span } from '../../../syntax/java/ask.js';

const local = ['org.springframework.integration.support.locks.DefaultLockRegistry', 'org.springframework.integration.support.locks.PassThruLockRegistry'];

/** `@Bean LockRegistry locks() { return new DefaultLockRegistry(); }`: whoever takes the bean for a lock of the cluster gets one of the process. */
export const javaRegistry = ruleMatcher({
  language: 'java',
  needles: [['DefaultLockRegistry'], ['PassThruLockRegistry']],
  on: {
    object_creation_expression(creation, cx) {
      const type = field(creation, 'type');
      const made = enclosingCallable(creation);
      if (!type || !made || !annotation(made, 'Bean', 'Produces') || !isType(cx, creation, bareType(type), ...local)) return;
      cx.report({ at: span(type), say: 'registry', args: { registry: simpleName(bareType(type)) }, confidence: 'high', cause: 'lock registry' });
    },
  },
});
