import { basename } from '../../base/paths.js';
import type { Model } from '../../contract/workspace.js';
import type { FactExtractor } from '../../contract/rule.js';
import { factMatcher } from '../../contract/rule.js';
import { annotation, bareType, field, nameOf, simpleName, span } from '../../syntax/java/ask.js';
import { attribute } from '../../syntax/xml/ask.js';
import { isSpringFile } from '../../syntax/config-file.js';
import type { Evidence } from '../evidence.js';

interface Placeholders extends Evidence {
  /** Settings files that are read for them, as written; absent where it is not told or somewhere else. */
  readonly locations?: string;
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** The application makes its data source itself, in code or in XML, so that a framework's default does not apply. */
    'datasource.defined': Evidence;
    /** Placeholders in XML beans are resolved: a configurer or Spring Boot does it. */
    'spring.placeholders': Placeholders;
  }
}

const configurers = ['PropertySourcesPlaceholderConfigurer', 'PropertyPlaceholderConfigurer'];

/** Whether Spring fills in placeholders of a settings file: one of its own, or one that a configurer reads, as far as that is told. */
export function isFilledIn(model: Model, file: string): boolean {
  const names = ({ locations }: Placeholders): boolean => locations === undefined || locations.includes(basename(file)) || /[*$]/.test(locations);
  return isSpringFile(file) || model.factsFor('spring.placeholders', file).some(({ value }) => names(value));
}

/** Data sources made by hand, and who resolves placeholders in XML beans. */
export const datasourceFacts: FactExtractor = {
  kinds: ['datasource.defined', 'spring.placeholders'],
  matchers: [
    factMatcher({
      language: 'java',
      needles: [['DataSource', 'Bean'], ['DataSourceBuilder'], ['AbstractRoutingDataSource']],
      on: {
        method_declaration(method, cx) {
          const name = field(method, 'name');
          if (name && annotation(method, 'Bean') && bareType(field(method, 'type')).endsWith('DataSource')) cx.emit('datasource.defined', span(name), { via: `@Bean ${name.text}` });
        },
      },
    }),
    factMatcher({
      language: 'java',
      needles: [['SpringBootApplication'], ...configurers.map((name) => [name])],
      on: {
        class_declaration(type, cx) {
          const found = annotation(type, 'SpringBootApplication');
          if (found) cx.emit('spring.placeholders', span(found.node), { via: `@SpringBootApplication ${nameOf(type)}` });
        },
        object_creation_expression(creation, cx) {
          const type = field(creation, 'type');
          if (type && configurers.includes(simpleName(bareType(type)))) cx.emit('spring.placeholders', span(type), { via: type.text });
        },
      },
    }),
    factMatcher({
      language: 'xml',
      needles: [['property-placeholder'], [/DataSource\b/], [/PlaceholderConfigurer\b/]],
      on: {
        'property-placeholder'(element, cx) {
          const locations = attribute(element, 'location')?.value;
          cx.emit('spring.placeholders', element.nameSpan, { via: element.name, ...(locations === undefined ? {} : { locations }) });
        },
        bean(element, cx) {
          const type = attribute(element, 'class');
          if (!type) return;
          if (configurers.includes(simpleName(type.value))) cx.emit('spring.placeholders', type.valueSpan, { via: type.value });
          if (/DataSource$/.test(type.value)) cx.emit('datasource.defined', type.valueSpan, { via: type.value });
        },
      },
    }),
  ],
};
