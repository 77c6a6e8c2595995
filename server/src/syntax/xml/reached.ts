import type { NeededNames } from '../../contract/finding.js';
import type { XmlElement } from '../../contract/nodes.js';
import { attribute } from './ask.js';

/**
 * What has to name the database of an element for anybody to use it; `undefined` when nothing can be said. A database under
 * a name such as `audit.dataSource`, which no variable can have, is handed to nobody by chance as long as the application
 * has its usual one.
 */
export function databaseReachedBy(elements: readonly XmlElement[], place: number): NeededNames | undefined {
  const element = elements.find(({ openTag }) => openTag.start <= place && place < openTag.end);
  const id = element?.local === 'embedded-database' && element.parent?.local === 'beans' ? attribute(element, 'id')?.value : undefined;
  if (id === undefined || !id.includes('.')) return undefined;
  const isReferred = elements.some((other) => other !== element && (other.text.includes(id) || other.attributes.some(({ value }) => value.includes(id))));
  return isReferred ? undefined : { type: id };
}
