import { factMatcher, type FactExtractor } from '../../contract/rule.js';
import { field, span } from '../../syntax/java/ask.js';
import { beanClass, changed, heldCollection } from '../../syntax/java/field-needles.js';
import { beanCandidate } from '../../syntax/java/singletons.js';
import { attribute, children } from '../../syntax/xml/ask.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** A class of which Spring's XML configuration makes one instance for the process. */
    'spring.bean': {
      readonly type: string;
      /** Properties that the bean is given, by name. */
      readonly given?: readonly string[];
    };
    /** A class with changing collections that is a singleton only if an XML file declares it as a bean. */
    'java.bean-candidate': { readonly type: string };
  }
}

const narrow = /^(?:prototype|request|session|globalSession|application-thread|thread|step|job|flow|view)$/i;

export const springBeanFacts: FactExtractor = {
  kinds: ['spring.bean', 'java.bean-candidate'],
  matchers: [
    factMatcher({
      language: 'xml',
      needles: [['beans', 'class']],
      on: {
        bean(bean, cx) {
          const type = attribute(bean, 'class');
          const single = !narrow.test(attribute(bean, 'scope')?.value ?? '') && attribute(bean, 'singleton')?.value !== 'false' && attribute(bean, 'abstract')?.value !== 'true';
          if (type && single && /^[\w.]+$/.test(type.value) && !/^(?:org\.springframework|org\.apache|java|javax)\./.test(type.value)) {
            const given = children(bean, 'property').flatMap((property) => attribute(property, 'name')?.value ?? []);
            cx.emit('spring.bean', type.valueSpan, { type: type.value, ...(given.length > 0 ? { given } : {}) });
          }
        },
      },
    }),
    factMatcher({
      language: 'java',
      needles: [[beanClass, changed(heldCollection)]],
      on: {
        class_declaration(type, cx) {
          const name = field(type, 'name');
          const candidate = beanCandidate(cx, type);
          if (name && candidate !== undefined) cx.emit('java.bean-candidate', span(name), { type: candidate });
        },
      },
    }),
  ],
};
