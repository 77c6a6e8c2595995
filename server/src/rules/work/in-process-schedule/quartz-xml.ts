import type { XmlElement } from '../../../contract/nodes.js';
import type { Edit } from '../../../contract/rule.js';
import type { Model } from '../../../contract/workspace.js';
import type {} from '../../../facts/java/datasource.js';
import { attribute, child, children } from '../../../syntax/xml/ask.js';
import { appendTo, readRoot, stepOf } from '../../../syntax/xml/edit.js';

type Read = (path: string) => string | undefined;

function beansIn(root: XmlElement): readonly XmlElement[] {
  return root.children.flatMap((element) => (element.local === 'bean' ? [element] : element.local === 'beans' ? beansIn(element) : []));
}

function property(bean: XmlElement, name: string): XmlElement | undefined {
  return children(bean, 'property').find((candidate) => attribute(candidate, 'name')?.value === name);
}

/** Name of the data source bean that the application defines in XML; `undefined` when it has none or several. */
function dataSourceName(file: string, model: Model, read: Read): string | undefined {
  const files = new Set(model.factsFor('datasource.defined', file).map((fact) => fact.file).filter((path) => path.endsWith('.xml')));
  const names = [...files].flatMap((path) => {
    const root = readRoot(read(path) ?? '');
    return root ? beansIn(root).filter((bean) => attribute(bean, 'class')?.value.endsWith('DataSource')).flatMap((bean) => attribute(bean, 'id')?.value ?? attribute(bean, 'name')?.value ?? []) : [];
  });
  const distinct = [...new Set(names)];
  return distinct.length === 1 ? distinct[0] : distinct.find((name) => name === 'dataSource');
}

function propLines(settings: readonly (readonly [string, string])[]): readonly string[] {
  return settings.map(([key, value]) => `<prop key="${key}">${value}</prop>`);
}

/** Adds what is missing to the `props` of the scheduler, or makes them. */
function quartzPropertiesEdit(file: string, text: string, bean: XmlElement, settings: readonly (readonly [string, string])[]): Edit | undefined | 'new' {
  const existing = property(bean, 'quartzProperties');
  if (!existing) return 'new';
  const props = child(existing, 'props');
  if (!props) return undefined;
  const present = children(props, 'prop').map((prop) => attribute(prop, 'key')?.value);
  return appendTo(file, text, props, propLines(settings.filter(([key]) => !present.includes(key))));
}

/** Lets the scheduler bean whose class stands at `at` keep its jobs in the application's data source, clustered. */
export function schedulerEdits(file: string, at: number, settings: readonly (readonly [string, string])[], model: Model, read: Read): readonly Edit[] | undefined {
  const text = read(file);
  const root = text === undefined ? undefined : readRoot(text);
  const bean = root && beansIn(root).find((candidate) => attribute(candidate, 'class')?.valueSpan.start === at);
  if (text === undefined || !bean || /RAMJobStore/.test(text.slice(bean.start, bean.end))) return undefined;
  const source = property(bean, 'dataSource') ? undefined : dataSourceName(file, model, read);
  if (!property(bean, 'dataSource') && source === undefined) return undefined;
  const props = quartzPropertiesEdit(file, text, bean, settings);
  if (props === undefined) return undefined;
  const step = stepOf(text, bean);
  const lines = [
    ...(source === undefined ? [] : [`<property name="dataSource" ref="${source}"/>`]),
    ...(property(bean, 'overwriteExistingJobs') ? [] : ['<property name="overwriteExistingJobs" value="true"/>']),
    ...(props === 'new' ? ['<property name="quartzProperties">', `${step}<props>`, ...propLines(settings).map((line) => `${step}${step}${line}`), `${step}</props>`, '</property>'] : []),
  ];
  const added = lines.length > 0 ? appendTo(file, text, bean, lines) : undefined;
  return [...(props === 'new' ? [] : [props]), ...(added ? [added] : [])];
}
