import { basename } from '../../base/paths.js';
import type { NeededNames } from '../../contract/finding.js';
import type { PropertyEntry } from '../../contract/nodes.js';

/** Files that frameworks and libraries read, whose keys no code has to write. */
const framework = /^(?:application|bootstrap|log4j2?|logback|logging|quartz|ehcache|hibernate|hazelcast|jgroups|redisson|shiro|cas|struts|velocity|commons-logging|simplelogger|activemq|c3p0|druid|p6spy|spy|jndi|gradle|maven|sonar|build|messages?)\b/i;
/** So many other keys show whether code reads the file. */
const sample = 8;

/** `a.b.c` is read as a whole, or put together from `"a.b." + c`, `a.${b}.c`, `"a.%s.c"` or `prefix = "a.b"`. */
function waysToWrite(key: string): readonly string[] {
  const segments = key.split('.');
  const beginnings = segments.slice(1).map((_, index) => segments.slice(0, index + 1).join('.'));
  // One word alone in quotes may be anything.
  return [key, ...beginnings.flatMap((beginning) => ['."', ".'", '.${', '.#{', '.%', ...(beginning.includes('.') ? ['"', "'"] : [])].map((end) => beginning + end))];
}

/** How code may write the key of an entry, and other keys of the same file; `undefined` for files that libraries read and keys that are plain words. */
export function settingReachedBy(path: string, entries: readonly PropertyEntry[], place: number): NeededNames | undefined {
  const entry = entries.find(({ keySpan, valueSpan }) => keySpan.start <= place && place <= valueSpan.end);
  if (!entry || framework.test(basename(path)) || !entry.key.includes('.')) return undefined;
  const others = entries.filter(({ key }) => key !== entry.key && key.includes('.')).slice(0, sample);
  return { setting: { names: waysToWrite(entry.key), others: others.flatMap(({ key }) => [key, `${key.slice(0, key.lastIndexOf('.'))}."`]) } };
}
