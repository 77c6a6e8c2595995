import type { PropertyEntry } from '../../contract/nodes.js';
import { appenderKind, type Appender, type LoggerSetup, type LogSetup } from './setup.js';

/** `INFO, stdout, file` → the appenders' names. */
function listed(value: string): readonly string[] {
  return value.split(',').slice(1).map((name) => name.trim()).filter(Boolean);
}

function valueOf(entries: readonly PropertyEntry[], key: string): string | undefined {
  return entries.find((entry) => entry.key.toLowerCase() === key.toLowerCase())?.value;
}

function log4j1(entries: readonly PropertyEntry[]): LogSetup {
  const appenders = entries.flatMap((entry): readonly Appender[] => {
    const name = /^log4j\.appender\.([^.]+)$/.exec(entry.key)?.[1];
    if (name === undefined) return [];
    const path = valueOf(entries, `${entry.key}.File`) ?? '';
    return [{ name, kind: appenderKind(entry.value.trim(), path), at: entry.keySpan, path, refs: [] }];
  });
  const loggers = entries.flatMap((entry): readonly LoggerSetup[] => {
    const match = /^log4j\.(root(?:Logger|Category)|(?:logger|category)\.(.+))$/.exec(entry.key);
    if (!match) return [];
    return [{ root: match[2] === undefined, additive: valueOf(entries, `log4j.additivity.${match[2]}`) !== 'false', refs: listed(entry.value) }];
  });
  return { appenders, loggers };
}

function log4j2(entries: readonly PropertyEntry[]): LogSetup {
  const appenders = entries.flatMap((entry): readonly Appender[] => {
    const key = /^appender\.([^.]+)\.type$/.exec(entry.key)?.[1];
    if (key === undefined) return [];
    const path = valueOf(entries, `appender.${key}.fileName`) ?? valueOf(entries, `appender.${key}.filePattern`) ?? '';
    const refs = entries.filter((other) => new RegExp(`^appender\\.${key.replace(/\W/g, '\\$&')}\\.appenderRef\\.[^.]+\\.ref$`, 'i').test(other.key)).map((other) => other.value);
    return [{ name: valueOf(entries, `appender.${key}.name`) ?? key, kind: appenderKind(entry.value.trim(), path), at: entry.keySpan, path, refs }];
  });
  const loggers = new Map<string, LoggerSetup>();
  for (const entry of entries) {
    const [, logger = '', rest = ''] = /^(rootLogger|logger\.[^.]+)(?:\.(.+))?$/.exec(entry.key) ?? [];
    if (logger === '') continue;
    const known = loggers.get(logger) ?? { root: logger === 'rootLogger', additive: valueOf(entries, `${logger}.additivity`) !== 'false', refs: [] };
    const refs = rest === '' ? listed(entry.value) : /^appenderRef\.[^.]+\.ref$/i.test(rest) ? [entry.value.trim()] : [];
    loggers.set(logger, { ...known, refs: [...known.refs, ...refs] });
  }
  return { appenders, loggers: [...loggers.values()] };
}

/** java.util.logging: handlers are classes, named where they are used. */
function jul(entries: readonly PropertyEntry[]): LogSetup {
  const uses = entries.filter((entry) => /(?:^|\.)handlers$/.test(entry.key));
  const names = (value: string): readonly string[] => value.split(/[\s,]+/).filter(Boolean);
  const appenders = uses.flatMap((entry) => names(entry.value).map((name): Appender => {
    const path = valueOf(entries, `${name}.pattern`) ?? valueOf(entries, `${name}.prefix`) ?? '';
    return { name, kind: appenderKind(name, path), at: entry.keySpan, path, refs: [] };
  }));
  const loggers = uses.map((entry): LoggerSetup => {
    const logger = entry.key.replace(/\.?handlers$/, '');
    return { root: logger === '', additive: valueOf(entries, `${logger}.useParentHandlers`) !== 'false', refs: names(entry.value) };
  });
  return { appenders, loggers };
}

export type PropertiesDialect = 'log4j1' | 'log4j2' | 'jul';

/** Which framework's keys a properties file holds; `undefined` for other files. */
export function propertiesDialect(entries: readonly PropertyEntry[]): PropertiesDialect | undefined {
  if (entries.some((entry) => entry.key.startsWith('log4j.appender.'))) return 'log4j1';
  if (entries.some((entry) => /^appender\.[^.]+\.type$/.test(entry.key))) return 'log4j2';
  return entries.some((entry) => /(?:^|\.)handlers$/.test(entry.key) && /\w+Handler\b/.test(entry.value)) ? 'jul' : undefined;
}

export function propertiesSetup(entries: readonly PropertyEntry[]): LogSetup | undefined {
  switch (propertiesDialect(entries)) {
    case 'log4j1': return log4j1(entries);
    case 'log4j2': return log4j2(entries);
    case 'jul': return jul(entries);
    case undefined: return undefined;
  }
}
