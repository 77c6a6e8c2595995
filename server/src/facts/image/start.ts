import type { Document } from 'yaml';
import type { Span } from '../../base/text.js';
import type { DockerfileNode, YamlDocument } from '../../contract/nodes.js';
import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { commandOf, inForce, matchSpan, shippedStage, type Stage } from '../../syntax/dockerfile/ask.js';
import { purposeOf } from '../../syntax/dockerfile/purpose.js';
import { branchesBefore, conditionsBefore, isForDevelopment, isScriptOfImage, scriptLines, startScriptMatcher } from '../../syntax/start-command.js';
import { startToolIn, startToolOf, type StartTool } from '../../syntax/start-tool.js';
import { at, below, entries, items, pairOf, span, text, type YamlNode } from '../../syntax/yaml/ask.js';
import { resourcesOf } from '../kubernetes/document.js';

/** What a container starts with where that is no program that serves by itself. */
export interface ImageStart extends StartTool {
  readonly in: 'image' | 'manifest' | 'script';
  /** The init in front hands signals to the whole group of processes. */
  readonly forwarded?: true;
  /** Name of the Compose service. */
  readonly service?: string;
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    'image.start': ImageStart;
  }
}

const words = /\b(?:npm|npx|yarn|pnpm|mvnw?|gradlew?|runserver|flask|quart|fastapi|artisan|php|symfony|console|next|nuxt|nuxi|astro|remix|react-router|svelte-kit|gatsby|strapi|vite|serve|server|react-scripts|webpack|nodemon|ts-node-dev|tsnd|node-dev|tsx|watch|nest|meteor|air|hugo|jekyll|mkdocs|reload|go|swift|stack|cargo|dotnet|sbt|grails|lein|live-server)\b/;

/** Words of `ENTRYPOINT` and `CMD` together, as the container gets them. */
function commandWords(last: Stage): readonly string[] {
  const [entry, command] = [inForce(last, 'ENTRYPOINT'), inForce(last, 'CMD')].map((each) => each && commandOf(each));
  const plain = (each: typeof entry): readonly string[] => (!each ? [] : each.form === 'exec' ? each.words : ['sh', '-c', each.text]);
  // In shell form, ENTRYPOINT ignores CMD.
  return entry?.form === 'shell' ? plain(entry) : [...plain(entry), ...plain(command)];
}

function inImage(node: DockerfileNode, cx: FactFileContext): void {
  const last = shippedStage(node);
  if (!last || purposeOf(cx.path, last) !== 'application') return;
  const all = commandWords(last);
  const tool = startToolOf(all);
  if (!tool) return;
  const first = tool.tool.split(' ')[0] ?? '';
  const telling = new RegExp(first.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const instruction = [inForce(last, 'CMD'), inForce(last, 'ENTRYPOINT')].find((each) => each && telling.test(each.getRawArgumentsContent() ?? ''));
  if (!instruction) return;
  const forwarded = /(?:^|\/)dumb-init$/.test(all[0] ?? '') || (/(?:^|\/)tini$/.test(all[0] ?? '') && all.includes('-g'));
  cx.emit('image.start', matchSpan(node, cx.text, instruction, telling), { ...tool, in: 'image', ...(forwarded ? { forwarded: true } : {}) });
}

/** The span of the program in a command that is written as one text or as a list. */
function spanOf(doc: Document.Parsed, node: YamlNode, tool: StartTool): Span {
  const first = tool.tool.split(' ')[0] ?? '';
  return span(items(doc, node).find((item) => text(item)?.includes(first)) ?? node);
}

/** `command` and `args` of a container or a Compose service as words; `undefined` where a template fills something in. */
function wordsOf(doc: Document.Parsed, node: YamlNode | undefined): readonly string[] | undefined {
  if (!node) return [];
  const list = items(doc, node).map((item) => text(item));
  if (list.length > 0) return list.every((word) => word !== undefined) ? list : undefined;
  return text(node)?.split(/\s+/);
}

function look(cx: FactFileContext, doc: Document.Parsed, container: YamlNode | undefined, keys: readonly string[], service?: string): void {
  const nodes = keys.map((key) => pairOf(doc, container, key)?.value ?? undefined);
  const lists = nodes.map((node) => wordsOf(doc, node));
  if (lists.some((list) => list === undefined)) return;
  const tool = startToolOf(lists.flatMap((list) => list ?? []));
  const node = tool && (nodes.find((each) => each && (items(doc, each).some((item) => text(item)?.includes(tool.tool.split(' ')[0] ?? '')) || text(each)?.includes(tool.tool.split(' ')[0] ?? ''))) ?? undefined);
  if (tool && node) cx.emit('image.start', spanOf(doc, node, tool), { ...tool, in: 'manifest', ...(service === undefined ? {} : { service }) });
}

function inManifest(document: YamlDocument, cx: FactFileContext): void {
  const { doc } = document;
  if (isForDevelopment(cx.path)) return;
  for (const { node, kind } of resourcesOf(document)) {
    if (!/^(?:Deployment|StatefulSet|ReplicaSet|DaemonSet|Rollout|DeploymentConfig)$/.test(kind)) continue;
    for (const container of items(doc, below(doc, node, 'spec', 'template', 'spec', 'containers'))) look(cx, doc, container, ['command', 'args']);
  }
  if (at(doc, 'kind')) return;
  for (const { value, key } of entries(doc, at(doc, 'services'))) {
    look(cx, doc, value, ['entrypoint', 'command'], key);
  }
}

/** Commands that a script of the image ends with, those of a branch for developers left out. */
const inScript = startScriptMatcher<FactFileContext>([[words]], ({ text: script, path }, cx) => {
  if (!isScriptOfImage(path)) return;
  const lines = scriptLines(script);
  for (const [index, line] of lines.entries()) {
    const last = lines.slice(index + 1).every((later) => /^(?:fi|esac|done|;;|\}|else)\b|^;;|^\}/.test(later.text));
    if (!/^exec\s/.test(line.text) && !last) continue;
    const tool = startToolIn(line.text);
    if (!tool || [...conditionsBefore(script, line.start), ...branchesBefore(script, line.start)].some((condition) => /dev|debug|local|test|watch/i.test(condition))) continue;
    const start = line.start + Math.max(0, line.text.indexOf(tool.tool.split(' ')[0] ?? ''));
    cx.emit('image.start', { start, end: start + (tool.tool.split(' ')[0]?.length ?? 1) }, { ...tool, in: 'script' });
    return;
  }
});

/** `image.start`: see the kind. */
export const imageStartFacts: FactExtractor = {
  kinds: ['image.start'],
  matchers: [
    factMatcher({ language: 'dockerfile', needles: [[words]], on: { file: inImage } }),
    factMatcher({ language: 'yaml', needles: [[words, 'command'], [words, 'args'], [words, 'entrypoint']], on: { document: inManifest } }),
    inScript,
  ],
};
