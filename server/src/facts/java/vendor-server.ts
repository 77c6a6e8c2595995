import { basename } from '../../base/paths.js';
import type { XmlElement } from '../../contract/nodes.js';
import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { imports, named, span, stringValue } from '../../syntax/java/ask.js';

export type Vendor = 'WebLogic' | 'WebSphere' | 'JBoss/WildFly' | 'JEUS' | 'WebtoB' | 'GlassFish';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** Something that one application server of a vendor alone understands. One fact per file and kind. */
    'server.vendor': {
      readonly vendor: Vendor;
      /**
       * `api`: a class that the code imports; `setting`: a class that a setting or text names; `descriptor`: a deployment
       * descriptor of the application; `server`: configuration of an installation.
       */
      readonly as: 'api' | 'setting' | 'descriptor' | 'server';
      /** Class or file name. */
      readonly name: string;
      /** Elements of a descriptor that decide something which has to be decided elsewhere without that server. */
      readonly settings: readonly string[];
    };
  }
}

/** Packages of the servers themselves; libraries of the same vendors that an application ships are not among them. */
const packages: readonly (readonly [Vendor, RegExp])[] = [
  ['WebLogic', /^weblogic\./],
  ['WebSphere', /^com\.ibm\.(?:websphere|ws|wsspi)\./],
  ['JBoss/WildFly', /^org\.jboss\.(?:as|msc|ejb3|ejb\.client|vfs|virtual|security|mx|system|jmx|invocation|web|naming|ha|deployers?|deployment|modules|annotation\.(?:ejb|security)|util\.naming|remoting|threads|dmr|iiop)\.|^org\.wildfly\.(?:extension|security|clustering|naming|transaction|iiop)\.|^org\.jnp\./],
  ['JEUS', /^jeus\.|^tmax\.webt\./],
];
const packageNeedle = /^[ \t]*import\s+(?:static\s+)?(?:weblogic|jeus|tmax\.webt|com\.ibm\.(?:websphere|ws|wsspi)|org\.jboss|org\.wildfly|org\.jnp)\./m;

function vendorOf(name: string): Vendor | undefined {
  return packages.find(([, pattern]) => pattern.test(name))?.[0];
}

/** One of these stands in every name that the expressions below look for, Spring's and Hibernate's adapters apart. */
const packageWords = ['weblogic', 'jeus', 'webt', 'websphere', 'ws', 'wsspi', 'jboss', 'wildfly', 'jnp'];
const adapter = /(?:Web[lL]ogic|WebSphere|JBoss|Jeus|JEUS)(?<=\borg\.(?:springframework|hibernate)\.[\w.]*)/;

/** Classes that settings name: naming contexts, Spring's and Hibernate's adapters to one server. */
const namedClass = /\b(?:weblogic\.jndi\.WLInitialContextFactory|weblogic\.\w+\.\w*Driver|jeus\.jndi\.\w+|com\.ibm\.websphere\.naming\.\w+|org\.jnp\.interfaces\.\w+|org\.jboss\.naming\.remote\.client\.\w+|org\.wildfly\.naming\.client\.\w+|org\.(?:springframework|hibernate)\.[\w.]*(?:Web[lL]ogic|WebSphere|JBoss|Jeus|JEUS)\w*)/;

function vendorNamed(name: string): Vendor {
  const own = vendorOf(name);
  if (own) return own;
  return /Web[lL]ogic/.test(name) ? 'WebLogic' : /WebSphere/.test(name) ? 'WebSphere' : /jeus/i.test(name) ? 'JEUS' : 'JBoss/WildFly';
}

/** Whether a package is one of the file's own: an application may be named after the server it was written for. */
function isOwn(name: string, own: string): boolean {
  return own !== '' && own.split('.').slice(0, 4).join('.') === name.split('.').slice(0, 4).join('.');
}

/** Whether the file asks by a name of the package whether the server is there, and does without it: `loader.getClass().getName().equals("org.jboss.modules.ModuleClassLoader")`. */
function isAskedFor(name: string, text: string): boolean {
  const prefix = name.slice(0, name.lastIndexOf('.') + 1).replaceAll('.', '\\.');
  return new RegExp(`\\b(?:equals|startsWith|forName|loadClass|isPresent)\\(\\s*"${prefix}|"${prefix}[\\w.$]+"\\s*\\.\\s*equals\\(`).test(text);
}

const saidKey = {};

function emitOnce(cx: FactFileContext, at: { readonly start: number; readonly end: number }, vendor: Vendor, as: 'api' | 'setting', name: string): void {
  const said = cx.once(saidKey, () => new Set<Vendor>());
  if (said.has(vendor)) return;
  said.add(vendor);
  cx.emit('server.vendor', at, { vendor, as, name, settings: [] });
}

function emitNamed(cx: FactFileContext, text: string, start: number): void {
  const found = namedClass.exec(text);
  if (found) emitOnce(cx, { start: start + found.index, end: start + found.index + found[0].length }, vendorNamed(found[0]), 'setting', found[0]);
}

const descriptors: readonly (readonly [RegExp, Vendor, 'descriptor' | 'server'])[] = [
  [/^weblogic(?:-[\w-]+)?\.xml$/i, 'WebLogic', 'descriptor'],
  [/^ibm-[\w-]+-(?:bnd|ext|ext-pme)\.xm[li]$/i, 'WebSphere', 'descriptor'],
  [/^jboss(?:-[\w-]+)?\.xml$/i, 'JBoss/WildFly', 'descriptor'],
  [/^(?:sun|glassfish|payara)-[\w-]+\.xml$/i, 'GlassFish', 'descriptor'],
  [/^jeus-(?!main)[\w-]+\.xml$/i, 'JEUS', 'descriptor'],
  [/^(?:jeus-?main|webmain)\.xml$/i, 'JEUS', 'server'],
];

/** Topics of a descriptor that an application depends on; the rest tunes the server. */
const deciding = /^(?:context-(?:root|path)|session-(?:config|descriptor|cluster\w*|param)|distributable|replication-config|clustered|resource-(?:ref|env-ref|description)|res-ref|jndi-info|data-?source|database|ejb-(?:ref|reference-description|local-ref)|message-destination-ref|security-(?:domain|role-assignment)|role-mapping|library-ref|module|prefer-web-inf-classes|prefer-application-packages|webinf-first|class-loading|virtual-host|work-manager|jdbc-connection-pool|message-driven|cluster|servers?|node|web-engine|engine-container)$/;
/** Parts that only close something of that server out, which any other server does not have. */
const closing = /^(?:exclusions|exclude-subsystems)$/;

function settingsIn(root: XmlElement): readonly string[] {
  const found = new Set<string>();
  const walk = (element: XmlElement, depth: number): void => {
    for (const child of element.children) {
      if (closing.test(child.local)) continue;
      if (deciding.test(child.local)) found.add(child.local);
      else if (depth < 3) walk(child, depth + 1);
    }
  };
  walk(root, 0);
  return [...found].slice(0, 6);
}

function lookAtDescriptor(root: XmlElement, cx: FactFileContext): void {
  const name = basename(cx.path);
  const isJeusDomain = name === 'domain.xml' && /tmaxsoft\.com\/xml\/ns\/jeus/.test(cx.text);
  const [, vendor, as] = isJeusDomain ? [undefined, 'JEUS' as const, 'server' as const] : (descriptors.find(([pattern]) => pattern.test(name)) ?? []);
  if (vendor && as) cx.emit('server.vendor', root.nameSpan, { vendor, as, name, settings: settingsIn(root) });
}

/** `server.vendor`: see the kind. */
export const vendorServerFacts: FactExtractor = {
  kinds: ['server.vendor'],
  matchers: [
    factMatcher({
      language: 'java',
      needles: [...packageWords.flatMap((word) => [[word, packageNeedle], [word, namedClass]]), [adapter]],
      on: {
        import_declaration(declaration, cx) {
          const name = named(declaration).find((part) => part.type.endsWith('identifier'));
          const vendor = name && vendorOf(name.text);
          if (vendor && !isOwn(name.text, imports(cx, declaration).package) && !isAskedFor(name.text, cx.text)) emitOnce(cx, span(name), vendor, 'api', name.text);
        },
        string_literal(literal, cx) {
          if (namedClass.test(literal.text) && stringValue(literal) !== undefined) emitNamed(cx, literal.text, literal.startIndex);
        },
      },
    }),
    factMatcher({
      language: 'xml',
      files: ['**/weblogic*.xml', '**/ibm-*.xml', '**/ibm-*.xmi', '**/jboss*.xml', '**/sun-*.xml', '**/glassfish-*.xml', '**/payara-*.xml', '**/jeus*.xml', '**/JEUSMain.xml', '**/WEBMain.xml', '**/domain.xml'],
      needles: 'always',
      on: {
        '*'(element, cx) {
          if (!element.parent) lookAtDescriptor(element, cx);
        },
      },
    }),
    factMatcher({
      language: 'xml', needles: [[namedClass]],
      on: {
        '*'(element, cx) {
          if (element.textSpan && element.children.length === 0) emitNamed(cx, cx.text.slice(element.textSpan.start, element.textSpan.end), element.textSpan.start);
          for (const { value, valueSpan } of element.attributes) emitNamed(cx, value, valueSpan.start);
        },
      },
    }),
    factMatcher({
      language: 'properties', needles: [[namedClass]],
      on: { entry: (entry, cx) => emitNamed(cx, entry.value, entry.valueSpan.start) },
    }),
    factMatcher({
      language: 'properties', files: ['**/http.m'], needles: [[/^\*(?:NODE|SVRGROUP)\b/im]],
      on: {
        entry(entry, cx) {
          if (!/^\*(?:NODE|DOMAIN)$/i.test(entry.key)) return;
          const sections = [...cx.text.matchAll(/^\*(\w+)/gm)].map((match) => `*${match[1] ?? ''}`);
          if (sections[0]?.toLowerCase() === entry.key.toLowerCase()) cx.emit('server.vendor', entry.keySpan, { vendor: 'WebtoB', as: 'server', name: basename(cx.path), settings: sections.slice(0, 6) });
        },
      },
    }),
  ],
};
