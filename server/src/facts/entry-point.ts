import { factMatcher, type FactExtractor } from '../contract/rule.js';
import { field, span } from '../syntax/java/ask.js';

declare module '../contract/workspace.js' {
  interface FactOf {
    /** A class that starts a Spring Boot application. */
    'build.entry-point': { readonly className: string };
    /** Which Servlet API the sources are written for: it decides the generation of the server. */
    'build.servlet-api': { readonly namespace: 'javax' | 'jakarta' };
  }
}

const boot = factMatcher({
  language: 'java',
  needles: [['SpringBootApplication'], ['SpringApplication', 'main'], ['SpringApplicationBuilder', 'main']],
  on: {
    class_declaration(node, cx) {
      const name = field(node, 'name');
      if (!name) return;
      const head = cx.text.slice(node.startIndex, name.startIndex);
      const starts = /@(?:[\w.]+\.)?SpringBootApplication\b/.test(head) || (/\bstatic\s+void\s+main\s*\(/.test(node.text) && /\bSpringApplication(?:Builder)?\b/.test(node.text));
      if (starts && node.parent?.type === 'program') cx.emit('build.entry-point', span(name), { className: name.text });
    },
  },
});

/** Types that a web application has a few of, so that few files have to be read for them. */
const telling = ['Filter', 'FilterChain', 'ServletContextListener', 'http.HttpServlet', 'http.HttpSessionListener', 'http.HttpServletRequestWrapper', 'annotation.WebServlet', 'ServletContext'];

const servletApi = factMatcher({
  language: 'java',
  needles: telling.flatMap((type) => [[`javax.servlet.${type}`], [`jakarta.servlet.${type}`]]),
  on: {
    import_declaration(node, cx) {
      const match = /^import\s+(?:static\s+)?(javax|jakarta)\.servlet\.([\w.]+)/.exec(node.text);
      if (match && telling.includes(match[2] ?? '')) cx.emit('build.servlet-api', span(node), { namespace: match[1] as 'javax' | 'jakarta' });
    },
  },
});

/** Where applications start, and for which server generation they are written. */
export const entryPointFacts: FactExtractor = { kinds: ['build.entry-point', 'build.servlet-api'], matchers: [boot, servletApi] };
