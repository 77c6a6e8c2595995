import { basename } from '../base/paths.js';
import { maskSecrets, namesSecret } from '../base/secrets.js';
import { factMatcher, type FactExtractor } from '../contract/rule.js';
import type { Model } from '../contract/workspace.js';
import type {} from './environment.js';

/** One line of a `.env` file. */
export interface DotenvEntry {
  readonly name: string;
  /** As written without quotes; '' for secrets. */
  readonly value: string;
  /** `shipped`: the program reads the file as it is; `example`: whoever installs the program copies it; `other`: for a desk or a test. */
  readonly use: 'shipped' | 'example' | 'other';
}

declare module '../contract/workspace.js' {
  interface FactOf {
    'config.dotenv': DotenvEntry;
  }
}

function useOf(path: string): DotenvEntry['use'] {
  const words = basename(path).toLowerCase().split('.').filter((word) => word !== '' && word !== 'env');
  if (words.some((word) => /^(?:test|testing|ci|dev|development|local|dusk|e2e|behat)/.test(word))) return 'other';
  if (words.some((word) => /^(?:example|sample|dist|template|default|complete)/.test(word))) return 'example';
  return words.length === 0 || words.every((word) => /^(?:prod|production|live|docker|staging|heroku)$/.test(word)) ? 'shipped' : 'other';
}

/** Lines of `.env` files that set a variable. */
export const dotenvFacts: FactExtractor = {
  kinds: ['config.dotenv'],
  matchers: [factMatcher({
    language: 'lines',
    files: ['**/.env', '**/.env.*', '**/.env-*'],
    needles: 'always',
    on: {
      file({ lines }, cx) {
        const use = useOf(cx.path);
        for (const { text, start } of lines) {
          const match = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*?)\s*$/.exec(text);
          if (!match?.[1]) continue;
          const value = (match[2] ?? '').replace(/\s+#.*$/, '').replace(/^(["'])(.*)\1$/, '$2');
          const at = start + text.indexOf(match[1]);
          cx.emit('config.dotenv', { start: at, end: at + match[1].length }, { name: match[1], value: namesSecret(match[1]) ? '' : maskSecrets(value), use });
        }
      },
    },
  })],
};

/**
 * What the workspace gives to an environment variable: manifests, Compose files and images first, then `.env` files, those
 * that are only examples last. `undefined` when nothing sets it; `value` is absent when it comes from a Secret or the like.
 */
export function variableSet(model: Model, path: string, name: string): { readonly value?: string; readonly from: 'manifest' | 'dotenv' | 'example' } | undefined {
  const manifest = model.factsFor('config.environment', path).find((fact) => fact.value.name === name);
  if (manifest) return { from: 'manifest', ...(manifest.value.value === undefined ? {} : { value: manifest.value.value }) };
  const lines = model.factsFor('config.dotenv', path).filter((fact) => fact.value.name === name);
  const shipped = lines.find((fact) => fact.value.use === 'shipped');
  if (shipped) return { from: 'dotenv', value: shipped.value.value };
  const example = lines.find((fact) => fact.value.use === 'example');
  return example && { from: 'example', value: example.value.value };
}
