import type { Place } from '../../contract/finding.js';
import type { Model } from '../../contract/workspace.js';
import { extension } from '../../base/paths.js';
import '../kubernetes/kinds.js';

/**
 * What a file is a sign of by its path. `devcontainer`, `inner-loop` (code goes to a cluster while it is written: Skaffold,
 * Tilt …), `compose-dev`, `style` (how code is formatted and what is wrong in it), `hooks` (the same before each commit),
 * `updates` (Dependabot, Renovate), `owners`, `security-policy`, `infrastructure` (as code), `gitops` (Argo CD, Flux), `policy`
 * (OPA, Kyverno, Gatekeeper), `api` (described for others: OpenAPI, Protocol Buffers, AsyncAPI, GraphQL).
 */
export type FileSign = 'devcontainer' | 'inner-loop' | 'compose-dev' | 'style' | 'hooks' | 'updates' | 'owners' | 'security-policy' | 'infrastructure' | 'gitops' | 'policy' | 'api';

/** Files of one kind. A file as a whole is the evidence: its place is the beginning. */
export interface FileSigns {
  readonly sign: FileSign;
  /** The tool or standard that the file belongs to, as its makers write it. */
  readonly tool: string;
  readonly places: readonly Place[];
}

/** How much of the code tests the rest of it, in files. */
export interface TestFiles {
  readonly tests: number;
  readonly code: number;
  /** A few of the test files. */
  readonly places: readonly Place[];
}

export interface FileSignReport {
  /** In the order of the signs and tools. */
  readonly signs: readonly FileSigns[];
  readonly tests: TestFiles;
}

const patterns: readonly (readonly [FileSign, string, RegExp])[] = [
  ['devcontainer', 'Dev Containers', /^(?:\.devcontainer\/(?:[^/]+\/)?devcontainer\.json|\.devcontainer\.json)$/], ['devcontainer', 'Gitpod', /^\.gitpod\.ya?ml$/], ['devcontainer', 'Devfile', /^\.?devfile\.ya?ml$/],
  ['devcontainer', 'Devbox', /^devbox\.json$/], ['devcontainer', 'DDEV', /^\.ddev\/config\.ya?ml$/], ['devcontainer', 'Lando', /^\.lando\.ya?ml$/],
  ['inner-loop', 'Skaffold', /(?:^|\/)skaffold(?:[-.][\w-]+)?\.ya?ml$/], ['inner-loop', 'Tilt', /(?:^|\/)Tiltfile$/], ['inner-loop', 'DevSpace', /(?:^|\/)devspace\.ya?ml$/], ['inner-loop', 'Garden', /(?:^|\/)(?:[\w-]+\.)?garden\.ya?ml$/], ['inner-loop', 'Okteto', /(?:^|\/)okteto\.ya?ml$/],
  ['inner-loop', 'Telepresence', /(?:^|\/)telepresence(?:-\w+)?\.ya?ml$/], ['inner-loop', '.NET Aspire', /(?:^|\/)[\w.-]*AppHost\.csproj$/],
  ['compose-dev', 'Docker Compose', /(?:^|\/)(?:docker-)?compose[\w.-]*\.ya?ml$/],
  ['style', 'EditorConfig', /^\.editorconfig$/], ['style', 'ESLint', /(?:^|\/)(?:\.eslintrc(?:\.(?:[cm]?js|json|ya?ml))?|eslint\.config\.[cm]?[jt]s)$/], ['style', 'Prettier', /(?:^|\/)(?:\.prettierrc(?:\.\w+)?|prettier\.config\.[cm]?[jt]s)$/], ['style', 'Biome', /(?:^|\/)biome\.jsonc?$/],
  ['style', 'Checkstyle', /(?:^|\/)[\w-]*checkstyle[\w-]*\.xml$/i], ['style', 'PMD', /(?:^|\/)[\w-]*pmd[\w-]*\.xml$/i], ['style', 'SpotBugs', /(?:^|\/)[\w-]*(?:spotbugs|findbugs)[\w-]*\.xml$/i], ['style', 'SonarQube', /(?:^|\/)(?:sonar-project\.properties|\.sonarcloud\.properties)$/],
  ['style', 'detekt', /(?:^|\/)detekt[\w-]*\.ya?ml$/], ['style', 'golangci-lint', /(?:^|\/)\.golangci\.(?:ya?ml|toml|json)$/], ['style', 'Ruff', /(?:^|\/)\.?ruff\.toml$/], ['style', 'flake8', /(?:^|\/)\.flake8$/], ['style', 'Pylint', /(?:^|\/)\.?pylintrc(?:\.toml)?$/], ['style', 'mypy', /(?:^|\/)\.?mypy\.ini$/],
  ['style', 'PHPStan', /(?:^|\/)phpstan[\w.-]*\.neon(?:\.dist)?$/], ['style', 'Psalm', /(?:^|\/)psalm\.xml(?:\.dist)?$/], ['style', 'PHP_CodeSniffer', /(?:^|\/)\.?phpcs\.xml(?:\.dist)?$/], ['style', 'PHP CS Fixer', /(?:^|\/)\.php-cs-fixer(?:\.dist)?\.php$/], ['style', 'Pint', /(?:^|\/)pint\.json$/],
  ['style', 'StyleCop', /(?:^|\/)stylecop\.json$/], ['style', 'Stylelint', /(?:^|\/)(?:\.stylelintrc(?:\.\w+)?|stylelint\.config\.[cm]?js)$/], ['style', 'RuboCop', /(?:^|\/)\.rubocop\.yml$/], ['style', 'Qodana', /^qodana\.ya?ml$/], ['style', 'Hadolint', /(?:^|\/)\.hadolint\.ya?ml$/], ['style', 'yamllint', /(?:^|\/)\.yamllint(?:\.ya?ml)?$/], ['style', 'Code Climate', /^\.codeclimate\.ya?ml$/],
  ['hooks', 'pre-commit', /^\.pre-commit-config\.ya?ml$/], ['hooks', 'Husky', /(?:^|\/)\.husky\/(?!_\/)[\w-]+$/], ['hooks', 'Lefthook', /^\.?lefthook\.ya?ml$/], ['hooks', 'lint-staged', /(?:^|\/)(?:\.lintstagedrc(?:\.\w+)?|lint-staged\.config\.[cm]?js)$/], ['hooks', 'GrumPHP', /^grumphp\.ya?ml(?:\.dist)?$/],
  ['updates', 'Dependabot', /^\.github\/dependabot\.ya?ml$/], ['updates', 'Renovate', /^(?:\.github\/|\.gitlab\/)?(?:renovate\.json5?|\.renovaterc(?:\.json5?)?)$/], ['updates', 'Snyk', /^\.snyk$/], ['updates', 'Scala Steward', /^\.scala-steward\.conf$/],
  ['owners', 'CODEOWNERS', /^(?:\.github\/|\.gitlab\/|docs\/)?CODEOWNERS$/], ['owners', 'OWNERS', /^(?:.*\/)?OWNERS$/], ['owners', 'Backstage', /(?:^|\/)catalog-info\.ya?ml$/],
  ['security-policy', 'SECURITY.md', /^(?:\.github\/|docs\/)?SECURITY\.(?:md|rst|txt|adoc)$/i], ['security-policy', 'Gitleaks', /(?:^|\/)\.gitleaks\.toml$/], ['security-policy', 'Trivy', /(?:^|\/)(?:\.trivyignore(?:\.ya?ml)?|trivy\.ya?ml)$/],
  ['infrastructure', 'Terraform', /\.tf(?:\.json)?$/], ['infrastructure', 'Pulumi', /(?:^|\/)Pulumi\.ya?ml$/], ['infrastructure', 'Ansible', /(?:^|\/)(?:ansible\.cfg|(?:ansible|playbooks?)\/[^/]+\.ya?ml|roles\/[^/]+\/tasks\/main\.ya?ml)$/], ['infrastructure', 'CloudFormation', /(?:^|\/)(?:cloudformation\/.*\.(?:ya?ml|json)|[\w-]*cloudformation[\w-]*\.(?:ya?ml|json))$/],
  ['infrastructure', 'AWS CDK', /(?:^|\/)cdk\.json$/], ['infrastructure', 'AWS SAM', /(?:^|\/)samconfig\.toml$/], ['infrastructure', 'Bicep', /\.bicep$/], ['infrastructure', 'Azure Developer CLI', /(?:^|\/)azure\.yaml$/], ['infrastructure', 'Serverless Framework', /(?:^|\/)serverless\.(?:ya?ml|ts)$/], ['infrastructure', 'AWS Copilot', /(?:^|\/)copilot\/[^/]+\/manifest\.yml$/],
  ['policy', 'Open Policy Agent', /\.rego$/], ['policy', 'conftest', /^conftest\.toml$/], ['policy', 'Checkov', /^\.checkov\.ya?ml$/], ['policy', 'Polaris', /(?:^|\/)polaris(?:-config)?\.ya?ml$/], ['policy', 'kube-linter', /(?:^|\/)\.kube-linter\.ya?ml$/],
  ['api', 'OpenAPI', /(?:^|\/)(?:[\w.-]*[-_.])?(?:openapi|swagger)(?:[-_.][\w.-]*)?\.(?:ya?ml|json)$/i], ['api', 'AsyncAPI', /(?:^|\/)(?:[\w.-]*[-_.])?asyncapi(?:[-_.][\w.-]*)?\.(?:ya?ml|json)$/i], ['api', 'Protocol Buffers', /\.proto$/], ['api', 'GraphQL', /(?:\.graphqls|(?:^|\/)schema\.(?:graphql|gql))$/], ['api', 'WSDL', /\.wsdl$/],
];

/** Objects of Kubernetes that are signs, by API group. */
const objects: readonly (readonly [FileSign, string, RegExp])[] = [
  ['gitops', 'Argo CD', /^argoproj\.io\/.*\|(?:Application|ApplicationSet|AppProject)$/], ['gitops', 'Flux', /^(?:kustomize|helm|source|image|notification)\.toolkit\.fluxcd\.io\//], ['gitops', 'Fleet', /^fleet\.cattle\.io\//],
  ['policy', 'Kyverno', /^(?:kyverno\.io|policies\.kyverno\.io)\//], ['policy', 'Gatekeeper', /^(?:templates|constraints|mutations)\.gatekeeper\.sh\//], ['policy', 'ValidatingAdmissionPolicy', /^admissionregistry\.k8s\.io\/.*\|ValidatingAdmissionPolicy$/],
  ['infrastructure', 'Crossplane', /^[\w.-]*crossplane\.io\//],
];

const order: readonly FileSign[] = ['devcontainer', 'inner-loop', 'compose-dev', 'style', 'hooks', 'updates', 'owners', 'security-policy', 'infrastructure', 'gitops', 'policy', 'api'];
/** Extensions of code, of which people write tests. */
const code = new Set(['java', 'kt', 'scala', 'groovy', 'py', 'cs', 'vb', 'php', 'go', 'rb', 'ts', 'mts', 'cts', 'tsx', 'js', 'mjs', 'cjs', 'jsx', 'vue', 'rs']);
/** So many places tell enough of a kind of file. */
const shown = 10;

function whole(file: string): Place {
  return { file, range: { start: 0, end: 0, startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 } };
}

/** Files that only show something, test it or were made by a tool are no signs, but those that systems look for at the root are. */
function counts(model: Model, path: string, sign: FileSign): boolean {
  if (sign === 'compose-dev' && /[-_.](?:prod|production|swarm|stack|deploy|release)(?=[-_.])/.test(path)) return false;
  return /^(?:updates|owners|security-policy|hooks|devcontainer)$/.test(sign) || !['test', 'documentation', 'generated'].includes(model.roleOf(path));
}

function group(found: readonly (readonly [FileSign, string, Place])[]): readonly FileSigns[] {
  const groups = new Map<string, { sign: FileSign; tool: string; places: Place[] }>();
  for (const [sign, tool, place] of found) {
    const key = `${sign} ${tool}`;
    const known = groups.get(key) ?? { sign, tool, places: [] };
    groups.set(key, known);
    if (known.places.length < shown) known.places.push(place);
  }
  return [...groups.values()].sort((a, b) => order.indexOf(a.sign) - order.indexOf(b.sign) || (a.tool < b.tool ? -1 : 1));
}

function testFiles(model: Model): TestFiles {
  const all = model.files.filter((path) => code.has(extension(path)) && !path.endsWith('.d.ts'));
  const tests = all.filter((path) => model.roleOf(path) === 'test');
  return { tests: tests.length, code: all.filter((path) => model.roleOf(path) === 'product').length, places: tests.slice(0, shown).map(whole) };
}

const key = {};

/** Signs that stand in the names of files and in the kinds of Kubernetes objects, and how many files test. Nothing is parsed for it. */
export function fileSignsOf(model: Model): FileSignReport {
  return model.once(key, () => {
    const files = model.files.flatMap((path) => patterns.flatMap(([sign, tool, pattern]) => (pattern.test(path) && counts(model, path, sign) ? [[sign, tool, whole(path)] as const] : [])));
    const made = model.facts('k8s.object').flatMap(({ file, range, value }) => objects.flatMap(([sign, tool, pattern]) => (pattern.test(`${value.apiVersion}|${value.kind}`) ? [[sign, tool, { file, range }] as const] : [])));
    return { signs: group([...files, ...made]), tests: testFiles(model) };
  });
}
