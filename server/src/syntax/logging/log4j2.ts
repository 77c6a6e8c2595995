import { childNamed, type Part } from './part.js';
import { appenderKind, type Appender, type LoggerSetup, type LogSetup } from './setup.js';

function refsOf(part: Part): readonly string[] {
  const direct = part.children.filter((child) => /^(?:appenderref|appender-ref|route)$/i.test(child.name)).flatMap((child) => child.values.get('ref')?.value ?? []);
  const routes = part.children.filter((child) => child.name.toLowerCase() === 'routes').flatMap(refsOf);
  return [...direct, ...routes];
}

function appenderOf(part: Part): Appender {
  // Strict mode writes `<Appender type="File">` for `<File>`.
  const strict = part.name.toLowerCase() === 'appender' ? part.values.get('type') : undefined;
  const path = part.values.get('filename')?.value ?? part.values.get('filepattern')?.value ?? '';
  return { name: part.values.get('name')?.value ?? '', kind: appenderKind(strict?.value ?? part.name, path), at: strict?.at ?? part.at, path, refs: refsOf(part) };
}

/** Appenders that a routing appender makes inside its routes belong to it. */
function nested(part: Part): readonly Appender[] {
  const routes = (childNamed(part, 'routes')?.children ?? []).filter((route) => route.name.toLowerCase() === 'route').flatMap((route) => route.children);
  return routes.map(appenderOf).filter((appender) => appender.name !== '');
}

function loggerOf(part: Part): LoggerSetup {
  const root = /^(?:async)?root$/i.test(part.name);
  return { root, additive: part.values.get('additivity')?.value !== 'false', refs: [...refsOf(part), ...[part.values.get('appenderref')?.value ?? []].flat()] };
}

/** Reads a Log4j 2 configuration, whose element names ignore case. */
export function log4j2Setup(configuration: Part): LogSetup | undefined {
  const defined = childNamed(configuration, 'appenders')?.children;
  if (!defined) return undefined;
  const appenders = defined.flatMap((part) => {
    const inner = nested(part);
    const own = appenderOf(part);
    return [{ ...own, refs: [...own.refs, ...inner.map((appender) => appender.name)] }, ...inner];
  });
  return { appenders, loggers: (childNamed(configuration, 'loggers')?.children ?? []).map(loggerOf) };
}
