import { dirname, join } from '../../base/paths.js';
import type { Model } from '../../contract/workspace.js';
import type { BuildModule } from '../../facts/build/kinds.js';
import type {} from '../../facts/front-end.js';

/** A front end that is built into files. */
export interface FrontEnd {
  readonly kind: string;
  /** Script of the package that builds it. */
  readonly script: string;
  /** Folder of the package that the files end up in. */
  readonly output: string;
  /** Whether pages choose by the path what they show, so that every path has to lead to the first page. */
  readonly routed: boolean;
}

const routers = /^(?:react-router(?:-dom)?|vue-router|@angular\/router|@tanstack\/(?:react|solid|vue)-router|@solidjs\/router|wouter|preact-router|preact-iso|svelte-routing|svelte-spa-router|@vaadin\/router|expo-router|@reach\/router|@builder\.io\/qwik-city)$/;

export function needs(module: BuildModule, ...names: readonly string[]): boolean {
  return names.some((name) => module.dependencies.includes(name) || module.plugins.includes(name));
}

/** What the configuration in a folder says under a key; the last word of several. */
export function configured(model: Model, dir: string, tool: string, key: string): string | undefined {
  return model.facts('front-end.config').filter((fact) => dirname(fact.file) === dir && fact.value.tool === tool && fact.value.key === key).at(-1)?.value.value;
}

/** What builds into files, with where they end up; `undefined` for what a server renders. */
function builtWith(model: Model, dir: string, module: BuildModule, build: string): readonly [kind: string, output: string] | undefined {
  const says = (tool: string, key: string): string | undefined => configured(model, dir, tool, key);
  if (needs(module, 'next')) return says('next', 'output') === 'export' ? ['next-export', says('next', 'distDir') ?? 'out'] : undefined;
  if (needs(module, 'nuxt')) return /\bnuxi?\s+generate\b/.test(build) ? ['nuxt-generate', '.output/public'] : undefined;
  if (needs(module, '@react-router/dev')) return says('react-router', 'ssr') === 'false' ? ['react-router', 'build/client'] : undefined;
  if (needs(module, '@sveltejs/kit')) return needs(module, '@sveltejs/adapter-static') ? ['sveltekit', 'build'] : undefined;
  if (needs(module, 'astro')) return /^(?:server|hybrid)$/.test(says('astro', 'output') ?? '') || says('astro', 'adapter') !== undefined ? undefined : ['astro', (says('astro', 'outDir') ?? 'dist').replace(/^\.\//, '')];
  if (needs(module, '@remix-run/dev', '@tanstack/react-start', '@tanstack/solid-start', '@solidjs/start', '@builder.io/qwik-city', '@angular/ssr', 'vike')) return undefined;
  if (needs(module, '@angular/cli')) return ['angular', says('angular', 'outputPath') ?? 'dist'];
  if (needs(module, 'react-scripts')) return ['create-react-app', 'build'];
  if (needs(module, '@vue/cli-service')) return ['vue-cli', 'dist'];
  if (needs(module, 'gatsby')) return ['gatsby', 'public'];
  if (needs(module, '@docusaurus/core')) return ['docusaurus', 'build'];
  if (needs(module, '@11ty/eleventy')) return ['eleventy', '_site'];
  if (needs(module, 'expo') && /\bexpo\s+export\b/.test(build)) return ['expo', 'dist'];
  if (needs(module, 'vite') && /\bvite\s+build\b|^vite$/.test(build)) return ['vite', (says('vite', 'outDir') ?? 'dist').replace(/^\.\//, '')];
  return needs(module, 'parcel') && /\bparcel\s+build\b/.test(build) ? ['parcel', 'dist'] : undefined;
}

/** The front end that a package builds, where nothing of it serves. */
export function frontEndOf(model: Model, dir: string, module: BuildModule): FrontEnd | undefined {
  const script = 'build';
  const build = module.scripts[script] === undefined ? undefined : Object.values(module.scripts).filter((each) => each === module.scripts[script] || module.scripts[script]?.includes('run ') === true).join(' ');
  const found = build === undefined ? undefined : builtWith(model, dir, module, build);
  // A library is built by Vite as well, and has no page.
  if (!found || (found[0] === 'vite' && !['index.html', 'src/index.html'].some((page) => model.hasFile(join(dir, page) ?? page)))) return undefined;
  const said = model.facts('front-end.static-file').find((fact) => dirname(fact.file) === dir && fact.value.key === 'index_fallback')?.value.value;
  const single = !/^(?:astro|next-export|nuxt-generate|gatsby|docusaurus|eleventy|sveltekit)$/.test(found[0]);
  return { kind: found[0], script, output: found[1].replace(/\/$/, ''), routed: said === undefined ? single && [...module.dependencies, ...module.plugins].some((name) => routers.test(name)) : said === 'true' };
}
