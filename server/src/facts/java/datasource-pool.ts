import type { Span } from '../../base/text.js';
import type { XmlElement } from '../../contract/nodes.js';
import type { FactExtractor, FactFileContext } from '../../contract/rule.js';
import { factMatcher } from '../../contract/rule.js';
import { isSettingsDocument, isSettingsFile, profileAt, profileOfDocument, settingsGlobs, settingsOf, type Setting } from '../../syntax/config-file.js';
import { args, bareType, declarationOf, field, isType, simpleName, span, typeOf, type JavaNode } from '../../syntax/java/ask.js';
import { wholePlaceholder } from '../../syntax/placeholders.js';
import { attribute } from '../../syntax/xml/ask.js';

/** Upper bound of the connections that one replica opens to a database. The fact's place is the number. */
export interface DatasourcePool {
  /** Dotted key, bean property, attribute or setter that sets it. */
  readonly key: string;
  /** Connections; a placeholder's default when it has one, absent when only the deployment tells. */
  readonly size?: number;
  /** Name in the placeholder that decides; absent for a plain number. */
  readonly variable?: string;
  /** Spring profile; absent for the default one. */
  readonly profile?: string;
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    'datasource.pool': DatasourcePool;
  }
}

const sizeName = /(?:^|[._-])(?:maximum-?pool-?size|max-?pool-?size|max-?(?:total|active|size))$/i;
const databasePool = /hikari|dbcp|c3p0|druid|data-?source|jdbc|(?:^|[._-])(?:db|database)[._-]|r2dbc|connection-?pool|tomcat\.max-?active/i;
const otherPool = /redis|lettuce|jedis|http|thread|task|executor|cache|ldap|rabbit|kafka|mongo|cassandra|elastic|ftp|mail|jms|quartz\.threadpool|file|upload|memory|statement/i;

/** Whether a key sets how many database connections one process opens at most. */
function isPoolSize(key: string): boolean {
  return sizeName.test(key) && databasePool.test(key) && !otherPool.test(key);
}

function emit(cx: FactFileContext, at: Span, key: string, written: string, profile?: string): void {
  const placeholder = wholePlaceholder(written);
  const size = Number((placeholder ? (placeholder.fallback ?? '') : written).trim() || 'none');
  if (!placeholder && !(Number.isInteger(size) && size > 0)) return;
  cx.emit('datasource.pool', at, {
    key, ...(Number.isInteger(size) && size > 0 ? { size } : {}), ...(placeholder ? { variable: placeholder.name } : {}), ...(profile === undefined ? {} : { profile }),
  });
}

function setting(cx: FactFileContext, { key, value, valueSpan }: Pick<Setting, 'key' | 'value' | 'valueSpan'>, profile: string | undefined): void {
  if (isPoolSize(key) && valueSpan.end > valueSpan.start) emit(cx, valueSpan, key, value, profile);
}

const poolClass = /(?:DataSource|HikariConfig|PoolProperties)$/;
const poolProperty = /^(?:maximumPoolSize|maxPoolSize|maxTotal|maxActive)$/;

/** `<property name="maxTotal" value="20"/>` of a data source bean, `p:maxTotal`, Tomcat's `<Resource>`, Liberty's `<connectionManager>`, JBoss' `<max-pool-size>`. */
function element(node: XmlElement, cx: FactFileContext): void {
  const type = attribute(node, 'class')?.value ?? attribute(node, 'type')?.value ?? '';
  const isPool = poolClass.test(type) || node.local === 'connectionManager';
  for (const { name, value, valueSpan } of node.attributes) {
    if (isPool && poolProperty.test(name.slice(name.indexOf(':') + 1))) emit(cx, valueSpan, name, value);
  }
  const value = attribute(node, 'value');
  const name = attribute(node, 'name')?.value ?? '';
  if (node.local === 'property' && value && node.parent && ((poolProperty.test(name) && poolClass.test(attribute(node.parent, 'class')?.value ?? '')) || isPoolSize(name))) emit(cx, value.valueSpan, name, value.value);
  if (node.local === 'max-pool-size' && node.textSpan) emit(cx, node.textSpan, node.local, node.text);
}

const javaPools = ['com.zaxxer.hikari.HikariConfig', 'com.zaxxer.hikari.HikariDataSource', 'org.apache.commons.dbcp2.BasicDataSource', 'org.apache.commons.dbcp.BasicDataSource', 'org.apache.tomcat.jdbc.pool.DataSource',
  'org.apache.tomcat.jdbc.pool.PoolProperties', 'com.alibaba.druid.pool.DruidDataSource', 'com.mchange.v2.c3p0.ComboPooledDataSource'];

/** `config.setMaximumPoolSize(20)` with a number or a constant of the file. */
function setter(call: JavaNode, cx: FactFileContext): void {
  const name = field(call, 'name')?.text ?? '';
  const [argument] = args(call);
  if (!/^set(?:MaximumPoolSize|MaxPoolSize|MaxTotal|MaxActive)$/.test(name) || !argument) return;
  const object = field(call, 'object');
  if (!object || !isType(cx, call, bareTypeOf(object), ...javaPools)) return;
  const number = argument.type === 'identifier' ? declarationOf(argument)?.value : argument;
  if (number?.type === 'decimal_integer_literal') emit(cx, span(number), name, number.text.replace(/_/g, ''));
}

function bareTypeOf(object: JavaNode): string {
  const type = typeOf(object);
  return type === '' ? simpleName(bareType(object)) : type;
}

/** How many connections each replica opens. */
export const datasourcePoolFacts: FactExtractor = {
  kinds: ['datasource.pool'],
  matchers: [
    factMatcher({
      language: 'properties', files: settingsGlobs.properties, needles: [[/max/i]],
      on: {
        entry(entry, cx) {
          if (isSettingsFile(cx.path)) setting(cx, entry, profileAt(cx.path, cx.text, entry.keySpan.start));
        },
      },
    }),
    factMatcher({
      language: 'yaml', files: settingsGlobs.yaml, needles: [[/max/i]],
      on: {
        document(node, cx) {
          if (isSettingsDocument(cx.path, node)) for (const each of settingsOf(node)) setting(cx, each, profileOfDocument(cx.path, node));
        },
      },
    }),
    factMatcher({ language: 'xml', needles: [[/\bmax(?:imumPoolSize|PoolSize|Total|Active)\b|max-pool-size|c3p0\.max_?[sS]ize/]], on: { '*': element } }),
    factMatcher({ language: 'java', needles: [['setMaximumPoolSize'], ['setMaxPoolSize'], ['setMaxTotal', /DataSource|PoolProperties/], ['setMaxActive', /DataSource|PoolProperties/]], on: { method_invocation: setter } }),
  ],
};
