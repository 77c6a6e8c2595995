import type { Adapter, Adapters } from './adapter.js';
import type { Language } from '../contract/nodes.js';
import { csharpAdapter } from './csharp/adapter.js';
import { dockerfileAdapter } from './dockerfile/adapter.js';
import { gradleAdapter } from './gradle/adapter.js';
import { reachedBy } from './java/reached.js';
import { jsonAdapter } from './json/adapter.js';
import { jspAdapter } from './jsp/adapter.js';
import { kotlinAdapter } from './kotlin/adapter.js';
import { propertiesAdapter } from './properties/adapter.js';
import { linesAdapter } from './lines/adapter.js';
import { treeSitterAdapter } from './tree-sitter/adapter.js';
import { xmlAdapter } from './xml/adapter.js';
import { yamlAdapter } from './yaml/adapter.js';

const loaders: { readonly [L in Language]: () => Promise<Adapter<L>> } = {
  // Loaded on demand: the TypeScript compiler is by far the largest part of the program.
  typescript: async () => (await import('./typescript/adapter.js')).typescriptAdapter(),
  kotlin: kotlinAdapter,
  java: () => treeSitterAdapter('java', 'tree-sitter-java.wasm', 'Java', reachedBy),
  python: () => treeSitterAdapter('python', 'tree-sitter-python.wasm', 'Python'),
  csharp: csharpAdapter,
  php: () => treeSitterAdapter('php', 'tree-sitter-php.wasm', 'PHP'),
  go: () => treeSitterAdapter('go', 'tree-sitter-go.wasm', 'Go'),
  jsp: async () => jspAdapter,
  xml: async () => xmlAdapter,
  yaml: async () => yamlAdapter,
  json: async () => jsonAdapter,
  properties: async () => propertiesAdapter,
  dockerfile: async () => dockerfileAdapter,
  toml: async () => (await import('./toml/adapter.js')).tomlAdapter,
  lines: async () => linesAdapter,
  gradle: async () => gradleAdapter,
};

/** Loads adapters once each, when first asked for. */
export class AdapterPool {
  private readonly ready: { -readonly [L in Language]?: Adapters[L] } = {};
  private readonly pending = new Map<Language, Promise<void>>();

  /** Resolves when the language can be parsed; rejects when its grammar cannot be loaded. */
  load<L extends Language>(language: L): Promise<void> {
    const known = this.pending.get(language);
    if (known) return known;
    const loading = loaders[language]().then((adapter) => {
      this.ready[language] = adapter as Adapters[L];
    });
    this.pending.set(language, loading);
    return loading;
  }

  /** The adapter, or `undefined` before `load` has resolved. */
  get<L extends Language>(language: L): Adapter<L> | undefined {
    return this.ready[language] as Adapter<L> | undefined;
  }
}
