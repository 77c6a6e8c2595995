import { basename } from '../base/paths.js';
import { Node } from 'ts-morph';
import { factMatcher, type FactExtractor } from '../contract/rule.js';
import { keys, text } from '../syntax/json/ask.js';

declare module '../contract/workspace.js' {
  interface FactOf {
    /** What the configuration of a front end's builder says of its output: `outDir`, `output`, `ssr` and the like, as written. */
    'front-end.config': { readonly tool: string; readonly key: string; readonly value: string };
    /** What a `Staticfile` says of pages that are handed out as they are. */
    'front-end.static-file': { readonly key: string; readonly value: string };
  }
}

const telling = /^(?:outDir|output|ssr|distDir|outputPath|adapter|spaMode|mode)$/;

const code = factMatcher({
  language: 'typescript', files: ['**/{vite,astro,svelte,react-router,nuxt,next}.config.{js,mjs,cjs,ts,mts,cts}'], needles: [[/\b(?:outDir|output|ssr|distDir|adapter|spaMode)\b/]],
  on: {
    PropertyAssignment(node, cx) {
      if (!Node.isPropertyAssignment(node)) return;
      const name = node.getName();
      const value = node.getInitializer();
      if (!value || !telling.test(name)) return;
      const written = Node.isStringLiteral(value) ? value.getLiteralText() : value.getText().slice(0, 80);
      cx.emit('front-end.config', { start: node.getStart(), end: node.getStart() + name.length }, { tool: basename(cx.path).replace(/\.config\..*$/, ''), key: name, value: written });
    },
  },
});

/** The first application of an Angular workspace, with the folder that its pages end up in. */
const angular = factMatcher({
  language: 'json', files: ['**/angular.json'], needles: [['projects']],
  on: {
    document({ root }, cx) {
      const name = keys(root, 'projects').find((each) => text(root, 'projects', each, 'projectType') !== 'library');
      if (name === undefined) return;
      const builder = text(root, 'projects', name, 'architect', 'build', 'builder') ?? '';
      const stated = text(root, 'projects', name, 'architect', 'build', 'options', 'outputPath') ?? text(root, 'projects', name, 'architect', 'build', 'options', 'outputPath', 'base') ?? `dist/${name}`;
      const folder = /:application$/.test(builder) ? `${stated.replace(/\/$/, '')}/browser` : stated;
      cx.emit('front-end.config', { start: root.offset, end: root.offset + 1 }, { tool: 'angular', key: 'outputPath', value: folder });
    },
  },
});

const staticFile = factMatcher({
  language: 'lines', files: ['**/Staticfile'], needles: 'always',
  on: {
    file({ lines }, cx) {
      for (const { text: line, start, end } of lines) {
        const [, key, value] = /^(\w+):\s*(.*?)\s*$/.exec(line) ?? [];
        if (key !== undefined && value !== undefined) cx.emit('front-end.static-file', { start, end }, { key, value });
      }
    },
  },
});

/** How front ends are built and handed out: see the kinds. */
export const frontEndFacts: FactExtractor = { kinds: ['front-end.config', 'front-end.static-file'], matchers: [code, angular, staticFile] };
