import type { PropertyEntry } from '../../../contract/nodes.js';
import { propertiesDialect } from '../../../syntax/logging/properties.js';
import { entriesOf } from '../../../syntax/properties/adapter.js';
import type { AppenderData, Replacement } from './console-fix.js';
import { wholeLines } from './lines.js';

const remove = (text: string, entry: PropertyEntry): Replacement => ({ span: wholeLines(text, { start: entry.keySpan.start, end: Math.max(entry.keySpan.end, entry.valueSpan.end) }), text: '' });

function below(entries: readonly PropertyEntry[], prefix: string): readonly PropertyEntry[] {
  return entries.filter((entry) => entry.key.startsWith(`${prefix}.`));
}

/** `INFO, stdout, file` without one name. */
function without(value: string, name: string): string {
  return value.split(',').filter((part, index) => index === 0 || part.trim() !== name).join(',').trimEnd();
}

const log4j1File = /\.(?:File|Append|MaxFileSize|MaximumFileSize|MaxBackupIndex|DatePattern|BufferedIO|BufferSize|rollingPolicy|triggeringPolicy)(?:\.|$)/i;

function log4j1(text: string, entries: readonly PropertyEntry[], { appender, onConsole }: AppenderData): readonly Replacement[] | undefined {
  const prefix = `log4j.appender.${appender}`;
  const definition = entries.find((entry) => entry.key === prefix);
  if (!definition) return undefined;
  if (!onConsole) return [{ span: definition.valueSpan, text: 'org.apache.log4j.ConsoleAppender' }, ...below(entries, prefix).filter((entry) => log4j1File.test(entry.key.slice(prefix.length))).map((entry) => remove(text, entry))];
  const lists = entries.filter((entry) => /^log4j\.(?:root(?:Logger|Category)$|(?:logger|category)\.)/.test(entry.key) && without(entry.value, appender) !== entry.value.trimEnd());
  return [...[definition, ...below(entries, prefix)].map((entry) => remove(text, entry)), ...lists.map((entry) => ({ span: entry.valueSpan, text: without(entry.value, appender) }))];
}

/** The appender goes with its references and with the lists of names that older files of this syntax carry. */
function withoutAppender(text: string, entries: readonly PropertyEntry[], prefix: string, appender: string): readonly Replacement[] {
  const refs = entries.filter((entry) => /\.appenderRefs?\.[^.]+\.ref$/i.test(entry.key) && entry.value.trim() === appender).map((entry) => entry.key.slice(0, -'.ref'.length));
  const id = prefix.slice('appender.'.length);
  const ids = new Set([id, ...refs.map((ref) => ref.slice(ref.lastIndexOf('.') + 1))]);
  const lists = entries.filter((entry) => entry.key === 'appenders' || /(?:^|\.)appenderRefs$/i.test(entry.key));
  const loggers = entries.filter((entry) => /^(?:rootLogger|logger\.[^.]+)$/.test(entry.key) && without(entry.value, appender) !== entry.value.trimEnd());
  return [
    ...[prefix, ...refs].flatMap((each) => below(entries, each)).map((entry) => remove(text, entry)),
    ...lists.map((entry) => ({ entry, left: entry.value.split(',').map((each) => each.trim()).filter((each) => !ids.has(each)) })).filter(({ entry, left }) => left.length < entry.value.split(',').length)
      .map(({ entry, left }) => (left.length === 0 ? remove(text, entry) : { span: entry.valueSpan, text: left.join(', ') })),
    ...loggers.map((entry) => ({ span: entry.valueSpan, text: without(entry.value, appender) })),
  ];
}

function log4j2(text: string, entries: readonly PropertyEntry[], { appender, onConsole }: AppenderData): readonly Replacement[] | undefined {
  const named = entries.find((entry) => /^appender\.[^.]+\.name$/.test(entry.key) && entry.value === appender);
  const prefix = named ? named.key.slice(0, -'.name'.length) : `appender.${appender}`;
  const type = entries.find((entry) => entry.key === `${prefix}.type`);
  if (!type) return undefined;
  if (onConsole) return withoutAppender(text, entries, prefix, appender);
  const kept = /^\.(?:type|name|layout|filter|filters|ignoreExceptions|target)(?:\.|$)/i;
  return [{ span: type.valueSpan, text: 'Console' }, ...below(entries, prefix).filter((entry) => !kept.test(entry.key.slice(prefix.length))).map((entry) => remove(text, entry))];
}

const julConsole = 'java.util.logging.ConsoleHandler';

function jul(text: string, entries: readonly PropertyEntry[], { appender }: AppenderData): readonly Replacement[] | undefined {
  const uses = entries.filter((entry) => /(?:^|\.)handlers$/.test(entry.key) && entry.value.split(/[\s,]+/).includes(appender));
  const lists = uses.map((entry): Replacement => {
    const names = entry.value.split(/[\s,]+/).filter(Boolean);
    const others = names.filter((name) => name !== appender);
    return { span: entry.valueSpan, text: (others.some((name) => name.endsWith('ConsoleHandler')) ? others : names.map((name) => (name === appender ? julConsole : name))).join(', ') };
  });
  return uses.length === 0 ? undefined : [...lists, ...below(entries, appender).map((entry) => remove(text, entry))];
}

/** Edits that move one file appender of a properties configuration to the console; `undefined` when it cannot be done. */
export function propertiesConsole(text: string, data: AppenderData): readonly Replacement[] | undefined {
  const entries = entriesOf(text);
  switch (propertiesDialect(entries)) {
    case 'log4j1': return log4j1(text, entries, data);
    case 'log4j2': return log4j2(text, entries, data);
    case 'jul': return jul(text, entries, data);
    case undefined: return undefined;
  }
}
