import type { Model } from '../../contract/workspace.js';
import type { BuildModule } from '../../facts/build/kinds.js';
import { configured, frontEndOf, needs } from './front-end.js';

/** A framework whose build writes a server of its own: how that starts and where it listens. */
export interface Rendered {
  readonly name: string;
  readonly kind: string;
  readonly words: readonly string[];
  readonly port: number;
  readonly environment: Readonly<Record<string, string>>;
  /** False where an adapter has to be chosen first. */
  readonly known: boolean;
}

/** The server that a framework's build writes; `undefined` for packages without such a framework, and for those built into files. */
export function renderedOf(model: Model, dir: string, module: BuildModule): Rendered | undefined {
  if (frontEndOf(model, dir, module) || module.scripts['build'] === undefined) return undefined;
  const rendered = (name: string, kind: string, file: string, more: Partial<Rendered> = {}): Rendered => ({ name, kind, words: ['node', file], port: 3000, environment: {}, known: true, ...more });
  if (needs(module, 'nuxt')) return rendered('Nuxt', 'nuxt', '.output/server/index.mjs');
  if (needs(module, '@sveltejs/kit')) return rendered('SvelteKit', 'sveltekit', 'build/index.js', { known: needs(module, '@sveltejs/adapter-node') });
  if (needs(module, 'astro') && needs(module, '@astrojs/node')) return rendered('Astro', 'astro', 'dist/server/entry.mjs', { port: 4321, environment: { HOST: '0.0.0.0' }, known: configured(model, dir, 'astro', 'mode') !== 'middleware' });
  if (needs(module, '@tanstack/react-start', '@tanstack/solid-start')) return rendered('TanStack Start', 'tanstack-start', '.output/server/index.mjs', { known: needs(module, 'nitro', 'nitropack') });
  if (needs(module, '@solidjs/start')) return rendered('SolidStart', 'solid-start', '.output/server/index.mjs');
  if (needs(module, '@react-router/dev') && needs(module, '@react-router/serve')) return rendered('React Router', 'react-router', 'build/server/index.js', { words: ['node', 'node_modules/@react-router/serve/bin.js', './build/server/index.js'] });
  if (needs(module, '@angular/ssr')) return rendered('Angular', 'angular', `${(configured(model, dir, 'angular', 'outputPath') ?? 'dist').replace(/\/browser$/, '')}/server/server.mjs`, { port: 4000 });
  if (needs(module, 'next')) return rendered('Next.js', 'next', 'node_modules/next/dist/bin/next', { words: ['node', 'node_modules/next/dist/bin/next', 'start'] });
  return undefined;
}
