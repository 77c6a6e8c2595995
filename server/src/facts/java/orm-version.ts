import { factMatcher, type FactExtractor } from '../../contract/rule.js';
import { annotation, enclosingType, field, isType, nameOf, span } from '../../syntax/java/ask.js';
import { codeText } from '../../syntax/java/code-text.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** An entity whose rows carry a version, so that of two concurrent changes one fails. */
    'orm.version': { readonly entity: string };
  }
}

const versions = ['javax.persistence.Version', 'jakarta.persistence.Version', 'org.springframework.data.annotation.Version', 'com.baomidou.mybatisplus.annotation.Version'];

/** Optimistic locking: `@Version` on a field or getter of an entity. */
export const ormVersionFacts: FactExtractor = {
  kinds: ['orm.version'],
  matchers: [
    factMatcher({
      language: 'java',
      needles: [['@Version', 'persistence'], ['@Version', 'springframework.data'], ['@Version', 'mybatisplus']],
      on: {
        marker_annotation(node, cx) {
          const name = field(node, 'name');
          const type = enclosingType(node);
          if (name && type && isType(cx, node, name.text, ...versions)) cx.emit('orm.version', span(name), { entity: nameOf(type) });
        },
        class_declaration(type, cx) {
          // Every entity below a base class with a version has one.
          const name = field(type, 'name');
          if (name && annotation(type, 'MappedSuperclass') && /@Version\b/.test(codeText(type))) cx.emit('orm.version', span(name), { entity: '*' });
        },
      },
    }),
  ],
};
