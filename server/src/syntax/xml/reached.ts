import type { NamedDocument, NeededNames } from '../../contract/finding.js';
import type { XmlElement } from '../../contract/nodes.js';
import { isFoundByItself } from '../named-document.js';
import { attribute } from './ask.js';

/**
 * What has to name the database of an element for anybody to use it; `undefined` when nothing can be said. A database under
 * a name such as `audit.dataSource`, which no variable can have, is handed to nobody by chance as long as the application
 * has its usual one.
 */
function databaseReachedBy(elements: readonly XmlElement[], place: number): NeededNames | undefined {
  const element = elements.find(({ openTag }) => openTag.start <= place && place < openTag.end);
  const id = element?.local === 'embedded-database' && element.parent?.local === 'beans' ? attribute(element, 'id')?.value : undefined;
  if (id === undefined || !id.includes('.')) return undefined;
  const isReferred = elements.some((other) => other !== element && (other.text.includes(id) || other.attributes.some(({ value }) => value.includes(id))));
  return isReferred ? undefined : { types: [id] };
}

/** What kind of document the elements make up, as far as such documents are read by their names alone. */
function kindOf(elements: readonly XmlElement[]): NamedDocument | undefined {
  const root = elements[0];
  switch (root?.local) {
    case 'configuration': case 'Configuration':
      return elements.some(({ local }) => /^appenders?$/i.test(local)) ? 'logging' : undefined;
    case 'config':
      return /jgroups/.test(attribute(root, 'xmlns')?.value ?? '') || root.children.some(({ local }) => /^(?:MPING|TCPPING|FD_ALL|FD_SOCK|NAKACK2?|GMS)$/.test(local.replace('pbcast.', ''))) ? 'jgroups' : undefined;
    case 'beans':
      return 'beans';
    case 'hibernate-configuration':
      return 'hibernate';
    default:
      return undefined;
  }
}

/** What has to be named for anybody to read a place: the document, unless it is found by itself, and a database of its own. */
export function reachedBy(path: string, elements: readonly XmlElement[], place: number): NeededNames | undefined {
  const kind = kindOf(elements);
  const database = databaseReachedBy(elements, place);
  return kind === undefined || isFoundByItself(path, kind) ? database : { ...database, document: kind };
}
