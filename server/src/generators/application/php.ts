import { join } from '../../base/paths.js';
import type { Model } from '../../contract/workspace.js';
import type { BuildModule } from '../../facts/build/kinds.js';
import { buildOf } from '../../facts/build/effective.js';
import { isKorean, writesFiles } from '../dockerfile/evidence.js';
import { phpDockerfile, phpEnvironment, phpHome, phpUser, type PhpProject } from '../dockerfile/php.js';
import { phpFor } from '../dockerfile/php-version.js';
import type { Application, Platform } from './kinds.js';
import { nameOf } from './names.js';

/** Folders of Laravel below those that it writes to: it expects them, and a volume over the folder above would hide them. */
const laravelFolders = ['storage/app', 'storage/framework/cache/data', 'storage/framework/sessions', 'storage/framework/views', 'storage/logs', 'bootstrap/cache'];

interface PhpApplication extends Application {
  readonly project: PhpProject;
}

/** Folders that front controllers stand in, the most telling one first. */
const roots = ['public', 'web', 'webroot', 'public_html', 'htdocs', 'httpdocs', 'www', 'html', ''];

/** Frameworks by the package that tells, with what they write to while they run. */
const frameworks: readonly (readonly [packages: RegExp, kind: string, framework: PhpProject['framework'], writes: readonly string[]])[] = [
  [/^laravel\/framework$/, 'laravel', 'laravel', ['storage', 'bootstrap/cache']], [/^(?:symfony\/(?:framework-bundle|symfony)|api-platform\/\w+)$/, 'symfony', 'symfony', ['var']],
  [/^codeigniter4\/framework$/, 'codeigniter', 'other', ['writable']], [/^cakephp\/cakephp$/, 'cakephp', 'other', ['logs', 'tmp']], [/^yiisoft\/yii2$/, 'yii', 'other', ['runtime', 'web/assets']],
  [/^slim\/slim$/, 'slim', 'other', []], [/^laminas\/laminas-mvc$/, 'laminas', 'other', ['data/cache']], [/^drupal\/core(?:-recommended)?$/, 'drupal', 'other', ['web/sites/default/files']],
];

function has(model: Model, dir: string, name: string): boolean {
  return model.hasFile(join(dir, name) ?? name);
}

function describe(model: Model, dir: string, module: BuildModule | undefined): PhpApplication | undefined {
  const root = roots.find((folder) => has(model, dir, folder === '' ? 'index.php' : `${folder}/index.php`));
  // Packages bring an index.php to show what they do, if any.
  if (root === undefined || (module?.properties['type'] !== undefined && module.properties['type'] !== 'project' && root === '')) return undefined;
  const known = frameworks.find(([packages]) => module?.dependencies.some((name) => packages.test(name)));
  const writes = known?.[3] ?? [];
  const project: PhpProject = { module, root, writes, framework: known?.[2] };
  const inside = project.framework === 'laravel' ? laravelFolders : writes;
  const own = writes.length === 0 && writesFiles(model, dir) ? [phpHome] : inside.map((path) => `${phpHome}/${path}`);
  return {
    project, dir, name: nameOf(module?.name.split('/').at(-1), dir), platform: 'php', kind: known?.[1] ?? 'php', runtime: phpFor(model, dir, module),
    start: ['apache2-foreground'], startKnown: true, port: { port: 8080, source: 'Apache' }, user: phpUser, writable: own, environment: phpEnvironment[project.framework ?? 'other'],
    korean: module ? isKorean(model, dir, module) : false,
    layout: { context: dir, module: '', dockerfile: join(dir, 'Dockerfile') ?? 'Dockerfile', manifests: ['composer.json', 'composer.lock'].filter((name) => has(model, dir, name)) },
  };
}

export const php: Platform = {
  name: 'php',
  find(model) {
    return model.modules.flatMap(({ dir, tool }) => {
      if (tool === 'composer') return describe(model, dir, buildOf(model, dir)?.value) ?? [];
      // Pages without any build, as a whole.
      return tool === undefined && dir === '' ? describe(model, dir, undefined) ?? [] : [];
    });
  },
  dockerfile: (model, application) => phpDockerfile(model, (application as PhpApplication).project, application),
  ignored: (_model, application) => [...((application as PhpApplication).project.module === undefined ? [] : ['vendor']), '**/node_modules', ...((application as PhpApplication).project.framework === 'laravel' ? ['bootstrap/cache/*.php', 'storage/logs', 'storage/framework/*/*', 'public/build', 'public/hot'] : ['var/cache', 'var/log']), '.phpunit.result.cache'],
  notes(_model, application) {
    const { root, module } = (application as PhpApplication).project;
    return root === '' && module !== undefined ? [{
      en: 'index.php stands beside composer.json, so Apache would hand out files of the project as well; move it into a folder public/.',
      ko: 'index.php가 composer.json과 같은 폴더에 있어 Apache가 프로젝트의 다른 파일도 내보낼 수 있습니다. public/ 폴더로 옮기세요.',
    }] : [];
  },
};
