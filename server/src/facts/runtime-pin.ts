import { basename, dirname, isInside } from '../base/paths.js';
import { factMatcher, type FactExtractor } from '../contract/rule.js';
import type { Model } from '../contract/workspace.js';
import type {} from './image/kinds.js';
import { at as jsonAt, text as jsonText } from '../syntax/json/ask.js';
import { entriesOf } from '../syntax/toml/ask.js';

export type PinnedRuntime = 'node' | 'python' | 'java' | 'go' | 'php' | 'dotnet';

declare module '../contract/workspace.js' {
  interface FactOf {
    /** The version of a runtime that tools of developers or platforms are told to take, as written: `3.12.3`, `lts/*`, `temurin-21`. */
    'runtime.pin': { readonly runtime: PinnedRuntime; readonly version: string };
  }
}

/** Files that hold one version and nothing else. */
const single: Readonly<Record<string, PinnedRuntime>> = { '.nvmrc': 'node', '.node-version': 'node', '.python-version': 'python', '.java-version': 'java', '.go-version': 'go', '.php-version': 'php' };
/** Names of asdf, mise, SDKMAN and Heroku. */
const named: Readonly<Record<string, PinnedRuntime>> = {
  node: 'node', nodejs: 'node', python: 'python', java: 'java', go: 'go', golang: 'go', php: 'php', dotnet: 'dotnet', 'dotnet-core': 'dotnet',
};
/** Those that are made for one runtime come before those for several. */
const order = ['.python-version', '.nvmrc', '.node-version', '.java-version', '.go-version', '.php-version', 'global.json', 'system.properties', 'runtime.txt', '.sdkmanrc', '.tool-versions', 'mise.toml', '.mise.toml'];

/** `nodejs 20.1.0`, `java=21.0.2-tem`, `python-3.12.3`. */
function lineOf(name: string, line: string): { readonly runtime: PinnedRuntime; readonly version: string } | undefined {
  const own = single[name];
  if (own) return { runtime: own, version: line };
  const [, tool = '', version = ''] = /^([a-z-]+?)(?:\s+|\s*=\s*|-(?=\d))(\S+)/.exec(line) ?? [];
  const runtime = Object.hasOwn(named, tool) ? named[tool] : undefined;
  return runtime && { runtime, version };
}

const lines = factMatcher({
  language: 'lines', files: ['**/.{nvmrc,node-version,python-version,java-version,go-version,php-version,sdkmanrc,tool-versions}', '**/runtime.txt'], needles: 'always',
  on: {
    file(file, cx) {
      const name = basename(cx.path);
      for (const { text, start, end } of file.lines) {
        const line = text.replace(/#.*$/, '').trim();
        const found = line === '' ? undefined : lineOf(name, line);
        if (!found) continue;
        cx.emit('runtime.pin', { start, end }, found);
        if (Object.hasOwn(single, name)) return;
      }
    },
  },
});

const mise = factMatcher({
  language: 'toml', files: ['**/{mise,.mise}.toml'], needles: [['tools']],
  on: {
    document({ ast }, cx) {
      for (const { path: [table, tool = '', ...rest], key, value } of entriesOf(ast)) {
        const version = Array.isArray(value) ? value[0] : value;
        if (table === 'tools' && Object.hasOwn(named, tool) && (rest.length === 0 ? typeof version !== 'object' : rest[0] === 'version')) cx.emit('runtime.pin', key, { runtime: named[tool] as PinnedRuntime, version: String(version) });
      }
    },
  },
});

const globalJson = factMatcher({
  language: 'json', files: ['**/global.json'], needles: [['sdk']],
  on: {
    document({ root }, cx) {
      const node = jsonAt(root, 'sdk', 'version');
      const version = jsonText(root, 'sdk', 'version');
      if (node && version !== undefined) cx.emit('runtime.pin', { start: node.offset, end: node.offset + node.length }, { runtime: 'dotnet', version });
    },
  },
});

const systemProperties = factMatcher({
  language: 'properties', files: ['**/system.properties'], needles: [['java.runtime.version']],
  on: {
    entry(entry, cx) {
      if (entry.key === 'java.runtime.version') cx.emit('runtime.pin', entry.valueSpan, { runtime: 'java', version: entry.value.trim() });
    },
  },
});

/** `runtime.pin`: see the kind. */
export const runtimePinFacts: FactExtractor = { kinds: ['runtime.pin'], matchers: [lines, mise, globalJson, systemProperties] };

/** A pinned version and the file that names it. */
export interface Pin {
  readonly version: string;
  readonly source: string;
}

/** What is pinned for a folder: by the nearest file, at or above it. */
export function pinFor(model: Model, dir: string, runtime: PinnedRuntime): Pin | undefined {
  const rank = (file: string): number => order.indexOf(basename(file));
  const found = model.facts('runtime.pin').filter((fact) => fact.value.runtime === runtime && isInside(dir, dirname(fact.file)));
  const [nearest] = [...found].sort((a, b) => dirname(b.file).length - dirname(a.file).length || rank(a.file) - rank(b.file));
  return nearest && { version: nearest.value.version, source: basename(nearest.file) };
}

/** Images of a runtime whose tag begins with its release, without registry and publisher. */
const images: Readonly<Record<PinnedRuntime, RegExp>> = {
  node: /^node$/, python: /^python$/, java: /^(?:eclipse-temurin|openjdk|amazoncorretto|liberica-openjdk-[\w-]+|azul-openjdk|sapmachine|java)$/, go: /^golang$/, php: /^php$/, dotnet: /^(?:aspnet|sdk|runtime)$/,
};

/** The release that an image of the folder is made with now: what runs today is known to work. For where nothing else tells. */
export function pinInImage(model: Model, dir: string, runtime: PinnedRuntime): Pin | undefined {
  const files = model.facts('image.dockerfile').filter(({ value }) => value.purpose === 'application' && isInside(dir, value.context));
  const nearest = [...files].sort((a, b) => b.value.context.length - a.value.context.length);
  for (const { file, value } of nearest) for (const { image, tag } of value.stages) {
    const name = /([^/:@]+)(?:[:@].*)?$/.exec(image)?.[1] ?? '';
    const version = /^\d+(?:\.\d+)*/.exec(tag ?? '')?.[0];
    if (images[runtime].test(name) && version !== undefined) return { version, source: basename(file) };
  }
  return undefined;
}
