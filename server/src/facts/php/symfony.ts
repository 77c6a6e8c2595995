import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import type { Fact, FactKind, Model } from '../../contract/workspace.js';
import type { YamlDocument } from '../../contract/nodes.js';
import { variableSet } from '../dotenv.js';
import { below, entries, span, text, type YamlNode } from '../../syntax/yaml/ask.js';
import { productionBlocks, symfonyFiles, type SymfonyBlock } from '../../syntax/yaml/symfony.js';

/** A setting of Symfony's configuration that decides where state lives. */
export interface SymfonySetting {
  /** Keys joined with dots: `framework.cache.app`. */
  readonly key: string;
  /** The value as written; '' for a map. */
  readonly value: string;
  /** Whether it is set for production alone, so that it comes before what holds everywhere. */
  readonly own: boolean;
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    'symfony.setting': SymfonySetting;
  }
}

/** Maps whose entries are settings of one name each. */
const maps: readonly (readonly [path: readonly string[], part: string])[] = [
  [['framework', 'cache', 'pools'], 'adapter'], [['framework', 'rate_limiter'], 'cache_pool'], [['framework', 'rate_limiter'], 'storage_service'], [['framework', 'messenger', 'transports'], 'dsn'], [['framework', 'messenger', 'transports'], ''],
];

function emit(cx: FactFileContext, { own }: SymfonyBlock, key: string, node: YamlNode, value: string): void {
  cx.emit('symfony.setting', span(node), { key, value: /:\/\/[^/]*@/.test(value) ? value.replace(/:\/\/.*/, '://') : value, own });
}

function read(document: YamlDocument, cx: FactFileContext): void {
  const { doc } = document;
  for (const block of productionBlocks(cx.path, document)) {
    // What a variable comes to where nothing sets it.
    for (const { key, value } of entries(doc, below(doc, block.node, 'parameters'))) {
      const written = /^env\(\w+\)$/.test(key) ? text(value) : undefined;
      if (written !== undefined && value) emit(cx, block, `parameters.${key}`, value, written);
    }
    const app = below(doc, block.node, 'framework', 'cache', 'app');
    if (app && text(app) !== undefined) emit(cx, block, 'framework.cache.app', app, text(app) ?? '');
    const lock = below(doc, block.node, 'framework', 'lock');
    if (lock && text(lock) !== undefined) emit(cx, block, 'framework.lock', lock, text(lock) ?? '');
    for (const [path, part] of maps) {
      for (const { key, keyNode, value } of entries(doc, below(doc, block.node, ...path))) {
        const node = part === '' ? value : below(doc, value, part);
        const written = text(node);
        const limiter = path[1] === 'rate_limiter' && part === 'cache_pool';
        if (written !== undefined || limiter) emit(cx, block, `${path.join('.')}.${key}${part === '' ? '' : `.${part}`}`, limiter ? keyNode : (node ?? keyNode), written ?? '');
      }
    }
  }
}

/** `symfony.setting`: see the kind. */
export const symfonySettingFacts: FactExtractor = {
  kinds: ['symfony.setting'],
  matchers: [factMatcher({ language: 'yaml', files: symfonyFiles, needles: [['framework', /\b(?:cache|lock|rate_limiter|messenger):/], ['parameters', /\benv\(\w+\)['"]?\s*:/]], on: { document: read } })],
};

/** Fact kinds that {@link effectiveValue} looks at. */
export const symfonyReads: readonly FactKind[] = ['symfony.setting', 'config.environment', 'config.dotenv'];

/** The setting of a key that counts in production; `undefined` when no file sets it. */
export function symfonySetting(model: Model, path: string, key: string): Fact<'symfony.setting'> | undefined {
  const all = model.factsFor('symfony.setting', path).filter(({ value }) => value.key === key);
  return all.find(({ value }) => value.own) ?? all[0];
}

/** What a value comes to: a variable is followed to what sets it. `undefined` when that cannot be known. */
export function effectiveValue(model: Model, { file, value }: Fact<'symfony.setting'>): { readonly value: string; readonly variable: string } | undefined {
  const variable = /^%env\((?:\w+:)*(\w+)\)%$/.exec(value.value)?.[1];
  if (variable === undefined) return value.value.includes('%') ? undefined : { value: value.value, variable: '' };
  const set = variableSet(model, file, variable);
  const fallback = set ? undefined : symfonySetting(model, file, `parameters.env(${variable})`)?.value.value;
  if (fallback !== undefined && !fallback.includes('%')) return { value: fallback, variable };
  return set?.value === undefined || set.from === 'example' ? undefined : { value: set.value, variable };
}
