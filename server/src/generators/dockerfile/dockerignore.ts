import ignore from 'ignore';
import { isInside, join } from '../../base/paths.js';
import type { Model } from '../../contract/workspace.js';
import { effectiveModule } from '../../facts/build/effective.js';

/** Titled groups of patterns. */
type Group = readonly [title: string, patterns: readonly string[]];

const common: readonly Group[] = [
  ['Version control, editors and local settings', ['.git', '.gitattributes', '.gitignore', '.github', '.gitlab-ci.yml', '.idea', '.vscode', '.settings', '.project', '.classpath', '*.iml', '.DS_Store']],
  ['Secrets never belong into an image', ['**/.env', '**/.env.*', '**/*.pem', '**/*.key', '**/*.p12', '**/*.jks']],
  ['What describes or runs the image', ['**/Dockerfile*', '.dockerignore', 'docker-compose*.y*ml', 'compose*.y*ml', 'k8s', 'helm', 'charts']],
  ['Logs and documents', ['**/*.log', 'logs', 'docs', '*.md']],
];

/** Patterns that would drop what the product itself ships: keys and certificates among its resources, folders of sources. */
function dropsSources(model: Model, context: string, pattern: string): boolean {
  const kind = /^\*\*\/\*\.(\w+)$/.exec(pattern)?.[1];
  const folder = /^[\w-]+$/.test(pattern) ? join(context, pattern) : undefined;
  return model.files.some((file) => {
    if (!isInside(file, context)) return false;
    if (kind !== undefined && kind !== 'log') return /(?:^|\/)(?:src\/main|src|server|lib|app|config)\//.test(file) && file.endsWith(`.${kind}`);
    return folder !== undefined && isInside(file, folder) && /\.(?:[cm]?[jt]sx?|java|jsp|xml|properties)$/.test(file);
  });
}

/** What tools leave in the working tree, by the tool. */
const leftOvers: Readonly<Record<string, readonly string[]>> = {
  node: ['**/node_modules', 'coverage', '.nyc_output'],
  'node-build': ['dist', '.next', '.nuxt'],
  maven: ['**/target', '!**/src/**/target'],
  gradle: ['**/build', '!**/src/**/build', '**/.gradle'],
  python: ['**/__pycache__', '**/*.pyc', '.venv', 'venv', '.pytest_cache'],
  composer: ['vendor'],
  dotnet: ['**/bin', '**/obj'],
  ruby: ['vendor/bundle', '.bundle'],
  rust: ['**/target', '!**/src/**/target'],
};

/** A build that takes in its whole context. */
export interface TakenContext {
  /** Tools of {@link leftOvers} that the build itself runs, so that what they left outside is not needed. */
  readonly tools: readonly string[];
  /** Paths of the context that its steps name. */
  readonly named: readonly string[];
  /** Whether a step asks git for the version. */
  readonly asksGit: boolean;
}

/** Folders that pipelines and people need, but no program that runs. */
const neverShipped = /^\.|^(?:k8s|helm|charts)$/;

/** Whether the repository keeps files in a folder that the pattern names, so that the program may need them. */
function keepsFilesIn(model: Model, context: string, pattern: string): boolean {
  const name = /^(?:\*\*\/)?([\w.-]+)$/.exec(pattern)?.[1];
  if (name === undefined || neverShipped.test(name)) return false;
  return model.files.some((file) => isInside(file, context) && `/${file.slice(context.length)}`.includes(`/${name}/`) && (pattern.startsWith('**/') || file.startsWith(join(context, name) ?? '')));
}

/** Exceptions for paths that steps of the build name although a pattern leaves them out. */
function exceptions(patterns: readonly string[], named: readonly string[]): readonly string[] {
  const plain = patterns.filter((pattern) => !pattern.startsWith('!'));
  return [...new Set(named.filter((path) => plain.length > 0 && ignore().add([...plain]).ignores(path)).map((path) => `!${path}`))];
}

/** The same for a Dockerfile that stands already: what it makes itself is left out, what its steps name is kept. */
export function dockerignoreBeside(model: Model, context: string, { tools, named, asksGit }: TakenContext): string {
  const own: Group = ['Made again inside', [...new Set(tools.flatMap((tool) => leftOvers[tool] ?? []))]];
  // What the repository itself keeps for a stage is no one's local setting.
  const shared = model.files.filter((file) => isInside(file, context) && /(?:^|\/)\.env\.(?!.*local$)[\w.-]+$/.test(file)).map((file) => file.slice(context === '' ? 0 : context.length + 1));
  const paths = [...named, ...shared].map((path) => path.replace(/^(?:\.\/|\/)+/, '')).filter((path) => path !== '' && !path.startsWith('..') && !/[$"'`\\]/.test(path));
  const kept = [own, ...common].map(([title, patterns]) => {
    const left = patterns.filter((pattern) => !dropsSources(model, context, pattern) && !keepsFilesIn(model, context, pattern) && !(pattern === '.git' && asksGit) && !(pattern === '*.md' && tools.includes('python')));
    return [`# ${title}`, ...left, ...exceptions(left, paths)];
  });
  return `${kept.filter((lines) => lines.length > 1).map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** Plugins and packages that ask git for the version, and end the build where there is none. */
const asking = /^(?:com\.gorylenko\.gradle-git-properties|com\.palantir\.git-version|net\.nemerosa\.versioning|(?:io\.github\.git-commit-id|pl\.project13\.maven):git-commit-id(?:-maven)?-plugin|org\.codehaus\.mojo:buildnumber-maven-plugin|Nerdbank\.GitVersioning|MinVer|GitVersion\.MsBuild)$/i;

/** Whether the build of a module in a folder asks git. */
export function asksGit(model: Model, dir: string): boolean {
  const module = effectiveModule(model, dir);
  return [...(module?.plugins ?? []), ...(module?.dependencies ?? [])].some((name) => asking.test(name));
}

/** What the build context leaves out: history, secrets, output of earlier builds, and what no build reads. */
export function dockerignore(model: Model, context: string, outputs: readonly string[], keepsGit = false): string {
  const needed = outputs.filter((pattern) => pattern.startsWith('!.'));
  // The last pattern that fits decides.
  const groups: readonly Group[] = [['Installed and built inside', outputs.filter((pattern) => !needed.includes(pattern))], ...common, ['Read by the build', needed]];
  const kept = groups.map(([title, patterns]) => [`# ${title}`, ...patterns.filter((pattern) => !dropsSources(model, context, pattern) && !(pattern === '.git' && keepsGit))]);
  return `${kept.filter((lines) => lines.length > 1).map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
