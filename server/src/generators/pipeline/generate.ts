import { say, type Args, type Localized } from '../../contract/words.js';
import type { GeneratedFile } from '../kubernetes/plain.js';
import { objectName, sharesContext, type PlanInput } from '../kubernetes/plan.js';
import { noted, yamlText, type Data, type DataMap } from '../manifest-data.js';
import { checkOf, type Check } from './check.js';
import { comments, notes } from './words.js';

/** Where a repository lets its pipelines run. */
export type PipelineKind = 'github' | 'gitlab' | 'jenkins';

const trivy = 'aquasec/trivy:0.66.0';
const scanOptions = '--exit-code 1 --severity HIGH,CRITICAL --ignore-unfixed --scanners vuln';

interface Job {
  readonly name: string;
  /** Folder that the image is built in, as seen from the repository; `.` for the repository itself. */
  readonly context: string;
  readonly dockerfile: string;
  readonly check: Check;
  say(words: Localized, args?: Args): string;
}

/** The tool whose files the repository has. */
export function pipelineKind(files: readonly string[]): PipelineKind {
  if (files.some((file) => file.startsWith('.github/workflows/'))) return 'github';
  if (files.some((file) => /^\.gitlab-ci\.ya?ml$/.test(file))) return 'gitlab';
  return files.some((file) => /(?:^|\/)Jenkinsfile$/.test(file)) ? 'jenkins' : 'github';
}

function head(lines: readonly string[], sign = '#'): string {
  return lines.map((line) => `${sign} ${line}\n`).join('');
}

function githubTest({ check, context }: Job): DataMap {
  const steps: Data[] = [
    { uses: 'actions/checkout@v4', with: { 'persist-credentials': false } },
    ...check.setup.map(({ uses, with: inputs }) => ({ uses, with: inputs })),
    ...check.commands.map((run) => ({ run })),
  ];
  return { 'runs-on': 'ubuntu-latest', 'timeout-minutes': 30, ...(context === '.' ? {} : { defaults: { run: { 'working-directory': context } } }), steps };
}

function githubImage({ context, dockerfile, name, check, say: tell }: Job, shared: boolean): DataMap {
  const build = { context, file: dockerfile };
  const candidate = 'candidate:${{ github.sha }}';
  const steps: Data[] = [
    { uses: 'actions/checkout@v4', with: { 'persist-credentials': false } },
    { uses: 'docker/setup-buildx-action@v3' },
    { id: 'meta', uses: 'docker/metadata-action@v5', with: { images: `ghcr.io/\${{ github.repository }}${shared ? `/${name}` : ''}`, tags: 'type=sha,format=long,prefix=\ntype=semver,pattern={{version}}\n' } },
    noted({ uses: 'docker/build-push-action@v6', with: { ...build, load: true, tags: candidate, 'cache-from': 'type=gha', 'cache-to': 'type=gha,mode=max' } }, tell(comments.candidate)),
    noted({ run: `docker run --rm -v /var/run/docker.sock:/var/run/docker.sock ${trivy} image ${scanOptions} ${candidate}` }, tell(comments.scan)),
    { if: "github.event_name != 'pull_request'", uses: 'docker/login-action@v3', with: { registry: 'ghcr.io', username: '${{ github.actor }}', password: '${{ secrets.GITHUB_TOKEN }}' } },
    noted({ if: "github.event_name != 'pull_request'", uses: 'docker/build-push-action@v6', with: { ...build, push: true, tags: '${{ steps.meta.outputs.tags }}', labels: '${{ steps.meta.outputs.labels }}', 'cache-from': 'type=gha' } }, tell(comments.push)),
  ];
  return {
    ...(check.commands.length > 0 ? { needs: 'test' } : {}), 'runs-on': 'ubuntu-latest', 'timeout-minutes': 30,
    permissions: { contents: 'read', packages: noted('write', tell(comments.packages)) }, steps,
  };
}

function github(job: Job, shared: boolean): string {
  const { name, check, say: tell } = job;
  return head([tell(comments.head, { name })]) + yamlText({
    name: shared ? `image ${name}` : 'image',
    on: { push: { branches: ['main', 'master'], tags: ['v*'] }, pull_request: {} },
    permissions: noted({ contents: 'read' }, tell(comments.permissions)),
    concurrency: { group: `image-${name}-\${{ github.ref }}`, 'cancel-in-progress': "${{ github.event_name == 'pull_request' }}" },
    jobs: { ...(check.commands.length > 0 ? { test: githubTest(job) } : {}), image: githubImage(job, shared) },
  });
}

function gitlab({ name, context, dockerfile, check, say: tell }: Job, shared: boolean): string {
  const image = `$CI_REGISTRY_IMAGE${shared ? `/${name}` : ''}:$CI_COMMIT_SHA`;
  const suffix = shared ? `:${name}` : '';
  const inside = context === '.' ? [] : [`cd ${context}`];
  const rules = [{ if: '$CI_PIPELINE_SOURCE == "merge_request_event"' }, { if: '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH' }, { if: '$CI_COMMIT_TAG' }];
  const release = rules.slice(1);
  const caches: DataMap = check.cache.length > 0 ? { cache: { key: `${name}-$CI_COMMIT_REF_SLUG`, paths: check.cache.map((path) => `.ci-home/${path}`) } } : {};
  const test: DataMap = { stage: 'test', image: check.image, rules, variables: { HOME: '$CI_PROJECT_DIR/.ci-home', ...check.environment?.('$CI_PROJECT_DIR/.ci-home') }, ...caches, script: [...inside, ...check.commands] };
  const docker: DataMap = { image: 'docker:28', services: ['docker:28-dind'], variables: { DOCKER_TLS_CERTDIR: '/certs' } };
  const login = 'echo "$CI_REGISTRY_PASSWORD" | docker login --username "$CI_REGISTRY_USER" --password-stdin "$CI_REGISTRY"';
  const built = [login, `docker build --tag "${image}" --file ${dockerfile} ${context}`];
  const scan = `docker run --rm -v /var/run/docker.sock:/var/run/docker.sock ${trivy} image ${scanOptions} "${image}"`;
  return head([tell(comments.head, { name }), tell(comments.docker)]) + yamlText({
    stages: ['test', 'image'],
    ...(check.commands.length > 0 ? { [`test${suffix}`]: test } : {}),
    [`image${suffix}`]: noted({ stage: 'image', ...docker, rules: release, script: [...built, scan, `docker push "${image}"`] }, tell(comments.candidate)),
  });
}

/** A word of the shell in single quotes of Groovy. */
function groovy(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

function jenkins({ name, context, dockerfile, check, say: tell }: Job): string {
  const commands = [...(context === '.' ? [] : [`cd ${context}`]), ...check.commands].join(' && ');
  const scan = `docker run --rm -v /var/run/docker.sock:/var/run/docker.sock ${trivy} image ${scanOptions} $IMAGE:$GIT_COMMIT`;
  const test = check.commands.length === 0 ? '' : `    stage('Test') {
      agent {
        docker {
          image ${groovy(check.image)}
          reuseNode true
        }
      }
      environment {
        HOME = "\${env.WORKSPACE}/.ci-home"
      }
      steps {
        sh ${groovy(commands)}
      }
    }
`;
  return `${head([tell(comments.head, { name }), tell(comments.jenkins)], '//')}pipeline {
  agent any
  options {
    timeout(time: 30, unit: 'MINUTES')
    disableConcurrentBuilds(abortPrevious: true)
  }
  environment {
    // ${tell(comments.registry)}
    REGISTRY = 'registry.example.com'
    IMAGE = "\${REGISTRY}/${name}"
  }
  stages {
${test}    stage('Image') {
      steps {
        sh ${groovy(`docker build --tag $IMAGE:$GIT_COMMIT --file ${dockerfile} ${context}`)}
      }
    }
    stage('Scan') {
      steps {
        // ${tell(comments.scan)}
        sh ${groovy(scan)}
      }
    }
    stage('Push') {
      when {
        anyOf {
          branch 'main'
          branch 'master'
          buildingTag()
        }
      }
      steps {
        withCredentials([usernamePassword(credentialsId: 'registry', usernameVariable: 'REGISTRY_USER', passwordVariable: 'REGISTRY_PASSWORD')]) {
          sh ${groovy('echo "$REGISTRY_PASSWORD" | docker login --username "$REGISTRY_USER" --password-stdin "$REGISTRY"')}
          sh ${groovy('docker push $IMAGE:$GIT_COMMIT')}
        }
      }
    }
  }
}
`;
}

/** A file that is not there yet: pipelines that people wrote are left alone. */
function pathFor(kind: PipelineKind, name: string, shared: boolean, has: (path: string) => boolean): string {
  const own = shared ? `image-${name}` : 'image';
  if (kind === 'github') return `.github/workflows/${own}.yml`;
  if (kind === 'gitlab') return has('.gitlab-ci.yml') || shared ? `.gitlab/${own}.yml` : '.gitlab-ci.yml';
  return has('Jenkinsfile') || shared ? `ci/${own}.Jenkinsfile` : 'Jenkinsfile';
}

/** A pipeline that tests, builds, scans and pushes, for the tool that the repository uses. */
export function generatePipeline({ model, application, locale, name: given }: PlanInput, kind: PipelineKind = pipelineKind(model.files)): { readonly files: readonly GeneratedFile[]; readonly notes: readonly string[] } {
  const { layout } = application;
  const tell = (words: Localized, args?: Args): string => say(words, locale, args);
  const shared = sharesContext({ model, application });
  const name = objectName(given ?? application.name);
  const context = layout.context === '' ? '.' : layout.context;
  // GitHub and the shell take the path from the repository.
  const { dockerfile } = layout;
  const job: Job = { name, context, dockerfile, check: checkOf(model, application), say: tell };
  const path = pathFor(kind, name, shared, (each) => model.hasFile(each));
  const text = kind === 'github' ? github(job, shared) : kind === 'gitlab' ? gitlab(job, shared) : jenkins(job);
  return {
    files: [{ path, text }],
    notes: [
      ...(model.hasFile(layout.dockerfile) ? [] : [tell(notes.dockerfile, { file: layout.dockerfile })]),
      ...(kind === 'gitlab' && path !== '.gitlab-ci.yml' ? [tell(notes.include, { path })] : []),
      ...(kind === 'jenkins' && path !== 'Jenkinsfile' ? [tell(notes.jenkins, { path })] : []),
      tell(notes.deploy),
    ],
  };
}
