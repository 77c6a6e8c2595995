import type { Span } from '../../base/text.js';

/** Something that log events are written to, whatever the framework calls it (appender, handler). */
export interface Appender {
  readonly name: string;
  /** `wrapper` hands events on to other appenders. */
  readonly kind: 'file' | 'console' | 'wrapper' | 'other';
  /** The token that names or types it. */
  readonly at: Span;
  /** Path of the file as written, placeholders kept; '' when none is stated. */
  readonly path: string;
  /** Names of the appenders that a wrapper hands on to. */
  readonly refs: readonly string[];
}

export interface LoggerSetup {
  readonly root: boolean;
  /** False when events of this logger do not reach the appenders of the root. */
  readonly additive: boolean;
  readonly refs: readonly string[];
  /** Set where a condition of the configuration chooses between this logger and others. */
  readonly conditional?: true;
}

/** A logging configuration, of any framework and syntax. */
export interface LogSetup {
  readonly appenders: readonly Appender[];
  readonly loggers: readonly LoggerSetup[];
}

/** File of the process's own standard streams. */
const standardStream = /^\/(?:dev\/(?:stdout|stderr|fd\/[12])|proc\/(?:1|self)\/fd\/[12])$/;

/** Kind of an appender by the simple name of its class or type. */
export function appenderKind(type: string, path: string): Appender['kind'] {
  const simple = type.slice(type.lastIndexOf('.') + 1).replace(/(?:Appender|Handler)$/, '').toLowerCase();
  if (standardStream.test(path)) return 'console';
  if (/^(?:\w*console)$/.test(simple)) return 'console';
  if (/^(?:\w*file)$/.test(simple)) return 'file';
  return /^(?:async\w*|failover|routing|rewrite|sifting|limiting|disruptor\w*|loggingeventasyncdisruptor)$/.test(simple) ? 'wrapper' : 'other';
}

function reached(setup: LogSetup, refs: readonly string[]): ReadonlySet<Appender> {
  const found = new Set<Appender>();
  const follow = (name: string): void => {
    for (const appender of setup.appenders) {
      if (appender.name !== name || found.has(appender)) continue;
      found.add(appender);
      appender.refs.forEach(follow);
    }
  };
  refs.forEach(follow);
  return found;
}

/** Appenders that events of a logger come to, the root's included where it is additive. */
function appendersOf(setup: LogSetup, logger: LoggerSetup): ReadonlySet<Appender> {
  const inherited = logger.additive && !logger.root ? setup.loggers.filter((other) => other.root).flatMap((root) => root.refs) : [];
  return reached(setup, [...logger.refs, ...inherited]);
}

export interface FileAppender {
  readonly appender: Appender;
  /** Whether every event that comes to the file comes to the console as well. */
  readonly onConsole: boolean;
}

function reachesConsole(setup: LogSetup, logger: LoggerSetup): boolean {
  return [...appendersOf(setup, logger)].some((other) => other.kind === 'console');
}

/** Whether the conditions of a configuration leave the console to those who set it: one of the roots they choose between writes there. */
function isChosenWithConsole(setup: LogSetup): boolean {
  return setup.loggers.some((logger) => logger.root && logger.conditional && reachesConsole(setup, logger));
}

/** File appenders that loggers use; those that are only defined write nothing. */
export function fileAppenders(setup: LogSetup): readonly FileAppender[] {
  return setup.appenders.filter((appender) => appender.kind === 'file').flatMap((appender) => {
    const users = setup.loggers.filter((logger) => reached(setup, logger.refs).has(appender));
    const onConsole = users.every((logger) => reachesConsole(setup, logger) || (logger.conditional && isChosenWithConsole(setup)));
    return users.length === 0 ? [] : [{ appender, onConsole }];
  });
}

/** A console appender that a logger uses. */
export function usedConsole(setup: LogSetup): Appender | undefined {
  return setup.appenders.find((appender) => appender.kind === 'console' && setup.loggers.some((logger) => reached(setup, logger.refs).has(appender)));
}
