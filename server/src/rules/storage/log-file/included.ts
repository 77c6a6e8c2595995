import { basename } from '../../../base/paths.js';
import type { ProjectCheck } from '../../../contract/rule.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import type {} from '../../../facts/log-included.js';
import { fileAppenders, type LogSetup } from '../../../syntax/logging/setup.js';

type Document = Fact<'log.logback'>;

/** The documents that a path in an `<include>` may mean: those of the application whose path ends with it. */
function named(all: readonly Document[], path: string): readonly Document[] {
  const end = path.replace(/^\$\{[^}]*\}|^classpath:|^\.\//g, '').replace(/^\//, '');
  return end === '' || end.includes('${') ? [] : all.filter(({ file }) => file === end || file.endsWith(`/${end}`));
}

/** A configuration with everything it includes, further inclusions as well. */
function withIncluded(all: readonly Document[], first: Document): readonly Document[] {
  const found = [first];
  for (const document of found) {
    for (const each of document.value.includes.flatMap((path) => named(all, path))) {
      if (!found.includes(each)) found.push(each);
    }
  }
  return found;
}

/** Several documents read as one; places do not matter here. */
function setupOf(documents: readonly Document[]): LogSetup {
  const console = documents.some(({ value }) => value.bootConsole);
  const nowhere = { start: 0, end: 0 };
  return {
    appenders: [
      ...documents.flatMap(({ value }) => value.appenders.map((appender) => ({ ...appender, at: nowhere }))),
      ...(console ? [{ name: 'CONSOLE', kind: 'console' as const, path: '', refs: [], at: nowhere }] : []),
    ],
    loggers: [...documents.flatMap(({ value }) => value.loggers), ...(console ? [{ root: true, additive: true, refs: ['CONSOLE'] }] : [])],
  };
}

interface User {
  readonly configuration: string;
  readonly onConsole: boolean;
}

/** The first configuration of the application that hands events on to an appender of another document. */
function userOf(model: Model, file: string, name: string): User | undefined {
  const all = model.factsFor('log.logback', file);
  for (const first of all.filter(({ value }) => value.configures)) {
    const documents = withIncluded(all, first);
    const used = documents.some((document) => document.file === file) ? fileAppenders(setupOf(documents)).find(({ appender }) => appender.name === name) : undefined;
    if (used) return { configuration: first.file, onConsole: used.onConsole };
  }
  return undefined;
}

/** Logback file appenders that stand in a document of their own; told of where a configuration includes and uses them. */
export const includedLogs: ProjectCheck<'log.included-file'> = {
  subject: 'log.included-file',
  reads: ['log.included-file', 'log.logback'],
  check(subject, { model, report }) {
    const { name, path } = subject.value;
    const user = userOf(model, subject.file, name);
    if (!user) return;
    // Files of one configuration are one decision: the first one stands for all.
    const same = model.factsFor('log.included-file', subject.file).filter((other) => {
      const by = userOf(model, other.file, other.value.name);
      return by?.configuration === user.configuration && by.onConsole === user.onConsole;
    });
    if (same[0] !== subject) return;
    const also = same.slice(1, 13).map(({ file, range, value }) => ({ file, range, say: 'includedLog', args: { file: value.path || value.name } }));
    report({
      say: 'file', args: { file: path || name }, ...(user.onConsole ? { severity: 'info' as const } : {}), ...(also.length > 0 ? { also } : {}),
      cause: user.onConsole ? `beside the console ${basename(user.configuration)}` : user.configuration,
    });
  },
};
