import { basename, isInside, join } from '../../base/paths.js';
import type { Model } from '../../contract/workspace.js';
import { effectiveModule } from '../../facts/build/effective.js';
import type { Application } from '../application/kinds.js';
import { packageManagerOf, setupFor } from '../dockerfile/node-packages.js';

/** How a pipeline builds and tests an application before its image is made. */
export interface Check {
  /** Image that has the tools, for pipelines whose jobs run in containers. */
  readonly image: string;
  /** Steps of GitHub Actions that bring the tools: the action, and its inputs. */
  readonly setup: readonly { readonly uses: string; readonly with: Readonly<Record<string, string>> }[];
  readonly commands: readonly string[];
  /** Folders that are kept between runs, below the home folder. */
  readonly cache: readonly string[];
  /** What tells the tools of that folder, where they do not ask for the home folder. */
  readonly environment?: (home: string) => Readonly<Record<string, string>>;
}

type Maker = (model: Model, application: Application) => Check;

function has(model: Model, { layout: { context } }: Application, name: string): boolean {
  return model.hasFile(join(context, name) ?? name);
}

/** Whether the application has tests of a kind that a file name tells. */
function hasTests(model: Model, { layout: { context } }: Application, pattern: RegExp): boolean {
  return model.files.some((file) => isInside(file, context) && pattern.test(basename(file)));
}

const java: Maker = (model, application) => {
  const { runtime: { version }, dir } = application;
  const gradle = effectiveModule(model, dir)?.tool === 'gradle';
  const tool = gradle ? (has(model, application, 'gradlew') ? './gradlew' : 'gradle') : has(model, application, 'mvnw') ? './mvnw' : 'mvn';
  return {
    image: `${gradle ? 'gradle:8-jdk' : 'maven:3.9-eclipse-temurin-'}${version}`,
    setup: [{ uses: 'actions/setup-java@v4', with: { distribution: 'temurin', 'java-version': version, cache: gradle ? 'gradle' : 'maven' } }],
    commands: [gradle ? `${tool} --no-daemon build` : `${tool} -B -ntp verify`],
    cache: gradle ? ['.gradle'] : ['.m2/repository'],
    environment: (home) => (gradle ? { GRADLE_USER_HOME: `${home}/.gradle` } : { MAVEN_OPTS: `-Dmaven.repo.local=${home}/.m2/repository` }),
  };
};

const node: Maker = (model, application) => {
  const { runtime: { version }, dir, layout: { context, module } } = application;
  const own = effectiveModule(model, dir);
  const root = effectiveModule(model, context) ?? own;
  const manager = root && packageManagerOf(model, context, root);
  const test = own?.scripts['test'];
  const scripts = [...(own?.scripts['build'] === undefined ? [] : ['build']), ...(test === undefined || /no test specified/.test(test) ? [] : ['test'])];
  const workspace = module === '' ? undefined : { dir: module, name: own?.name ?? module };
  const kind = manager?.name === 'pnpm' ? 'pnpm' : manager?.name.startsWith('yarn') ? 'yarn' : 'npm';
  return {
    image: `node:${version}-bookworm`,
    setup: [{ uses: 'actions/setup-node@v4', with: { 'node-version': version, ...(kind === 'npm' && manager?.locked ? { cache: 'npm' } : {}) } }],
    commands: [...(manager ? setupFor(manager, Number(version)) : []), manager?.install ?? 'npm install', ...scripts.map((script) => manager?.runs(script, workspace) ?? `npm run ${script}`)],
    cache: kind === 'npm' ? ['.npm'] : [],
  };
};

const python: Maker = (model, application) => {
  const { runtime: { version } } = application;
  const tests = hasTests(model, application, /^test_.*\.py$|_test\.py$/);
  const [install, run] = has(model, application, 'uv.lock') ? [['pip install uv', 'uv sync --locked'], 'uv run '] as const
    : has(model, application, 'poetry.lock') ? [['pip install poetry', 'poetry install'], 'poetry run '] as const
      : has(model, application, 'Pipfile.lock') ? [['pip install pipenv', 'pipenv sync --dev'], 'pipenv run '] as const
        : [[has(model, application, 'requirements.txt') ? 'pip install -r requirements.txt' : 'pip install .', ...(tests ? ['pip install pytest'] : [])], ''] as const;
  return {
    image: `python:${version}`,
    setup: [{ uses: 'actions/setup-python@v5', with: { 'python-version': version } }],
    commands: [...install, tests ? `${run}pytest` : `${run}python -m compileall -q .`],
    cache: ['.cache/pip'],
  };
};

const dotnet: Maker = (_model, { runtime: { version } }) => ({
  image: `mcr.microsoft.com/dotnet/sdk:${version}`,
  setup: [{ uses: 'actions/setup-dotnet@v4', with: { 'dotnet-version': `${version}.x`.replace(/^(\d+)\.x$/, '$1.0.x') } }],
  commands: ['dotnet test --configuration Release'],
  cache: ['.nuget/packages'],
});

const go: Maker = (_model, { runtime: { version } }) => ({
  image: `golang:${version}`,
  setup: [{ uses: 'actions/setup-go@v5', with: { 'go-version': version } }],
  commands: ['go vet ./...', 'go test ./...'],
  cache: ['.cache/go-build'],
});

const php: Maker = (model, application) => ({
  image: 'composer:2',
  setup: [{ uses: 'shivammathur/setup-php@v2', with: { 'php-version': application.runtime.version } }],
  commands: [...(has(model, application, 'composer.json') ? ['composer install --no-interaction --prefer-dist'] : []), ...(has(model, application, 'phpunit.xml') || has(model, application, 'phpunit.xml.dist') ? ['vendor/bin/phpunit'] : [])],
  cache: [],
});

const none: Maker = () => ({ image: 'alpine:3.22', setup: [], commands: [], cache: [] });

const makers: Readonly<Record<Application['platform'], Maker>> = { java, node, python, dotnet, go, php, static: none };

/** How the pipeline tests the application. */
export function checkOf(model: Model, application: Application): Check {
  return makers[application.platform](model, application);
}
