import { join } from '../../base/paths.js';
import type { Localized } from '../../contract/words.js';
import { say } from '../../contract/words.js';
import { effectiveModule } from '../../facts/build/effective.js';
import { checkOf } from '../pipeline/check.js';
import type { Application } from '../application/kinds.js';
import type { GeneratedFile } from '../kubernetes/plain.js';
import { objectName, type PlanInput } from '../kubernetes/plan.js';

type Feature = Readonly<Record<string, string | boolean>>;
const registry = 'ghcr.io/devcontainers/features';

const words = {
  head: { en: 'The tools that {name} is built with, in the versions that its build names. Written by Monolift.', ko: '{name}을(를) 빌드하는 도구와 버전을 담은 개발 컨테이너입니다. Monolift가 생성했습니다.' },
  open: { en: 'Open it with the command "Dev Containers: Reopen in Container".', ko: '"Dev Containers: Reopen in Container" 명령으로 여세요.' },
} as const satisfies Record<string, Localized>;

/** What brings the platform's tools, by its version. */
function platformFeature({ model, application }: Pick<PlanInput, 'model' | 'application'>): readonly (readonly [string, Feature])[] {
  const { platform, runtime: { version }, dir } = application;
  const tool = effectiveModule(model, dir)?.tool;
  const features: Readonly<Record<Application['platform'], readonly (readonly [string, Feature])[]>> = {
    java: [['java:1', { version, installMaven: tool === 'maven', installGradle: tool === 'gradle' }]],
    node: [['node:1', { version }]],
    python: [['python:1', { version }]],
    dotnet: [['dotnet:2', { version }]],
    go: [['go:1', { version }]],
    php: [['php:1', { version, installComposer: true }]],
    static: [['node:1', { version: 'lts' }]],
  };
  return features[platform];
}

const extensions: Readonly<Record<Application['platform'], readonly string[]>> = {
  java: ['vscjava.vscode-java-pack'], node: ['dbaeumer.vscode-eslint'], python: ['ms-python.python'], dotnet: ['ms-dotnettools.csharp'], go: ['golang.go'], php: ['bmewburn.vscode-intelephense-client'], static: [],
};

/** The command that fetches what the build needs, without building. */
function fetchCommand({ model, application }: Pick<PlanInput, 'model' | 'application'>): string | undefined {
  const { commands } = checkOf(model, application);
  const first: Readonly<Record<Application['platform'], string | undefined>> = {
    java: commands[0]?.replace(/\bverify$/, 'dependency:go-offline').replace(/--no-daemon build$/, '--no-daemon dependencies'),
    node: commands.filter((command) => /\binstall\b|\bnpm ci\b|^corepack/.test(command)).join(' && '),
    python: commands.filter((command) => /\binstall\b|\bsync\b/.test(command)).join(' && '),
    dotnet: 'dotnet restore', go: 'go mod download', php: commands[0], static: undefined,
  };
  return first[application.platform];
}

/** A container for development: the platform in its version, Docker, kubectl and Helm, the port forwarded. */
export function generateDevcontainer(input: PlanInput): { readonly files: readonly GeneratedFile[]; readonly notes: readonly string[] } {
  const { application, locale } = input;
  const { layout: { context }, port, serves } = application;
  const name = objectName(input.name ?? application.name);
  const features = [...platformFeature(input), ['docker-in-docker:2', {}] as const, ['kubectl-helm-minikube:1', { minikube: 'none' }] as const];
  const command = fetchCommand(input);
  const data = {
    name,
    image: 'mcr.microsoft.com/devcontainers/base:bookworm',
    features: Object.fromEntries(features.map(([feature, options]) => [`${registry}/${feature}`, options])),
    ...(serves === false ? {} : { forwardPorts: [port.port] }),
    ...(command === undefined || command === '' ? {} : { postCreateCommand: command }),
    customizations: { vscode: { extensions: [...extensions[application.platform], 'ms-azuretools.vscode-containers', 'ms-kubernetes-tools.vscode-kubernetes-tools'] } },
    remoteUser: 'vscode',
  };
  const path = join(context, '.devcontainer/devcontainer.json') ?? '.devcontainer/devcontainer.json';
  return { files: [{ path, text: `// ${say(words.head, locale, { name })}\n${JSON.stringify(data, undefined, 2)}\n` }], notes: [say(words.open, locale)] };
}
