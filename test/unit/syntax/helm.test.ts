import assert from 'node:assert/strict';
import fc from 'fast-check';
import { chartData } from '../../../server/src/syntax/helm/chart.js';
import { isChartTemplate } from '../../../server/src/syntax/helm/place.js';
import { render, unknownValue } from '../../../server/src/syntax/helm/render.js';
import { readTemplate } from '../../../server/src/syntax/helm/template.js';
import { readStream } from '../../../server/src/syntax/yaml/stream.js';

const helpers = `{{- define "shop.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride | trunc 63 | trimSuffix "-" }}
{{- else }}
{{- $name := default .Chart.Name .Values.nameOverride }}
{{- if contains $name .Release.Name }}
{{- .Release.Name | trunc 63 | trimSuffix "-" }}
{{- else }}
{{- printf "%s-%s" .Release.Name $name | trunc 63 | trimSuffix "-" }}
{{- end }}
{{- end }}
{{- end }}
{{- define "shop.labels" -}}
app: {{ .Chart.Name }}
{{- if .Chart.AppVersion }}
version: {{ .Chart.AppVersion | quote }}
{{- end }}
{{- end }}
`;

function data(values: string): ReturnType<typeof chartData> {
  return chartData({ chart: 'name: shop\nversion: 0.1.0\nappVersion: "2.5"\n', values: [values], helpers: [helpers] });
}

function filled(template: string, values = ''): string | undefined {
  const read = readTemplate(template);
  return read && render(read, data(values))?.text;
}

describe('templates of Helm charts', () => {
  it('are filled in with values, functions and named templates', () => {
    assert.equal(filled('name: {{ include "shop.fullname" . }}\n'), 'name: shop\n');
    assert.equal(filled('name: {{ include "shop.fullname" . }}\n', 'nameOverride: cart\n'), 'name: shop-cart\n');
    assert.equal(filled('labels:\n  {{- include "shop.labels" . | nindent 2 }}\n'), 'labels:\n  app: shop\n  version: "2.5"\n');
    assert.equal(filled('image: "{{ .Values.image.name }}:{{ .Values.image.tag | default .Chart.AppVersion }}"', 'image: { name: shop, tag: "" }\n'), 'image: "shop:2.5"');
    assert.equal(filled('{{- range $key, $value := .Values.env }}\n- name: {{ $key | upper }}\n  value: {{ quote $value }}\n{{- end }}\n', 'env: { a: 1, b: two }\n'), '\n- name: A\n  value: "1"\n- name: B\n  value: "two"\n');
    assert.equal(filled('{{ if and .Values.a (not .Values.b) }}one{{ else if eq .Values.c "x" }}two{{ else }}three{{ end }}', 'a: true\nb: true\nc: x\n'), 'two');
    assert.equal(filled('{{- with .Values.resources }}\nresources:\n  {{- toYaml . | nindent 2 }}\n{{- end }}', 'resources: { requests: { cpu: 100m } }\n'), '\nresources:\n  requests:\n    cpu: 100m');
    assert.equal(filled('{{/* says "nothing */}}{{ $x := 1 }}{{ if true }}{{ $x = 2 }}{{ end }}{{ $x }}'), '2');
  });

  it('leave open what only a deployment knows', () => {
    assert.equal(filled('namespace: {{ .Release.Namespace }}\n'), `namespace: ${unknownValue}\n`);
    assert.equal(filled('a: 1\n{{ include "other.labels" . | nindent 0 }}\nb: 2\n'), 'a: 1\n\n#\nb: 2\n');
    const { documents: [first, second] } = readStream('kind: A\nname: {{ .Release.Namespace }}\n---\nkind: B\n{{- if .Capabilities.APIVersions.Has "x" }}\nmore: 1\n{{- end }}\n', data(''));
    assert.deepEqual([first?.templated, second?.templated], [false, true]);
  });

  it('keep a resource that is switched off in sight, as one that may come', () => {
    const { documents } = readStream('{{- if .Values.hpa.enabled }}\napiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\n{{- end }}\n', data('hpa: { enabled: false }\n'));
    assert.deepEqual(documents.map(({ templated, doc }) => [templated, doc.get('kind')]), [[true, 'HorizontalPodAutoscaler']]);
  });

  it('give places of the template, and those of values that are empty now', () => {
    const text = 'kind: Deployment\nspec:\n  {{- if .Values.on }}\n  replicas: {{ .Values.count }}\n  {{- end }}\n  {{- with .Values.none }}\n  nodeName: {{ . }}\n  {{- end }}\n  paused: true\n';
    const { documents: [document] } = readStream(text, data('on: true\ncount: 3\nnone: ""\n'));
    const at = (...path: string[]): string => {
      const node = document?.doc.getIn(path, true) as { range: [number, number, number]; value: unknown };
      return `${String(node.value)} ${text.slice(node.range[0], node.range[1])}`;
    };
    assert.equal(at('spec', 'replicas'), '3 {{ .Values.count }}');
    assert.equal(at('spec', 'paused'), 'true true');
    assert.equal(document?.templated, false);
    assert.equal((document?.doc as unknown as { knobs: number[] }).knobs.length, 1);
  });

  it('are told by their folder', () => {
    const files = new Set(['Chart.yaml', 'deploy/shop/Chart.yaml']);
    const isTemplate = (path: string): boolean => isChartTemplate(path, (each) => files.has(each));
    assert.deepEqual(['templates/a.yaml', 'deploy/shop/templates/web/a.yaml', 'deploy/templates/a.yaml', 'deploy/shop/values.yaml'].map(isTemplate), [true, true, false, false]);
  });

  it('never break off or run away, whatever the text', () => {
    const pieces = fc.array(fc.constantFrom('{{', '}}', '{{-', ' -}}', 'if .Values.a', 'end', 'else', 'range .Values.l', 'define "x"', 'include "x" .', '"', '`', '/*', '*/', ' | quote', '$x := ', '.', '(', ')', '\n', 'a: b', 'with'), { maxLength: 60 });
    fc.assert(fc.property(pieces, (parts) => {
      const text = parts.join('');
      const { documents } = readStream(text, chartData({ chart: 'name: s', values: ['a: 1\nl: [1, 2]'], helpers: ['{{ define "x" }}{{ include "x" . }}{{ end }}'] }));
      for (const { doc } of documents) assert.ok(doc.contents === null || doc.contents.range[0] <= text.length);
    }), { numRuns: 500 });
  });
});
