import { factMatcher, type FactExtractor, type FactFileContext } from '../contract/rule.js';
import { enclosingType, field, imports, nameOf, span, type JavaNode } from '../syntax/java/ask.js';
import { switchOf } from '../syntax/java/switches.js';

/** A place that switches Spring's scheduling on. */
export interface Scheduling {
  /** Package of the class, which Spring scans since it found it there; '' for XML and the default package. */
  readonly package: string;
  /** The property or profile without which this place does nothing; absent when it always holds. */
  readonly setting?: string;
}

declare module '../contract/workspace.js' {
  interface FactOf {
    'spring.scheduling': Scheduling;
  }
}

function onAnnotation(node: JavaNode, cx: FactFileContext): void {
  const type = node.parent?.parent;
  if (field(node, 'name')?.text.replace(/^.*\./, '') !== 'EnableScheduling' || type?.type !== 'class_declaration' || nameOf(type) === '') return;
  const own = switchOf(type).setting;
  const setting = own ?? (enclosingType(type) ? switchOf(enclosingType(type) ?? type).setting : undefined);
  cx.emit('spring.scheduling', span(node), { package: imports(cx, node).package, ...(setting === undefined ? {} : { setting }) });
}

/** `@EnableScheduling` and `<task:annotation-driven/>`: where they stand and whether a setting decides. */
export const schedulingFacts: FactExtractor = {
  kinds: ['spring.scheduling'],
  matchers: [
    factMatcher({ language: 'java', needles: [['EnableScheduling']], on: { marker_annotation: onAnnotation, annotation: onAnnotation } }),
    factMatcher({
      language: 'xml',
      needles: [['task:annotation-driven']],
      on: {
        'annotation-driven'(element, cx) {
          if (element.name === 'task:annotation-driven') cx.emit('spring.scheduling', element.nameSpan, { package: '' });
        },
      },
    }),
  ],
};
