import { factMatcher, type FactExtractor } from '../../contract/rule.js';
import { children, childText, rootOf } from '../../syntax/xml/ask.js';
import type { Evidence } from '../evidence.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** `web.xml` starts Spring's root context from XML files, which `contextConfigLocation` names. */
    'spring.root-context': Evidence;
  }
}

/** How a WAR starts Spring: another context class reads classes or packages where the usual one reads files. */
export const springRootContextFacts: FactExtractor = {
  kinds: ['spring.root-context'],
  matchers: [
    factMatcher({
      language: 'xml',
      files: ['**/WEB-INF/web.xml'],
      needles: [['ContextLoaderListener']],
      on: {
        'listener-class'(element, cx) {
          if (element.text !== 'org.springframework.web.context.ContextLoaderListener' || !element.textSpan) return;
          const parameters = children(rootOf(element), 'context-param').map((parameter) => childText(parameter, 'param-name'));
          if (!parameters.includes('contextClass')) cx.emit('spring.root-context', element.textSpan, { via: element.text });
        },
      },
    }),
  ],
};
