import { basename } from '../base/paths.js';
import type { FactExtractor, FactFileContext } from '../contract/rule.js';
import { factMatcher } from '../contract/rule.js';
import { annotations, enclosing, enclosingType, field, imports, named, readAnnotation, simpleName, span, stringValue, type JavaNode } from '../syntax/java/ask.js';
import { supertypes } from '../syntax/java/lifecycle.js';
import { attribute } from '../syntax/xml/ask.js';
import { below, entries, items, span as yamlSpan, text } from '../syntax/yaml/ask.js';
import type { Evidence } from './evidence.js';

declare module '../contract/workspace.js' {
  interface FactOf {
    /** A place that answers whether the application works: a route, a health check of a framework, a check of the image that asks by HTTP. */
    'health.route': Evidence;
  }
}

/** Paths that are only made to be asked by load balancers. */
export const healthPath = /^\/?(?:[\w.-]+\/){0,4}(?:_?health(?:y|z|[-_]?checks?)?|livez|readyz|liveness|readiness|heart-?beat|l[47][-_]?(?:check|health)?|(?:is|keep)?-?alive)(?:\.\w+)?(?:\/(?:live|ready|liveness|readiness|started|status|ping))?\/?(?:\*{1,2})?$/i;
/** Paths that are made for that when nothing of the business stands before them. */
export const generalPath = /^\/?(?:(?:api|rest|system|sys|monitor(?:ing)?|public|open|internal|common|server|app|v\d+|services?)\/)*(?:ping|status|ready|live|probe)(?:\.\w+)?\/?$/i;
const generalPrefix = /^\/?(?:(?:api|rest|system|sys|monitor(?:ing)?|public|open|internal|common|server|app|v\d+|services?|health\w*|ping\w*|status|probe)(?:\/|$))*$/i;

const mappings = /^(?:(?:Get|Post|Request)?Mapping|Path|WebServlet|Get|Controller|HttpMethod)$/;
const registrations = /^(?:addServlet|addMapping|addUrlMappings|get|GET|route|path|handle|addPrefixPath|addExactPath|createContext|serve|map)$/;

/** Paths of the class around a method: they stand before the method's own. */
function classPaths(node: JavaNode): readonly string[] {
  const type = enclosingType(node);
  return (type ? annotations(type) : []).filter(({ name }) => mappings.test(name)).flatMap(({ node: written }) =>
    [...written.text.matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? ''));
}

function tellsHealth(path: string, literal: JavaNode): boolean {
  if (healthPath.test(path)) return true;
  return generalPath.test(path) && classPaths(literal).every((prefix) => generalPrefix.test(prefix));
}

/** The whole path of a method's route: with that of its class before it, when the class has one. */
function wholePath(path: string, literal: JavaNode): string {
  const owner = enclosing(literal, 'annotation')?.parent?.parent;
  const prefixes = classPaths(literal);
  const [prefix] = prefixes;
  if (owner?.type !== 'method_declaration' || prefixes.length !== 1 || prefix === undefined) return path;
  return `/${[prefix, path].map((part) => part.replace(/^\/+|\/+$/g, '')).filter((part) => part !== '').join('/')}`;
}

/** A literal that an annotation or a registration makes a route of. */
function isRoute(literal: JavaNode): boolean {
  const annotation = enclosing(literal, 'annotation');
  if (annotation) return mappings.test(readAnnotation(annotation).name);
  const call = literal.parent?.type === 'argument_list' ? literal.parent.parent : undefined;
  return call?.type === 'method_invocation' && registrations.test(field(call, 'name')?.text ?? '');
}

const checks = ['org.eclipse.microprofile.health.HealthCheck', 'com.codahale.metrics.health.HealthCheck', 'io.dropwizard.metrics.servlets.HealthCheckServlet', 'com.codahale.metrics.servlets.HealthCheckServlet', 'com.codahale.metrics.servlets.AdminServlet'];

const java = factMatcher({
  language: 'java',
  needles: [
    [/"\/?(?:[\w.-]+\/){0,4}(?:_?health(?:y|z|[-_]?checks?)?|livez|readyz|liveness|readiness|heart-?beat|l[47][-_]?(?:check|health)?|(?:is|keep)?-?alive)(?:\.\w+)?[/"]/i],
    [/@(?:Get|Request|)(?:Mapping|Path|WebServlet)\([^"\n]*"\/?(?:\w+\/){0,4}(?:ping|status|ready|live|probe)(?:\.\w+)?\/?"/],
    ['org.eclipse.microprofile.health.HealthCheck'], ['HealthCheckServlet'], ['AdminServlet'], ['com.codahale.metrics.health.HealthCheck'],
  ],
  on: {
    string_literal(literal, cx) {
      const path = stringValue(literal) ?? '';
      if (tellsHealth(path, literal) && isRoute(literal)) cx.emit('health.route', span(literal), { via: wholePath(path, literal) });
    },
    class_declaration(type, cx) {
      const name = field(type, 'name');
      const imported = imports(cx, type).types;
      const parent = supertypes(type).find((each) => checks.includes(imported.get(each) ?? ''));
      if (name && parent) cx.emit('health.route', span(name), { via: parent });
    },
    import_declaration(node, cx) {
      const imported = named(node).find((part) => part.type.endsWith('identifier'))?.text ?? '';
      if (checks.includes(imported) && /Servlet$/.test(imported)) cx.emit('health.route', span(node), { via: simpleName(imported) });
    },
  },
});

const xml = factMatcher({
  language: 'xml',
  needles: [['url-pattern'], ['action', 'path']],
  on: {
    'url-pattern'(element, cx) {
      const { text: path, textSpan, parent } = element;
      if (textSpan && parent?.local === 'servlet-mapping' && (healthPath.test(path) || generalPath.test(path))) cx.emit('health.route', textSpan, { via: path });
    },
    action(element, cx) {
      const path = attribute(element, 'path');
      if (path && healthPath.test(path.value)) cx.emit('health.route', path.valueSpan, { via: path.value });
    },
  },
});

/** What a container's own check asks for; a check that looks for a process or a port tells nothing of a route. */
const asksByHttp = /https?:\/\//;

const dockerfile = factMatcher({
  language: 'dockerfile',
  needles: [['HEALTHCHECK']],
  on: {
    file(node, cx) {
      for (const instruction of node.instructions) {
        if (instruction.getKeyword() === 'HEALTHCHECK' && asksByHttp.test(instruction.getRawArgumentsContent() ?? '')) {
          cx.emit('health.route', node.span(instruction.getInstructionRange()), { via: 'HEALTHCHECK', covers: 'image' });
        }
      }
    },
  },
});

const composeName = /^(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/;

const compose = factMatcher({
  language: 'yaml',
  needles: [['services', 'healthcheck']],
  on: {
    document({ doc }, cx: FactFileContext) {
      if (!composeName.test(basename(cx.path))) return;
      for (const { keyNode, value } of entries(doc, below(doc, doc.contents ?? undefined, 'services'))) {
        const test = below(doc, value, 'healthcheck', 'test');
        const words = [text(test) ?? '', ...items(doc, test).map((item) => text(item) ?? '')].join(' ');
        if (below(doc, value, 'build') && asksByHttp.test(words)) cx.emit('health.route', yamlSpan(keyNode), { via: 'healthcheck', covers: 'image' });
      }
    },
  },
});

/** Pages that answer a load balancer, by their place and name: `webapp/health.jsp`, `static/l7check.html`. */
const page = /(?:^|\/)(?:src\/main\/webapp|WebContent|WebRoot|src\/main\/resources\/(?:static|public|META-INF\/resources))\/(?:[\w-]+\/){0,2}(?:_?health[\w-]*|l[47](?:[-_]?(?:check|health))?|ping|(?:is|keep)?alive|heartbeat|livez|readyz|status|probe)\.(?:jspx?|html?|txt)$/i;

/** Classes that answer it in a framework or a language that is not read. */
const handler = /(?:^|\/)src\/main\/(?:.*\/)?\w*(?:Health(?:z|Check|Checker|Status|Probe)?|Liveness\w*|Readiness\w*|Heart[Bb]eat|L[47](?:Check|Health)?|KeepAlive)(?:Action|Controller|Servlet|Resource|Endpoint|Api|RestService|Filter|Handler|Route[rs]?)\.(?:java|kt|groovy|scala)$/;

/** Whether a file, by its name, is a page or a class that only answers whether the application works. */
export function isHealthFile(path: string): boolean {
  return page.test(path) || handler.test(path);
}

/** `health.route`: see the kind. */
export const healthRouteFacts: FactExtractor = { kinds: ['health.route'], matchers: [java, xml, dockerfile, compose] };
