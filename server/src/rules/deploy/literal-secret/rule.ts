import type { Span } from '../../../base/text.js';
import type { Finding } from '../../../contract/finding.js';
import type { YamlDocument } from '../../../contract/nodes.js';
import { ruleMatcher, type Fix, type Rule, type RuleFileContext } from '../../../contract/rule.js';
import type { Model } from '../../../contract/workspace.js';
import { resourcesOf, type ResourceNode } from '../../../facts/kubernetes/document.js';
import type { WorkloadFact } from '../../../facts/kubernetes/relate.js';
import { literalEdits, type LiteralPlace } from '../../../generators/environment-entry.js';
import { settingsOf } from '../../../syntax/config-file.js';
import { below, entries, span, text } from '../../../syntax/yaml/ask.js';
import { literalKind, secretsInEnv, secretsInMap, type LiteralSecret } from '../../../syntax/yaml/literal-secret.js';
import { readStream } from '../../../syntax/yaml/stream.js';

interface Data {
  readonly document: number;
  /** Place in a list of resources. */
  readonly item: number;
  /** Values that can be replaced, each with the variable that would take its place. */
  readonly places: readonly LiteralPlace[];
}

/** Settings files that a ConfigMap carries, told of at their names. */
function secretsInFiles({ doc, node }: ResourceNode): readonly LiteralSecret[] {
  return entries(doc, below(doc, node, 'data')).filter(({ key }) => /\.ya?ml$/.test(key)).flatMap(({ keyNode, value }): readonly LiteralSecret[] => {
    const settings = readStream(text(value) ?? '').documents.flatMap(settingsOf);
    const found = settings.map((setting) => ({ name: setting.key, kind: literalKind(setting.key, setting.value) }));
    const { name, kind } = found.find((each) => each.kind === 'secret') ?? found.find((each) => each.kind !== undefined) ?? {};
    return name !== undefined && kind && value ? [{ name, at: span(keyNode), value: span(value), kind }] : [];
  });
}

/** Programs and pages that a ConfigMap carries, which speak of secrets in ways of their own. */
const program = /\.(?:py|ipynb|sh|bash|js|mjs|ts|rb|lua|go|java|groovy|php|pl|html?|css|md|tpl|tmpl)$/i;

function secretsOf(resource: ResourceNode): readonly LiteralSecret[] {
  const { doc, node, kind } = resource;
  if (kind === 'Secret') return [];
  if (kind !== 'ConfigMap') return secretsInEnv(doc, node);
  return [...secretsInMap(doc, below(doc, node, 'data'), text).filter(({ name }) => !program.test(name)), ...secretsInFiles(resource)];
}

function itemOf(path: readonly (string | number)[]): number {
  return Number(path.find((step) => typeof step === 'number') ?? 0);
}

function report(resource: ResourceNode, cx: RuleFileContext): void {
  // What a template prints stands in the values of its chart.
  const isWritten = ({ start, end }: Span): boolean => !cx.text.slice(start, end).includes('{{');
  const found = resource.templated ? [] : secretsOf(resource).filter(({ value }) => isWritten(value));
  const root = found.find(({ kind }) => kind === 'secret') ?? found[0];
  if (!root) return;
  const others = found.filter((each) => each !== root);
  cx.report({
    at: root.at,
    say: others.length === 0 ? 'manifest' : 'manifest-more',
    args: { name: root.name, ...(others.length === 0 ? {} : { count: others.length }) },
    by: found.map(({ at }) => at),
    also: others.map(({ at, name }) => ({ at, say: 'here', args: { name } })),
    ...(root.kind === 'stand-in' ? { severity: 'info', confidence: 'medium' } : {}),
    data: { document: resource.where.document, item: itemOf(resource.where.path), places: resource.kind === 'ConfigMap' ? [] : found.map(({ name, value }) => ({ ...value, variable: name })) },
  });
}

function read(document: YamlDocument, cx: RuleFileContext): void {
  for (const resource of resourcesOf(document)) report(resource, cx);
}

const needles = [['kind', 'ConfigMap'], ['kind', 'env']];

/** The workload whose manifest holds the literals; patches and templates are left to a person. */
function workloadOf({ file, data }: Finding, model: Model): WorkloadFact | undefined {
  const { document, item } = data as unknown as Data;
  return model.facts('k8s.workload').find(({ file: other, value: { where, partial, name } }) => other === file && where.document === document && itemOf(where.path) === item && !partial && name !== undefined);
}

/** `value: …` of a workload's `env` becomes a reference to a Secret, which is written without the value. */
const secretReference: Fix = {
  key: 'secret-reference',
  title: { en: 'Take the variables from a Secret', ko: '변수를 Secret에서 가져오기' },
  safety: 'review',
  applies: (finding, model) => /\.ya?ml$/.test(finding.file) && (finding.data as unknown as Data).places.length > 0 && workloadOf(finding, model) !== undefined,
  edits(input) {
    const workload = workloadOf(input.finding, input.model);
    return workload && literalEdits(input, workload, (input.finding.data as unknown as Data).places);
  },
};

export const rule: Rule = {
  meta: {
    id: 'deploy/literal-secret',
    title: { en: 'Credential in a workload or a ConfigMap', ko: '워크로드나 ConfigMap에 적힌 인증 정보' },
    severity: 'warning',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['deploy', 'kubernetes', 'security'],
  },
  messages: {
    manifest: {
      en: 'The manifest holds the value of `{name}`: every environment that it is applied to gets the same credential, and whoever reads the repository has it.',
      ko: '매니페스트에 `{name}` 값이 그대로 들어 있습니다. 이 매니페스트를 적용하는 모든 환경이 같은 인증 정보를 쓰고, 저장소를 읽을 수 있는 사람은 누구나 값을 알 수 있습니다.',
    },
    'manifest-more': {
      en: 'The manifest holds the values of `{name}` and others ({count} more): every environment that it is applied to gets the same credentials, and whoever reads the repository has them.',
      ko: '매니페스트에 `{name}` 외 {count}곳의 값이 그대로 들어 있습니다. 이 매니페스트를 적용하는 모든 환경이 같은 인증 정보를 쓰고, 저장소를 읽을 수 있는 사람은 누구나 값을 알 수 있습니다.',
    },
    here: { en: '`{name}` holds a credential as well', ko: '`{name}`에도 인증 정보가 들어 있습니다' },
  },
  matchers: [
    ruleMatcher({ language: 'yaml', needles, on: { document: read } }),
    ruleMatcher({
      language: 'json',
      needles: needles.map((words) => ['apiVersion', ...words]),
      on: {
        document(_node, cx) {
          for (const document of readStream(cx.text).documents) read(document, cx);
        },
      },
    }),
  ],
  fixes: [secretReference],
};
