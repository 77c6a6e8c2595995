import { isInside, join } from '../../../base/paths.js';
import { lineEnding } from '../../../base/text.js';
import type { Edit, Fix, FixInput, ProjectCheck } from '../../../contract/rule.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import type {} from '../../../facts/build/kinds.js';
import { healthPage } from '../../../facts/php/health.js';
import { joinReads } from '../../../facts/join.js';
import { phpPort, withProbes } from '../../../generators/health-probes.js';
import { isAsked } from './asked.js';

/** Frameworks whose applications answer requests, and the file that shows that this is one rather than a library for it. */
const frameworks: readonly (readonly [packages: RegExp, entries: readonly string[], name: string])[] = [
  [/^laravel\/framework$/, ['artisan', 'bootstrap/app.php'], 'Laravel'], [/^symfony\/(?:framework-bundle|symfony)$/, ['bin/console', 'public/index.php', 'web/app.php'], 'Symfony'], [/^codeigniter4\/framework$/, ['spark', 'public/index.php'], 'CodeIgniter'],
  [/^cakephp\/cakephp$/, ['webroot/index.php'], 'CakePHP'], [/^yiisoft\/yii2$/, ['web/index.php'], 'Yii'], [/^slim\/slim$/, ['public/index.php'], 'Slim'],
];
/** Packages that bring such a route. */
const bringing = /^(?:liip\/monitor-bundle|spatie\/laravel-health|ukfast\/laravel-health-check|macpaw\/symfony-health-check-bundle|tseho\/health-bundle|oat-sa\/bundle-health-check|laminas\/laminas-diagnostics|pragmarx\/health|enlightn\/\w+-health)$/;

function frameworkIn(model: Model, { file, value }: Fact<'build.module'>): string | undefined {
  const dir = file.slice(0, file.lastIndexOf('/') + 1);
  return frameworks.find(([packages, entries]) => value.dependencies.some((name) => packages.test(name)) && entries.some((entry) => model.hasFile(`${dir}${entry}`)))?.[2];
}

/** A page without a framework counts where the application's own web server hands it out. */
function hasHealthPage(model: Model, dir: string): boolean {
  return model.files.some((file) => healthPage.test(file) && isInside(file, dir) && /^(?:(?:public|web|webroot|htdocs|www|pub)\/)?[^/]+$/.test(dir === '' ? file : file.slice(dir.length + 1)));
}

/** Applications of PHP frameworks that nothing can ask. */
export const phpHealth: ProjectCheck<'build.module'> = {
  subject: 'build.module',
  reads: ['health.route', 'build.module', ...joinReads],
  check(subject, { model, report }) {
    const { tool, name, dependencies } = subject.value;
    const framework = tool === 'composer' ? frameworkIn(model, subject) : undefined;
    if (framework === undefined || dependencies.some((each) => bringing.test(each)) || model.factsFor('health.route', subject.file).length > 0) return;
    const { dir } = model.moduleOf(subject.file);
    if (isAsked(model, dir) || hasHealthPage(model, dir)) return;
    report({ say: 'missing', args: { name: /\//.test(name) ? name : framework }, confidence: 'medium', data: { php: framework } });
  },
};

/** Behind `<?php` and what is imported, so that no route for everything stands before. */
function offsetOf(text: string): number | undefined {
  const last = [...text.matchAll(/^(?:use|namespace|declare)\b[^;{]*;[ \t]*$/gm)].at(-1);
  const start = last ?? /^<\?php[ \t]*$/m.exec(text);
  return start ? start.index + start[0].length : undefined;
}

const route = '\\Illuminate\\Support\\Facades\\Route';
const lines = [
  '', '', '// For probes: without the web middleware, which begins a session.',
  `${route}::get('/healthz', fn () => response()->json(['status' => 'ok']))->withoutMiddleware('web');`,
  `${route}::get('/readyz', function () {`, '    \\Illuminate\\Support\\Facades\\DB::connection()->getPdo();', '', "    return response()->json(['status' => 'ready']);", "})->withoutMiddleware('web');",
];

function edits({ finding, text }: FixInput): readonly Edit[] | undefined {
  const file = join(finding.file, '../routes/web.php');
  const now = file === undefined ? undefined : text(file);
  const offset = now === undefined ? undefined : offsetOf(now);
  if (file === undefined || now === undefined || offset === undefined || /healthz|readyz/.test(now)) return undefined;
  return [{ do: 'replace', file, span: { start: offset, end: offset }, text: lines.join(lineEnding(now)) }];
}

/** Two routes of Laravel for the probes; being ready takes the database. */
export const laravelHealth: Fix = withProbes({
  key: 'laravel-health',
  title: { en: 'Add /healthz and /readyz (Laravel)', ko: '/healthz와 /readyz 추가(Laravel)' },
  safety: 'review',
  applies: ({ data }) => (data as { readonly php?: string } | null)?.php === 'Laravel',
  edits,
}, { port: phpPort });
