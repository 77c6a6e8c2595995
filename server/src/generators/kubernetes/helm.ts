import { knobsIn, plain, Noted, noted, templateText, yamlText, type Data, type DataMap, type Knob, type Plain } from '../manifest-data.js';
import { folderFor, type Plan } from './plan.js';
import { fileIn, type GeneratedFile } from './plain.js';
import type { Manifest } from './objects.js';
import { manifestsOf } from './set.js';
import { comments } from './words.js';

interface Tree {
  value?: Knob;
  readonly below: Map<string, Tree>;
}

function treeOf(knobs: readonly Knob[]): Tree {
  const root: Tree = { below: new Map() };
  for (const knob of knobs) {
    let at = root;
    for (const part of knob.path.split('.')) {
      const next = at.below.get(part) ?? { below: new Map() };
      at.below.set(part, next);
      at = next;
    }
    at.value ??= knob;
  }
  return root;
}

/** Comments behind a value would stand in the template, which the user does not read; they go with the value. */
function dataOf({ value, below }: Tree): Data {
  if (value) return value.about && value.about.length > 0 ? noted(value.value, ...value.about) : value.value;
  return Object.fromEntries([...below].map(([name, tree]) => [name, dataOf(tree)]));
}

function typeOf(value: Plain): string {
  if (Array.isArray(value)) return 'array';
  return value === null ? 'null' : typeof value === 'number' ? (Number.isInteger(value) ? 'integer' : 'number') : typeof value;
}

function schemaOf({ value, below }: Tree): DataMap {
  const about = value?.about?.[0];
  const described = about === undefined ? {} : { description: about };
  if (!value) return { type: 'object', additionalProperties: false, properties: Object.fromEntries([...below].map(([name, tree]) => [name, schemaOf(tree)])) };
  const shown = plain(value.value);
  const texts = value.open && typeof shown === 'object' && shown !== null && !Array.isArray(shown) && Object.values(shown).every((each) => typeof each === 'string') && /^(?:config|secret)$/.test(value.path);
  const bounds = typeof shown === 'number' ? { minimum: 0 } : {};
  return { type: typeOf(shown), ...described, ...bounds, ...(texts ? { additionalProperties: { type: 'string' } } : {}) };
}

function helpers(name: string): string {
  return `{{- define "${name}.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" }}
{{- end }}

{{- define "${name}.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride | trunc 40 | trimSuffix "-" }}
{{- else if contains (include "${name}.name" .) .Release.Name }}
{{- .Release.Name | trunc 40 | trimSuffix "-" }}
{{- else }}
{{- printf "%s-%s" .Release.Name (include "${name}.name" .) | trunc 40 | trimSuffix "-" }}
{{- end }}
{{- end }}

{{- define "${name}.selectorLabels" -}}
app.kubernetes.io/name: {{ include "${name}.name" . | quote }}
app.kubernetes.io/instance: {{ .Release.Name | quote }}
{{- end }}
`;
}

function template({ head, objects, when }: Manifest): string {
  const body = head.map((line) => `# ${line.replaceAll('{{', '{ {')}\n`).join('') + objects.map(templateText).join('---\n');
  if (!when) return body;
  return `{{- if ${when.off === undefined ? `.Values.${when.path}` : `not .Values.${when.path}`} }}\n${body}{{- end }}\n`;
}

/** Settings that no object holds: switches, names. */
function switches(manifests: readonly Manifest[]): readonly Knob[] {
  return manifests.flatMap(({ when }): readonly Knob[] => (when ? [{ path: when.path, value: when.off ?? true, about: when.about }] : []));
}

/** What stands first in `values.yaml`, because people set it first. */
const order = ['nameOverride', 'fullnameOverride', 'image', 'imagePullSecrets', 'replicaCount', 'autoscaling', 'resources', 'ingress', 'config', 'existingSecret', 'secret', 'storage'];

function rank({ path }: Knob): number {
  const index = order.indexOf(path.split('.')[0] ?? '');
  return index < 0 ? order.length : index;
}

/** A chart whose objects, with its default values and a release of its name, are those of plain YAML. */
export function helmFiles(plan: Plan): readonly GeneratedFile[] {
  const { name, say, image: { tag } } = plan;
  const folder = `${folderFor(plan, 'charts').replace(new RegExp(`/${name}$`), '')}/${name}`;
  const manifests = manifestsOf(plan);
  const names: readonly Knob[] = [{ path: 'nameOverride', value: '' }, { path: 'fullnameOverride', value: '' }];
  const knobs = [...names, ...switches(manifests), ...manifests.flatMap(({ objects }) => objects.flatMap(knobsIn))];
  const tree = treeOf(knobs.map((knob, index) => ({ knob, index })).sort((a, b) => rank(a.knob) - rank(b.knob) || a.index - b.index).map(({ knob }) => knob));
  const schema = { $schema: 'http://json-schema.org/draft-07/schema#', ...(plain(schemaOf(tree)) as Record<string, Plain>) };
  // Values that charts around this one hand down.
  const properties = { ...(schema as unknown as { readonly properties: Record<string, Plain> }).properties, global: { type: 'object' } };
  return [
    fileIn(folder, 'Chart.yaml', yamlText({ apiVersion: 'v2', name, description: `${name}: generated by Monolift`, type: 'application', version: '0.1.0', appVersion: new Noted(tag, []) })),
    fileIn(folder, 'values.yaml', `# ${say(comments.head)}\n${yamlText(dataOf(tree))}`),
    fileIn(folder, 'values.schema.json', `${JSON.stringify({ ...schema, properties }, undefined, 2)}\n`),
    fileIn(folder, 'templates/_helpers.tpl', helpers(name)),
    ...manifests.map((manifest) => fileIn(folder, `templates/${manifest.file}.yaml`, template(manifest))),
  ];
}
