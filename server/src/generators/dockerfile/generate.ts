import { join } from '../../base/paths.js';
import type { Model } from '../../contract/workspace.js';
import type { Localized } from '../../contract/words.js';
import { applicationAt, applications, platformOf } from '../application/find.js';
import { endedOn, productNames, type Product } from '../../syntax/dockerfile/release-lines.js';
import type { Application, PlatformName } from '../application/kinds.js';
import type {} from '../../facts/compose/kinds.js';
import { relative } from './layout.js';
import { shell } from './parts.js';
import { asksGit, dockerignore } from './dockerignore.js';

/** Files to propose and what the user should know of them. */
export interface GeneratedImage {
  /** Folder of the module that the image starts. */
  readonly module: string;
  /** The Dockerfile first, then `.dockerignore`. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** How to build it, and what was not decided. */
  readonly notes: readonly Localized[];
}

/** Modules at or below a folder that an image can be generated for. */
export function dockerfileTargets(model: Model, dir: string): readonly string[] {
  return applications(model, dir).map((each) => each.dir);
}

function buildNote({ layout: { context, dockerfile }, name }: Application): Localized {
  const image = name.toLowerCase().replace(/^@/, '').replace(/[^a-z0-9/._-]+/g, '-').replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '').replace(/[/._-]{2,}/g, '-');
  const command = `docker build -t ${image === '' ? 'app' : image} -f ${shell(dockerfile)} ${shell(context === '' ? '.' : context)}`;
  return { en: `Build it with: ${command}`, ko: `빌드 명령: ${command}` };
}

const products: Readonly<Partial<Record<PlatformName, Product>>> = { java: 'java', node: 'node', python: 'python', go: 'go', php: 'php', dotnet: 'dotnet' };

/** A release that the project asks for is kept, also where nobody mends it any more. */
function supportNote({ platform, runtime: { version } }: Application): readonly Localized[] {
  const product = products[platform];
  const ended = product && endedOn(product, product === 'dotnet' ? version.replace(/^([5-9]|\d\d)\.0$/, '$1') : version);
  if (!product || ended === undefined) return [];
  const name = `${productNames[product]} ${version}`;
  return [{ en: `${name} has had no security updates since ${ended}; the project asks for it, so the image has it. Move to a supported release.`, ko: `${name}은(는) ${ended} 이후 보안 업데이트가 없습니다. 프로젝트가 요구하므로 이미지에 그대로 사용했습니다. 지원되는 버전으로 올리세요.` }];
}

/** Compose files that build the image in another folder, from which the new file could not take what it needs. */
function composeNotes(model: Model, { layout: { context, dockerfile } }: Application): readonly Localized[] {
  const other = model.facts('compose.service').filter(({ value }) => value.context !== undefined && value.context !== context && join(value.context, value.dockerfile ?? 'Dockerfile') === dockerfile);
  const build = `build: { context: ${context === '' ? '.' : context}, dockerfile: ${relative(dockerfile, context)} }`;
  return [...new Set(other.map(({ file, value }) => `${file} (${value.name})`))].map((place) => ({
    en: `${place} builds the image in another folder than it needs now: write ${build} there, as paths from that file.`,
    ko: `${place}에서는 이 이미지를 다른 폴더에서 빌드합니다. 해당 파일을 기준으로 한 경로로 ${build} 와 같이 바꾸세요.`,
  }));
}

/**
 * Dockerfile and `.dockerignore` for the module in a folder, or for the one below it that is started. `undefined` when
 * there is none, or more than one (see {@link dockerfileTargets}).
 */
export function generateDockerfile(model: Model, moduleDir: string): GeneratedImage | undefined {
  const application = applicationAt(model, moduleDir);
  if (!application) return undefined;
  const { layout } = application;
  const platform = platformOf(application.platform);
  const text = platform.dockerfile(model, application);
  const open: Localized[] = text.includes('# TODO:') ? [{ en: 'Lines marked TODO need a decision before the first build.', ko: 'TODO로 표시된 줄은 처음 빌드하기 전에 결정해야 합니다.' }] : [];
  return {
    module: application.dir,
    files: [{ path: layout.dockerfile, text }, { path: join(layout.context, '.dockerignore') ?? '.dockerignore', text: dockerignore(model, layout.context, platform.ignored(model, application), asksGit(model, application.dir)) }],
    notes: [buildNote(application), ...composeNotes(model, application), ...supportNote(application), ...platform.notes(model, application), ...open],
  };
}
