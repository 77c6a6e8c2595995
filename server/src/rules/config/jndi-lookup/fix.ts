import { extension } from '../../../base/paths.js';
import { lineEnding } from '../../../base/text.js';
import type { XmlElement } from '../../../contract/nodes.js';
import type { Finding } from '../../../contract/finding.js';
import type { Edit, Fix, FixInput } from '../../../contract/rule.js';
import type {} from '../../../facts/java/datasource.js';
import { environmentEdits, type EnvironmentEntry } from '../../../generators/environment-entry.js';
import { indentOf, readRoot, removeElement, stepOf } from '../../../syntax/xml/edit.js';
import { bootMakesPool, driverOf, poolOf, type Pool } from './pools.js';

interface Data {
  readonly by: string;
  /** Id of the bean, or the key. */
  readonly id: string;
  readonly name: string;
}

function dataOf(finding: Finding): Data {
  return finding.data as unknown as Data;
}

function isDatasource({ id, name }: Data): boolean {
  return id !== '' && /jdbc|datasource|ds$/i.test(`${name} ${id}`);
}

/** Variables under the names that Spring Boot itself binds, so that both kinds of applications are set up alike. */
const entries: readonly EnvironmentEntry[] = [
  { from: 'configMap', variable: 'SPRING_DATASOURCE_URL', value: '' }, { from: 'configMap', variable: 'SPRING_DATASOURCE_USERNAME', value: '' }, { from: 'secret', variable: 'SPRING_DATASOURCE_PASSWORD' },
];

function find(element: XmlElement, start: number): XmlElement | undefined {
  if (element.nameSpan.start === start || element.attributes.some(({ valueSpan }) => valueSpan.start === start)) return element;
  for (const each of element.children) {
    const found = find(each, start);
    if (found) return found;
  }
  return undefined;
}

function beanLines(id: string, { type, url, size }: Pool, driver: string, step: string): readonly string[] {
  const property = (name: string, value: string): string => `${step}<property name="${name}" value="${value}"/>`;
  return [
    `<bean id="${id}" class="${type}" destroy-method="close">`,
    property('driverClassName', driver), property(url, '${SPRING_DATASOURCE_URL:}'), property('username', '${SPRING_DATASOURCE_USERNAME:}'), property('password', '${SPRING_DATASOURCE_PASSWORD:}'),
    property(size, '${DB_POOL_SIZE:10}'), '</bean>',
  ];
}

function xmlEdit({ finding, model, text }: FixInput, id: string): Edit | undefined {
  const { file, range } = finding;
  const current = text(file);
  const root = current === undefined ? undefined : readRoot(current);
  const element = root && find(root, range.start);
  const pool = poolOf(model, file);
  const driver = driverOf(model, file);
  if (current === undefined || !root || !element || !pool || !driver) return undefined;
  const indent = indentOf(current, element);
  // Written for the namespace that the file gives to plain beans.
  const prefix = /^(\w+):beans$/.exec(root.name)?.[1];
  if (prefix !== undefined) return undefined;
  const lines = beanLines(id, pool, driver, stepOf(current, root));
  return { do: 'replace', file, span: { start: element.start, end: element.end }, text: lines.map((line, at) => (at === 0 ? line : indent + line)).join(lineEnding(current)) };
}

/** `jndi-name: …` gives way to `url`, `username` and `password`, written as the key was. */
function settingEdit({ finding, text }: FixInput): Edit | undefined {
  const { file, range } = finding;
  const current = text(file);
  if (current === undefined) return undefined;
  const lineStart = current.lastIndexOf('\n', range.start - 1) + 1;
  const [line = ''] = current.slice(lineStart).split(/\r?\n/, 1);
  const match = /^(\s*)([\w.-]*?)jndi-?name(\s*[:=]\s*)\S+\s*$/i.exec(line);
  if (!match) return undefined;
  const [, indent = '', prefix = '', separator = ''] = match;
  const lines = ['url', 'username', 'password'].map((name) => `${indent}${prefix}${name}${separator}\${SPRING_DATASOURCE_${name.toUpperCase()}:}`);
  return { do: 'replace', file, span: { start: lineStart, end: lineStart + line.length }, text: lines.join(lineEnding(current)) };
}

/** A name as every place of the application may write it. */
function bareName(name: string): string {
  return name.replace(/^java:(?:comp\/env\/|\/)?/, '');
}

/** Descriptors stop asking the server for the resource when nothing else looks it up: some servers deploy only what they can resolve. */
function referenceEdits({ finding, model, text }: FixInput): readonly Edit[] {
  const lookups = model.factsFor('jndi.lookup', finding.file).filter(({ value }) => bareName(value.name) === bareName(dataOf(finding).name));
  const others = lookups.filter(({ file, range }) => file !== finding.file || range.start !== finding.range.start);
  if (others.some(({ value }) => value.by !== 'reference')) return [];
  return others.flatMap(({ file, range }) => {
    const current = text(file);
    const root = current === undefined ? undefined : readRoot(current);
    const element = root && find(root, range.start);
    return current !== undefined && element ? [removeElement(file, current, element)] : [];
  });
}

/** The application makes its own data source from the environment; address and credentials come from ConfigMap and Secret. */
export const datasourceFromEnvironment: Fix = {
  key: 'datasource-from-environment',
  title: { en: 'Make the data source from the environment', ko: '환경 변수로 데이터소스를 직접 구성' },
  safety: 'review',
  applies(finding, model) {
    const data = dataOf(finding);
    if (!isDatasource(data)) return false;
    if (data.by === 'setting') return bootMakesPool(model, finding.file);
    return data.by === 'spring' && extension(finding.file) === 'xml' && poolOf(model, finding.file) !== undefined && driverOf(model, finding.file) !== undefined && model.factsFor('spring.placeholders', finding.file).length > 0;
  },
  edits(input) {
    const { by, id } = dataOf(input.finding);
    const edit = by === 'setting' ? settingEdit(input) : xmlEdit(input, id);
    return edit && [edit, ...referenceEdits(input), ...environmentEdits(input, input.finding, entries)];
  },
};
