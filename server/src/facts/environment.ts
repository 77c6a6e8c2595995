import { isMap, isScalar } from 'yaml';
import { maskSecrets, namesSecret } from '../base/secrets.js';
import type { Span } from '../base/text.js';
import type { FactExtractor, FactFileContext } from '../contract/rule.js';
import { factMatcher } from '../contract/rule.js';
import { at, entries, items, pairOf, span, text, type YamlNode } from '../syntax/yaml/ask.js';
import type { YamlDocument } from '../contract/nodes.js';

/** An environment variable that a manifest, a Compose file or an image sets for a container. */
export interface EnvironmentVariable {
  readonly name: string;
  /** As written; '' when the name tells of a secret, absent when it comes from elsewhere (`valueFrom`, Compose pass-through). */
  readonly value?: string;
}

declare module '../contract/workspace.js' {
  interface FactOf {
    'config.environment': EnvironmentVariable;
  }
}

function emit(cx: FactFileContext, where: Span, name: string, value: string | undefined): void {
  const stored = value === undefined ? undefined : namesSecret(name) ? '' : maskSecrets(value);
  if (name === '' || where.end <= where.start) return;
  cx.emit('config.environment', where, { name, ...(stored === undefined ? {} : { value: stored }) });
  if (value !== undefined && /(?:JAVA|JVM|CATALINA|JDK)\w*_(?:OPTS|OPTIONS|ARGS)$/.test(name)) emitOptions(cx, where, value);
}

/** Settings handed to the program itself: `-Dkey=value` of the virtual machine, `--key=value` of Spring Boot. */
function emitOptions(cx: FactFileContext, where: Span, options: string): void {
  for (const [, key = '', value = ''] of options.matchAll(/(?<=^|[\s"'])(?:-D|--)([A-Za-z][\w-]*(?:\.[\w[\]-]+)+)=("[^"]*"|\S*)/g)) emit(cx, where, key, value);
}

/** `[{ name, value }]` of containers, at any depth: pods, custom resources and patches write it alike. */
function fromKubernetes(node: YamlNode | undefined, document: YamlDocument, cx: FactFileContext): void {
  const { doc } = document;
  for (const { key, keyNode, value } of entries(doc, node)) {
    if (key === 'command' || key === 'args') fromArguments(value, document, cx);
    else if (key !== 'env') fromKubernetes(value, document, cx);
    else if (isMap(value)) fromMap(value, document, cx);
    else for (const item of items(doc, value)) emit(cx, span(pairOf(doc, item, 'name')?.value ?? keyNode), nameIn(document, item), text(pairOf(doc, item, 'value')?.value ?? undefined));
  }
  for (const item of items(doc, node)) fromKubernetes(item, document, cx);
}

function fromArguments(node: YamlNode | undefined, { doc }: YamlDocument, cx: FactFileContext): void {
  for (const item of node && isScalar(node) ? [node] : items(doc, node)) emitOptions(cx, span(item), text(item) ?? '');
}

/** Names alone: what a Secret holds is nobody's business. */
function fromSecret(document: YamlDocument, cx: FactFileContext): void {
  const { doc } = document;
  for (const block of ['data', 'stringData']) for (const { key, keyNode } of entries(doc, at(doc, block))) emit(cx, span(keyNode), key, undefined);
}

function nameIn({ doc }: YamlDocument, item: YamlNode): string {
  return text(pairOf(doc, item, 'name')?.value ?? undefined) ?? '';
}

function fromMap(node: YamlNode | undefined, { doc }: YamlDocument, cx: FactFileContext): void {
  for (const { key, keyNode, value } of entries(doc, node)) emit(cx, span(keyNode), key, text(value));
}

function fromCompose(document: YamlDocument, cx: FactFileContext): void {
  const { doc } = document;
  for (const service of entries(doc, at(doc, 'services'))) {
    const environment = pairOf(doc, service.value, 'environment')?.value ?? undefined;
    for (const key of ['command', 'entrypoint']) fromArguments(pairOf(doc, service.value, key)?.value ?? undefined, document, cx);
    fromMap(environment, document, cx);
    for (const item of items(doc, environment)) {
      const written = isScalar(item) ? text(item) : undefined;
      const equals = written?.indexOf('=') ?? -1;
      if (written !== undefined) emit(cx, span(item), equals < 0 ? written : written.slice(0, equals), equals < 0 ? undefined : written.slice(equals + 1));
    }
  }
}

/** Environment variables that the workspace's own manifests, Compose files and Dockerfiles set. */
export const environmentFacts: FactExtractor = {
  kinds: ['config.environment'],
  matchers: [
    factMatcher({
      language: 'yaml',
      needles: [['env'], ['environment'], ['ConfigMap'], ['Secret'], ['command'], ['entrypoint'], ['args']],
      on: {
        document(node, cx) {
          const { doc } = node;
          const kind = text(at(doc, 'kind'));
          if (kind === 'ConfigMap') fromMap(at(doc, 'data'), node, cx);
          else if (kind === 'Secret') fromSecret(node, cx);
          else if (kind !== undefined && at(doc, 'apiVersion')) fromKubernetes(doc.contents ?? undefined, node, cx);
          else if (at(doc, 'services')) fromCompose(node, cx);
        },
      },
    }),
    factMatcher({
      language: 'dockerfile',
      needles: [[/^\s*ENV\s/im]],
      on: {
        file(file, cx) {
          for (const instruction of file.instructions) {
            if (instruction.getKeyword() !== 'ENV') continue;
            const where = file.span(instruction.getRange());
            const written = instruction.getArgumentsContent() ?? '';
            for (const [, name, quoted, plain] of written.matchAll(/([A-Za-z_][\w.]*)=(?:"([^"]*)"|(\S*))/g)) emit(cx, where, name ?? '', quoted ?? plain ?? '');
          }
        },
      },
    }),
  ],
};
