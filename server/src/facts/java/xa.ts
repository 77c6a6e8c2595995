import type { Span } from '../../base/text.js';
import type { XmlElement } from '../../contract/nodes.js';
import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { isSettingsDocument, isSettingsFile, profileAt, profileKind, profileOfDocument, settingsGlobs, settingsOf, type Setting } from '../../syntax/config-file.js';
import { bareType, field, isType, nameOf, simpleName, span } from '../../syntax/java/ask.js';
import { isForDevelopment } from '../../syntax/java/profile.js';
import { attribute, childText } from '../../syntax/xml/ask.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /**
     * Part of a transaction over several resources. `manager`: coordinates inside the process, or a resource made for such a
     * one; `resource`: takes part; `unit`: a persistence unit under JTA, with the data source it names.
     */
    'transaction.xa': { readonly as: 'manager' | 'resource' | 'unit'; readonly name: string };
  }
}

/** Coordinators that run inside the application, and the pools that enlist with them. */
const managerTypes = [
  'com.atomikos.icatch.jta.UserTransactionManager', 'com.atomikos.icatch.jta.UserTransactionImp', 'com.atomikos.icatch.jta.J2eeUserTransaction', 'com.atomikos.icatch.config.UserTransactionServiceImp',
  'com.atomikos.jdbc.AtomikosDataSourceBean', 'com.atomikos.jdbc.AtomikosNonXADataSourceBean', 'com.atomikos.jms.AtomikosConnectionFactoryBean',
  'org.springframework.boot.jta.atomikos.AtomikosDataSourceBean', 'com.atomikos.spring.AtomikosDataSourceBean', 'bitronix.tm.resource.jdbc.PoolingDataSource', 'bitronix.tm.resource.jms.PoolingConnectionFactory', 'bitronix.tm.BitronixTransactionManager',
  'org.objectweb.jotm.Jotm', 'com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionManagerImple', 'com.arjuna.ats.jta.UserTransaction',
];
const managerCalls: readonly (readonly [string, string])[] = [['bitronix.tm.TransactionManagerServices', 'getTransactionManager'], ['com.arjuna.ats.jta.TransactionManager', 'transactionManager']];
/** Data sources and connection factories of the drivers themselves. */
const resourceName = /(?:XADataSource|XAConnectionFactory)$/;
const managerKey = /^spring\.jta\.(?:atomikos|bitronix|narayana)\.|^com\.atomikos\.icatch\.|^bitronix\.tm\.|^(?:spring\.datasource\.|[\w.-]+\.)?xa\.data-?source-?class-?name$/i;

function setting(cx: FactFileContext, { key, value, keySpan }: Pick<Setting, 'key' | 'value' | 'keySpan'>, profile: string | undefined): void {
  if (keySpan.end <= keySpan.start || ['development', 'test'].includes(profileKind(profile)) || value.trim() === '') return;
  if (managerKey.test(key)) cx.emit('transaction.xa', keySpan, { as: 'manager', name: key });
  else if (/^quarkus\.datasource\.(?:"?[\w-]+"?\.)?jdbc\.transactions$/.test(key) && /^xa$/i.test(value)) cx.emit('transaction.xa', keySpan, { as: 'resource', name: key });
}

/** Name of a server's XA data source: where it is found, or what it is. */
function nameIn(element: XmlElement): string {
  return ['jndi-name', 'jndiName', 'pool-name', 'name', 'id'].map((name) => attribute(element, name)?.value ?? childText(element, name)).find((value) => value) ?? element.local;
}

function inXml(element: XmlElement, cx: FactFileContext): void {
  const emit = (at: Span, as: 'manager' | 'resource' | 'unit', name: string): void => cx.emit('transaction.xa', at, { as, name });
  const type = attribute(element, 'class') ?? attribute(element, 'type');
  switch (element.local) {
    case 'bean':
      if (type && managerTypes.includes(type.value)) emit(type.valueSpan, 'manager', simpleName(type.value));
      else if (type && resourceName.test(type.value)) emit(type.valueSpan, 'resource', attribute(element, 'id')?.value ?? simpleName(type.value));
      return;
    case 'xa-datasource': // JBoss and WildFly
      return emit(element.nameSpan, 'resource', nameIn(element));
    case 'dataSource': case 'Resource': // Liberty and Tomcat
      if (type && resourceName.test(type.value)) emit(type.valueSpan, 'resource', nameIn(element));
      return;
    case 'global-transactions-protocol': // WebLogic
      if (element.text === 'TwoPhaseCommit' && element.textSpan) emit(element.textSpan, 'resource', 'TwoPhaseCommit');
      return;
    case 'data-source-type': // JEUS
      if (element.text === 'XADataSource' && element.textSpan && element.parent) emit(element.textSpan, 'resource', childText(element.parent, 'export-name') ?? childText(element.parent, 'data-source-id') ?? element.text);
      return;
    case 'jta-data-source':
      if (element.textSpan) emit(element.textSpan, 'unit', element.text);
      return;
    default:
      return;
  }
}

/** `transaction.xa`: see the kind. */
export const xaFacts: FactExtractor = {
  kinds: ['transaction.xa'],
  matchers: [
    factMatcher({
      language: 'java',
      needles: [['com.atomikos'], ['bitronix.tm'], ['org.objectweb.jotm'], ['com.arjuna.ats'], ['jta.atomikos'], [/XA(?:DataSource|ConnectionFactory)\s*\(/]],
      on: {
        object_creation_expression(creation, cx) {
          const type = field(creation, 'type');
          const name = type && simpleName(bareType(type));
          if (!type || !name || isForDevelopment(creation)) return;
          if (isType(cx, type, bareType(type), ...managerTypes)) cx.emit('transaction.xa', span(type), { as: 'manager', name });
          else if (resourceName.test(name)) cx.emit('transaction.xa', span(type), { as: 'resource', name });
        },
        method_invocation(call, cx) {
          const object = field(call, 'object');
          const name = field(call, 'name');
          if (object && name && managerCalls.some(([owner, method]) => nameOf(call) === method && isType(cx, call, object.text, owner))) cx.emit('transaction.xa', span(name), { as: 'manager', name: object.text });
        },
      },
    }),
    factMatcher({
      language: 'xml',
      needles: [['xa-datasource'], [/XA(?:DataSource|ConnectionFactory)\b/], ['TwoPhaseCommit'], ['jta-data-source'], [/com\.atomikos\.|bitronix\.tm\.|org\.objectweb\.jotm/]],
      on: { '*': inXml },
    }),
    factMatcher({
      language: 'properties', files: [...settingsGlobs.properties, '**/{jta,transactions,bitronix-default-config}.properties'], needles: [[/\bjta\b|atomikos|bitronix|\bxa\b/]],
      on: {
        entry(entry, cx) {
          if (isSettingsFile(cx.path) || /(?:jta|transactions|bitronix[\w-]*)\.properties$/.test(cx.path)) setting(cx, entry, profileAt(cx.path, cx.text, entry.keySpan.start));
        },
      },
    }),
    factMatcher({
      language: 'yaml', files: settingsGlobs.yaml, needles: [[/\bjta:|\bxa\b/]],
      on: {
        document(node, cx) {
          if (isSettingsDocument(cx.path, node)) for (const each of settingsOf(node)) setting(cx, each, profileOfDocument(cx.path, node));
        },
      },
    }),
  ],
};
