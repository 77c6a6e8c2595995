import type { XmlElement } from '../../contract/nodes.js';
import type { FactExtractor, FactFileContext } from '../../contract/rule.js';
import { factMatcher } from '../../contract/rule.js';
import { isSettingsDocument, isSettingsFile, isSpringFile, profileAt, profileKind, profileOfDocument, settingsGlobs, settingsOf, type Setting } from '../../syntax/config-file.js';
import { annotations, args, bareType, enclosing, enclosingType, field, isType, named, simpleName, span, stringValue, typeOf, type JavaNode } from '../../syntax/java/ask.js';
import { codeText } from '../../syntax/java/code-text.js';
import { descendants } from '../../syntax/java/descendants.js';
import { trace } from '../../syntax/java/trace.js';
import { attribute, beanProperty, child, childText, rootOf } from '../../syntax/xml/ask.js';
import { isForDevelopment } from '../../syntax/xml/settings.js';

/** A resource that the application expects the application server to have under a JNDI name. */
export interface JndiLookup {
  /** As written; '' when it is put together at run time. */
  readonly name: string;
  /** `spring`: an XML bean; `code`: a call; `setting`: a key of a configuration file; `injection`: an annotation; `persistence`: a persistence unit; `reference`: declared in a descriptor. */
  readonly by: 'spring' | 'code' | 'setting' | 'injection' | 'persistence' | 'reference';
  /** The code makes do with something else where the server has nothing under the name: the environment, a file. */
  readonly optional?: true;
  /** Name of the bean or key, for those that an edit can replace. */
  readonly id?: string;
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    'jndi.lookup': JndiLookup;
  }
}

/** What every Jakarta EE server has under a fixed name: nobody configures it. */
const standard = /^java:comp\/(?:UserTransaction|TransactionSynchronizationRegistry|BeanManager|Validator(?:Factory)?|ORB|HandleDelegate|InAppClientContainer|Default(?!DataSource)\w+)$/;
/** Names that another kind of directory or a remote server resolves. */
const elsewhere = /^(?:ldaps?|dns|rmi|iiop|corbaname|corbaloc|t3s?|https?|file|ejb|cn|ou|dc|uid|jmxrmi):?/i;
const resource = /^(?:java:|(?:jdbc|jms|mail|url|eis|jdbc-ds|datasources?|jca|concurrent|wm)\/)/i;

function isResource(name: string): boolean {
  return !standard.test(name) && !elsewhere.test(name);
}

const contexts = ['javax.naming.InitialContext', 'javax.naming.Context'];
const spring = ['org.springframework.jndi.JndiTemplate', 'org.springframework.jndi.JndiLocatorDelegate', 'org.springframework.jdbc.datasource.lookup.JndiDataSourceLookup'];

/** Whether the receiver of a look-up is the server's own naming context, not one that was told another provider. */
function isServerContext(cx: FactFileContext, object: JavaNode | undefined): boolean {
  const type = typeOf(object);
  if (!object || !isType(cx, object, type || object.text, ...contexts, ...spring)) return object !== undefined && isType(cx, object, object.text, ...contexts);
  let own = true;
  trace(cx, object, (node) => {
    // Properties given to a context name a provider: LDAP, or a server elsewhere.
    if (node.type === 'object_creation_expression' && /Context$/.test(bareType(field(node, 'type'))) && args(node).length > 0) own = false;
    return node.type === 'object_creation_expression';
  });
  return own;
}

const quietly = /\.\s*(?:info|debug|trace|fine|finer|finest|config)\s*\(/;

/** Whether the code goes on with something else where the server has nothing under the name: a file, the environment, a default. */
function makesDo(call: JavaNode): boolean {
  const attempt = enclosing(call, 'try_statement', 'try_with_resources_statement');
  if (!attempt || enclosing(call, 'catch_clause', 'finally_clause')?.parent?.id === attempt.id) return false;
  const handler = named(attempt).find((part) => part.type === 'catch_clause' && /\b(?:NamingException|NameNotFoundException|NoInitialContextException)\b/.test(named(part)[0]?.text ?? ''));
  const body = handler && field(handler, 'body');
  if (!body || descendants(body, 'throw_statement').length > 0) return false;
  const other = descendants(body, 'assignment_expression').length > 0 || descendants(body, 'return_statement').some((leave) => named(leave).some((value) => value.type !== 'null_literal'));
  return other || quietly.test(codeText(body));
}

function lookUp(call: JavaNode, cx: FactFileContext): void {
  const name = field(call, 'name');
  if (!name || !/^(?:lookup|doLookup|lookupLink|getDataSource)$/.test(name.text) || !isServerContext(cx, field(call, 'object'))) return;
  const first = args(call)[0];
  if (!first || (name.text === 'getDataSource' && !/JndiDataSourceLookup/.test(typeOf(field(call, 'object'))))) return;
  const written = stringValue(first) ?? leadingText(first);
  // A sub-context is only the way to the name that is looked up in it.
  if (!isResource(written) || /^java:\/?comp\/env\/?$/.test(written)) return;
  const type = enclosingType(call);
  const optional = makesDo(call) || (type !== undefined && /\bSystem\s*\.\s*(?:getenv|getProperty)\(/.test(codeText(type)));
  cx.emit('jndi.lookup', span(name), { name: stringValue(first) ?? '', by: 'code', ...(optional ? { optional: true as const } : {}) });
}

/** Literal that a name put together begins with. */
function leadingText(node: JavaNode): string {
  return node.type === 'binary_expression' ? (stringValue(field(node, 'left')) ?? '') : '';
}

function injection(declaration: JavaNode, cx: FactFileContext): void {
  for (const { name, node, values } of annotations(declaration)) {
    if (name !== 'Resource') continue;
    const told = values.get('lookup') ?? values.get('mappedName');
    const named = values.get('name');
    const at = told ?? (resource.test(stringValue(named) ?? '') ? named : undefined);
    const written = stringValue(at);
    if (at && written !== undefined && isResource(written)) cx.emit('jndi.lookup', span(field(node, 'name') ?? node), { name: written, by: 'injection' });
  }
}

function bean(element: XmlElement, cx: FactFileContext): void {
  const type = attribute(element, 'class');
  if (!type || simpleName(type.value) !== 'JndiObjectFactoryBean' || isForDevelopment(element, cx.path)) return;
  const name = beanProperty(element, 'jndiName')?.value ?? attribute(element, 'jndiName')?.value ?? '';
  // An environment of its own names another directory; a default makes do without the resource.
  const free = element.children.some((each) => /^(?:jndiEnvironment|defaultObject)$/.test(attribute(each, 'name')?.value ?? ''));
  if (isResource(name) && !free) cx.emit('jndi.lookup', type.valueSpan, { name, by: 'spring', id: attribute(element, 'id')?.value ?? '' });
}

function jndiLookup(element: XmlElement, cx: FactFileContext): void {
  const name = attribute(element, 'jndi-name');
  if (rootOf(element).local !== 'beans' || !name || !isResource(name.value) || isForDevelopment(element, cx.path)) return;
  if (child(element, 'environment') || attribute(element, 'default-value') || attribute(element, 'default-ref')) return;
  cx.emit('jndi.lookup', element.nameSpan, { name: name.value, by: 'spring', id: attribute(element, 'id')?.value ?? '' });
}

function persistence(element: XmlElement, cx: FactFileContext): void {
  // `osgi:service/…` finds a service that the process itself offers.
  if (element.textSpan && !element.text.trim().startsWith('osgi:') && rootOf(element).local === 'persistence') cx.emit('jndi.lookup', element.nameSpan, { name: element.text, by: 'persistence' });
}

/** Types of objects that the server, or the framework that declares the reference, brings along by itself. */
const brought = /^(?:javax|jakarta)\.(?:enterprise\.inject\.spi\.BeanManager|transaction\.(?:UserTransaction|TransactionSynchronizationRegistry)|validation\.Validator(?:Factory)?)$/;

function reference(element: XmlElement, cx: FactFileContext): void {
  const name = childText(element, 'res-ref-name') ?? childText(element, 'resource-env-ref-name');
  const type = childText(element, 'res-type') ?? childText(element, 'resource-env-ref-type');
  if (name !== undefined && !brought.test(type ?? '') && /^(?:web-app|web-fragment|ejb-jar|application|application-client)$/.test(rootOf(element).local)) cx.emit('jndi.lookup', element.nameSpan, { name, by: 'reference' });
}

const jndiKey = /(?:^|[._-])jndi[._-]?name$|^(?:spring\.jpa\.properties\.)?hibernate\.connection\.datasource$/i;

function setting(cx: FactFileContext, { key, value, keySpan }: Pick<Setting, 'key' | 'value' | 'keySpan'>, profile: string | undefined): void {
  if (!jndiKey.test(key) || !resource.test(value.trim()) || ['development', 'test'].includes(profileKind(profile)) || keySpan.end <= keySpan.start) return;
  cx.emit('jndi.lookup', keySpan, { name: value.trim(), by: 'setting', ...(key === 'spring.datasource.jndi-name' && isSpringFile(cx.path) ? { id: key } : {}) });
}

/** Resources that are looked up by JNDI, in code, beans, persistence units, descriptors and settings. */
export const jndiFacts: FactExtractor = {
  kinds: ['jndi.lookup'],
  matchers: [
    factMatcher({
      language: 'java',
      needles: [['InitialContext', 'lookup'], ['InitialContext', 'doLookup'], ['javax.naming', 'lookup'], ['JndiTemplate'], ['JndiLocatorDelegate'], ['JndiDataSourceLookup']],
      on: { method_invocation: lookUp },
    }),
    factMatcher({
      language: 'java',
      needles: [['Resource', 'lookup'], ['Resource', 'mappedName'], ['Resource', /@Resource\([^)]*"(?:java:|jdbc\/|jms\/|mail\/)/]],
      on: { field_declaration: injection, method_declaration: injection, class_declaration: injection },
    }),
    factMatcher({
      language: 'xml',
      needles: [['jndi-lookup'], ['JndiObjectFactoryBean'], ['jta-data-source'], ['non-jta-data-source'], ['resource-ref'], ['resource-env-ref']],
      on: { bean, 'jndi-lookup': jndiLookup, 'jta-data-source': persistence, 'non-jta-data-source': persistence, 'resource-ref': reference, 'resource-env-ref': reference },
    }),
    factMatcher({
      language: 'properties', files: settingsGlobs.properties, needles: [[/jndi|hibernate\.connection\.datasource/i]],
      on: {
        entry(entry, cx) {
          if (isSettingsFile(cx.path)) setting(cx, entry, profileAt(cx.path, cx.text, entry.keySpan.start));
        },
      },
    }),
    factMatcher({
      language: 'yaml', files: settingsGlobs.yaml, needles: [[/jndi|connection\.datasource/i]],
      on: {
        document(node, cx) {
          if (isSettingsDocument(cx.path, node)) for (const each of settingsOf(node)) setting(cx, each, profileOfDocument(cx.path, node));
        },
      },
    }),
  ],
};
