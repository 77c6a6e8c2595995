import { isMap, isScalar } from 'yaml';
import type { YamlDocument } from '../../../contract/nodes.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { commandText, isForTests } from '../../../facts/compose/development.js';
import { isServerVariable } from '../../../facts/kubernetes/role.js';
import { isForDevelopment } from '../../../syntax/start-command.js';
import { at, entries, items, pairOf, span, text, type YamlNode } from '../../../syntax/yaml/ask.js';
import { decoded, literalKind, secretsInMap } from '../../../syntax/yaml/literal-secret.js';
import { report, type Credential } from './report.js';

/** A service over whose files the folder of the Compose file is mounted: its code comes from a developer's desk. */
function mountsSources(doc: YamlDocument['doc'], service: YamlNode | undefined): boolean {
  const volumes = items(doc, pairOf(doc, service, 'volumes')?.value ?? undefined);
  return volumes.some((volume) => /^\.\/?$/.test(text(pairOf(doc, volume, 'source')?.value ?? undefined) ?? text(volume)?.split(':')[0] ?? ''));
}

/** Variables of services that this workspace builds; a product beside them, run for development, keeps nobody's data. */
function fromCompose(doc: YamlDocument['doc']): readonly Credential[] {
  return entries(doc, at(doc, 'services')).filter(({ key, value }) => pairOf(doc, value, 'build') && !isForTests(key, commandText(doc, value)) && !mountsSources(doc, value)).flatMap(({ value }) => {
    const environment = pairOf(doc, value, 'environment')?.value ?? undefined;
    const found = isMap(environment) ? secretsInMap(doc, environment, text) : items(doc, environment).flatMap(fromLine);
    return found.some(({ name }) => isServerVariable(name)) ? [] : found;
  });
}

function fromLine(item: YamlNode): readonly Credential[] {
  const [, name = '', literal] = /^([^=]+)=(.*)$/.exec(isScalar(item) ? (text(item) ?? '') : '') ?? [];
  const kind = literalKind(name, literal);
  return kind ? [{ name, at: span(item), value: span(item), kind }] : [];
}

/** Secrets with values, Compose services with literals. What workloads and ConfigMaps hold is told of by a rule of its own. */
export const manifestCredential = ruleMatcher({
  language: 'yaml',
  needles: [['kind', 'Secret'], ['services', 'environment']],
  on: {
    document({ doc, templated }, cx) {
      if (templated) return;
      const kind = at(doc, 'apiVersion') && text(at(doc, 'kind'));
      const data = { settings: [], default: false, places: [] };
      if (kind === 'Secret' && !at(doc, 'sops')) {
        const found = [...secretsInMap(doc, at(doc, 'stringData'), text), ...secretsInMap(doc, at(doc, 'data'), (value) => decoded(text(value)))];
        // What a template prints stands in the values of its chart.
        report(cx, found.filter(({ value }) => !cx.text.slice(value.start, value.end).includes('{{')), { say: 'manifest', data });
      } else if (kind === undefined && at(doc, 'services') && !isForDevelopment(cx.path)) {
        const found = fromCompose(doc);
        // Compose files for several purposes repeat the values of one application.
        report(cx, found, { say: 'compose', severity: 'info', cause: `${found[0]?.name ?? ''} in Compose`, data });
      }
    },
  },
});
