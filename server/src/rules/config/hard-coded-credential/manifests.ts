import { isMap, isScalar } from 'yaml';
import type { YamlDocument } from '../../../contract/nodes.js';
import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { commandText, isForTests } from '../../../facts/compose/development.js';
import { isServerVariable } from '../../../facts/kubernetes/role.js';
import { secretIn, type SecretKind } from '../../../syntax/secret-value.js';
import { isForDevelopment } from '../../../syntax/start-command.js';
import { at, entries, items, pairOf, span, text, type YamlNode } from '../../../syntax/yaml/ask.js';
import { report, type Credential } from './report.js';

/** Parameters of templates and shells are filled in at deployment. */
function kindOf(name: string, value: string | undefined): SecretKind | undefined {
  return value === undefined || /\$[({]|\$\w/.test(value) ? undefined : secretIn(name, value);
}

/** What a base64 text of a Secret stands for; `undefined` when it is none, or holds more than one line of text. */
function decoded(value: string | undefined): string | undefined {
  const compact = value?.replace(/\s/g, '') ?? '';
  if (compact === '' || compact.length > 4096 || !/^[A-Za-z0-9+/]+={0,2}$/.test(compact)) return undefined;
  const bytes = Uint8Array.from(atob(compact.replace(/=+$/, '')), (c) => c.charCodeAt(0));
  return new TextDecoder().decode(bytes).replace(/\n$/, '');
}

function fromMap(doc: YamlDocument['doc'], node: YamlNode | undefined, read: (value: YamlNode | undefined) => string | undefined): readonly Credential[] {
  return entries(doc, node).flatMap(({ key, keyNode, value }) => {
    const kind = value && kindOf(key, read(value));
    return kind ? [{ name: key, at: span(keyNode), value: span(value), kind }] : [];
  });
}

/** Literal values of `env` entries, at any depth: pods, custom resources and patches write them alike. */
function fromContainers(doc: YamlDocument['doc'], node: YamlNode | undefined): readonly Credential[] {
  const nested = [...entries(doc, node).filter(({ key }) => key !== 'env').map(({ value }) => value), ...items(doc, node)].flatMap((value) => fromContainers(doc, value));
  const env = pairOf(doc, node, 'env')?.value ?? undefined;
  const own = items(doc, env).flatMap((item): Credential[] => {
    const name = pairOf(doc, item, 'name')?.value;
    const value = pairOf(doc, item, 'value')?.value;
    const kind = name && value ? kindOf(text(name) ?? '', text(value)) : undefined;
    return name && value && kind ? [{ name: text(name) ?? '', at: span(name), value: span(value), kind }] : [];
  });
  return [...own, ...nested];
}

/** A service over whose files the folder of the Compose file is mounted: its code comes from a developer's desk. */
function mountsSources(doc: YamlDocument['doc'], service: YamlNode | undefined): boolean {
  const volumes = items(doc, pairOf(doc, service, 'volumes')?.value ?? undefined);
  return volumes.some((volume) => /^\.\/?$/.test(text(pairOf(doc, volume, 'source')?.value ?? undefined) ?? text(volume)?.split(':')[0] ?? ''));
}

/** Variables of services that this workspace builds; a product beside them, run for development, keeps nobody's data. */
function fromCompose(doc: YamlDocument['doc']): readonly Credential[] {
  return entries(doc, at(doc, 'services')).filter(({ key, value }) => pairOf(doc, value, 'build') && !isForTests(key, commandText(doc, value)) && !mountsSources(doc, value)).flatMap(({ value }) => {
    const environment = pairOf(doc, value, 'environment')?.value ?? undefined;
    const found = isMap(environment) ? fromMap(doc, environment, text) : items(doc, environment).flatMap(fromLine);
    return found.some(({ name }) => isServerVariable(name)) ? [] : found;
  });
}

function fromLine(item: YamlNode): readonly Credential[] {
  const [, name = '', literal] = /^([^=]+)=(.*)$/.exec(isScalar(item) ? (text(item) ?? '') : '') ?? [];
  const kind = kindOf(name, literal);
  return kind ? [{ name, at: span(item), value: span(item), kind }] : [];
}

function look(cx: RuleFileContext, all: readonly Credential[], say: 'manifest' | 'compose', document?: number): void {
  // What a template prints is a value of its chart, given where it is deployed.
  const found = all.filter(({ value }) => !cx.text.slice(value.start, value.end).includes('{{'));
  // Compose files for several purposes repeat the values of one application.
  const places = document !== undefined ? found.map(({ name, value }) => ({ ...value, variable: name })) : [];
  report(cx, found, { say, ...(say === 'compose' ? { severity: 'info' as const, cause: `${found[0]?.name ?? ''} in Compose` } : {}), data: { settings: [], default: false, places, ...(document === undefined ? {} : { document }) } });
}

/** Secrets and ConfigMaps with values, `env` of workloads with literals, Compose services. */
export const manifestCredential = ruleMatcher({
  language: 'yaml',
  needles: [['kind', 'Secret'], ['kind', 'ConfigMap'], ['kind', 'env'], ['services', 'environment']],
  on: {
    document({ doc, templated, index }, cx) {
      if (templated) return;
      const kind = at(doc, 'apiVersion') && text(at(doc, 'kind'));
      if (kind === 'Secret' && !at(doc, 'sops')) look(cx, [...fromMap(doc, at(doc, 'stringData'), text), ...fromMap(doc, at(doc, 'data'), (value) => decoded(text(value)))], 'manifest');
      else if (kind === 'ConfigMap') look(cx, fromMap(doc, at(doc, 'data'), text), 'manifest');
      else if (kind !== undefined) look(cx, fromContainers(doc, doc.contents ?? undefined), 'manifest', index);
      else if (at(doc, 'services') && !isForDevelopment(cx.path)) look(cx, fromCompose(doc), 'compose');
    },
  },
});
