import { basename } from '../../base/paths.js';
import type { NeededNames } from '../../contract/finding.js';
import type { PropertyEntry } from '../../contract/nodes.js';
import { isFoundByItself } from '../named-document.js';

/** Files that frameworks and libraries read, whose keys no code has to write. */
const framework = /^(?:application|bootstrap|log4j2?|logback|logging|quartz|ehcache|hibernate|hazelcast|jgroups|redisson|shiro|cas|struts|velocity|commons-logging|simplelogger|activemq|c3p0|druid|p6spy|spy|jndi|gradle|maven|sonar|build|messages?)\b/i;
/** So many other keys show whether code reads the file. */
const sample = 64;

/** `a.b.c` is read as a whole, or put together from `"a.b." + c`, `a.${b}.c`, `"a.%s.c"` or `prefix = "a.b"`. */
function waysToWrite(key: string): readonly string[] {
  const segments = key.split('.');
  const beginnings = segments.slice(1).map((_, index) => segments.slice(0, index + 1).join('.'));
  // One word alone in quotes may be anything.
  return [key, ...beginnings.flatMap((beginning) => ['."', ".'", '.${', '.#{', '.%', ...(beginning.includes('.') ? ['"', "'"] : [])].map((end) => beginning + end))];
}

/** How code may write the key of an entry, and other keys of the same file; `undefined` for files that libraries read and keys that are plain words. */
function settingReachedBy(path: string, entries: readonly PropertyEntry[], place: number): NeededNames | undefined {
  const entry = entries.find(({ keySpan, valueSpan }) => keySpan.start <= place && place <= valueSpan.end);
  if (!entry || framework.test(basename(path)) || !entry.key.includes('.')) return undefined;
  const others = entries.filter(({ key }) => key !== entry.key && key.includes('.')).slice(0, sample);
  return { setting: { names: waysToWrite(entry.key), others: others.flatMap(({ key }) => [key, `${key.slice(0, key.lastIndexOf('.'))}."`]), named: !isFoundByItself(path, 'settings') } };
}

/** Log4j of both generations; the files of `java.util.logging` are told apart by their names only. */
function isLogging(entries: readonly PropertyEntry[]): boolean {
  return entries.some(({ key }) => /^(?:log4j\.(?:rootLogger|rootCategory|appender\.)|rootLogger\.level$|appender\.\w+\.type$)/.test(key));
}

/** What has to be named for anybody to read an entry: its key, or the whole file where it sets up logging under a name of its own. */
export function reachedBy(path: string, entries: readonly PropertyEntry[], place: number): NeededNames | undefined {
  if (isLogging(entries)) return isFoundByItself(path, 'logging') ? undefined : { document: 'logging' };
  return settingReachedBy(path, entries, place);
}
