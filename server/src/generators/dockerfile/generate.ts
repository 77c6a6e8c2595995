import { join } from '../../base/paths.js';
import type { Model } from '../../contract/workspace.js';
import type { Localized } from '../../contract/words.js';
import { applicationAt, applications, platformOf } from '../application/find.js';
import type { Application } from '../application/kinds.js';
import { dockerignore } from './dockerignore.js';

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
  const image = name.toLowerCase().replace(/^@/, '').replace(/[^a-z0-9/._-]+/g, '-');
  const place = context === '' ? '.' : context;
  const command = `docker build -t ${image} -f ${dockerfile} ${place}`;
  return { en: `Build it with: ${command}`, ko: `빌드 명령: ${command}` };
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
    files: [{ path: layout.dockerfile, text }, { path: join(layout.context, '.dockerignore') ?? '.dockerignore', text: dockerignore(model, layout.context, platform.ignored(model, application)) }],
    notes: [buildNote(application), ...platform.notes(model, application), ...open],
  };
}
