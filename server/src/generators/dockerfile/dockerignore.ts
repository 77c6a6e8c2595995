import { isInside, join } from '../../base/paths.js';
import type { BuildTool, Model } from '../../contract/workspace.js';
import type { BuildModule } from '../../facts/build/kinds.js';

/** Titled groups of patterns. */
type Group = readonly [title: string, patterns: readonly string[]];

const common: readonly Group[] = [
  ['Version control, editors and local settings', ['.git', '.gitattributes', '.gitignore', '.github', '.gitlab-ci.yml', '.idea', '.vscode', '.settings', '.project', '.classpath', '*.iml', '.DS_Store']],
  ['Secrets never belong into an image', ['**/.env', '**/.env.*', '**/*.pem', '**/*.key', '**/*.p12', '**/*.jks']],
  ['What describes or runs the image', ['**/Dockerfile*', '.dockerignore', 'docker-compose*.y*ml', 'compose*.y*ml', 'k8s', 'helm', 'charts']],
  ['Logs and documents', ['**/*.log', 'logs', 'docs', '*.md']],
];

/** What the build makes. A Java package may be called `target` or `build`, so below `src` the names mean sources. */
function outputs(tool: BuildTool, builds: boolean): Group {
  if (tool === 'maven') return ['Built inside', ['**/target', '!**/src/**/target', '**/node_modules']];
  if (tool === 'gradle') return ['Built inside', ['**/build', '!**/src/**/build', '**/.gradle', '**/node_modules']];
  return ['Installed and built inside', ['**/node_modules', ...(builds ? ['dist', '.next'] : []), 'coverage', '.nyc_output']];
}

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

/** What the build context leaves out: history, secrets, output of earlier builds, and what no build reads. */
export function dockerignore(model: Model, context: string, module: BuildModule): string {
  const groups = [outputs(module.tool, module.scripts['build'] !== undefined), ...common];
  const kept = groups.map(([title, patterns]) => [`# ${title}`, ...patterns.filter((pattern) => !dropsSources(model, context, pattern))]);
  return `${kept.filter((lines) => lines.length > 1).map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
