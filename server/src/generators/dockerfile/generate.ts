import { isInside, join } from '../../base/paths.js';
import type { Model } from '../../contract/workspace.js';
import type { Localized } from '../../contract/words.js';
import { deployables, type Deployable } from '../../facts/deployable.js';
import { dockerignore } from './dockerignore.js';
import { jarDockerfile } from './jar.js';
import { layoutOf, type Layout } from './layout.js';
import { nodeDockerfile } from './node.js';
import { resourceNames, vendorDescriptors, warDockerfile } from './war.js';

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
  return candidates(model, dir).map((each) => each.dir);
}

function candidates(model: Model, dir: string): readonly Deployable[] {
  return deployables(model).filter((each) => each.kind !== 'ear' && isInside(each.dir, dir));
}

function textOf(model: Model, deployable: Deployable, layout: Layout): string {
  if (deployable.kind === 'war') return warDockerfile(model, deployable, layout);
  return deployable.kind === 'node' ? nodeDockerfile(model, deployable, layout) : jarDockerfile(model, deployable, layout);
}

function buildNote({ context, dockerfile }: Layout, name: string): Localized {
  const image = name.toLowerCase().replace(/^@/, '').replace(/[^a-z0-9/._-]+/g, '-');
  const place = context === '' ? '.' : context;
  const command = `docker build -t ${image} -f ${dockerfile} ${place}`;
  return { en: `Build it with: ${command}`, ko: `빌드 명령: ${command}` };
}

/** Registry tokens in `.npmrc` would become part of the image. */
function registryNotes(model: Model, { module }: Deployable, { context }: Layout): readonly Localized[] {
  if (module.tool !== 'npm' || !model.hasFile(join(context, '.npmrc') ?? '.npmrc')) return [];
  return [{
    en: '.npmrc is copied into the image: keep tokens out of it and pass them as a build secret.',
    ko: '.npmrc 파일이 이미지에 복사됩니다. 토큰은 이 파일에 두지 말고 빌드 시크릿으로 전달하세요.',
  }];
}

function serverNotes(model: Model, { dir, kind }: Deployable): readonly Localized[] {
  if (kind !== 'war') return [];
  const descriptors = [...new Set(vendorDescriptors(model, dir))].join(', ');
  const resources = resourceNames(model, dir).join(', ');
  return [
    ...(descriptors === '' ? [] : [{
      en: `Tomcat does not read ${descriptors}: context path, security roles and resource mappings stated there have to be given in web.xml, context.xml or the environment.`,
      ko: `Tomcat은 ${descriptors} 파일을 읽지 않습니다. 그 안에 있는 컨텍스트 경로, 보안 역할, 리소스 매핑은 web.xml, context.xml 또는 환경 변수로 옮겨야 합니다.`,
    }]),
    ...(resources === '' ? [] : [{
      en: `web.xml expects the JNDI resources ${resources}: define them in META-INF/context.xml with placeholders from the environment.`,
      ko: `web.xml이 JNDI 리소스 ${resources}을(를) 요구합니다. META-INF/context.xml에 환경 변수 플레이스홀더를 사용해 정의하세요.`,
    }]),
  ];
}

/**
 * Dockerfile and `.dockerignore` for the module in a folder, or for the one below it that is started. `undefined` when
 * there is none, more than one (see {@link dockerfileTargets}), or one that no template fits (EAR).
 */
export function generateDockerfile(model: Model, moduleDir: string): GeneratedImage | undefined {
  const found = candidates(model, moduleDir);
  const deployable = found.find((each) => each.dir === moduleDir) ?? (found.length === 1 ? found[0] : undefined);
  if (!deployable) return undefined;
  const layout = layoutOf(model, deployable);
  const text = textOf(model, deployable, layout);
  const open: Localized[] = text.includes('# TODO:') ? [{ en: 'Lines marked TODO need a decision before the first build.', ko: 'TODO로 표시된 줄은 처음 빌드하기 전에 결정해야 합니다.' }] : [];
  return {
    module: deployable.dir,
    files: [{ path: layout.dockerfile, text }, { path: join(layout.context, '.dockerignore') ?? '.dockerignore', text: dockerignore(model, layout.context, deployable.module) }],
    notes: [buildNote(layout, deployable.module.name), ...serverNotes(model, deployable), ...registryNotes(model, deployable, layout), ...open],
  };
}
