import { factMatcher, type FactExtractor } from '../../contract/rule.js';
import { attribute, child, children, childText } from '../../syntax/xml/ask.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** What a `web.xml` says of the web application. */
    'web.descriptor': {
      /** Servlet version, for example `3.1` or `6.0`; absent for the DTD of 2.3 and older. */
      readonly version?: string;
      readonly namespace: 'javax' | 'jakarta';
      /** Names of `<resource-ref>`: what the server has to offer under `java:comp/env`. */
      readonly resources: readonly string[];
      /** Whether the application lets its server distribute sessions: `<distributable/>`. */
      readonly distributable: boolean;
    };
  }
}

/** `web.descriptor`: version, namespace and resource references of `web.xml`. */
export const webDescriptorFacts: FactExtractor = {
  kinds: ['web.descriptor'],
  matchers: [factMatcher({
    language: 'xml',
    files: ['**/WEB-INF/web.xml'],
    needles: [['web-app']],
    on: {
      'web-app'(element, cx) {
        if (element.parent) return;
        const version = attribute(element, 'version')?.value;
        const spaces = element.attributes.filter(({ name }) => name.startsWith('xmlns')).map(({ value }) => value);
        const resources = children(element, 'resource-ref').flatMap((each) => childText(each, 'res-ref-name') ?? []);
        cx.emit('web.descriptor', element.nameSpan, {
          namespace: spaces.some((space) => space.includes('jakarta.ee')) ? 'jakarta' : 'javax', resources, distributable: child(element, 'distributable') !== undefined, ...(version === undefined ? {} : { version }),
        });
      },
    },
  })],
};
