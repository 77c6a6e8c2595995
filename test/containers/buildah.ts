/** Builds images without a daemon and without a registry, in a storage of the tests' own. */
import { spawnSync } from 'node:child_process';
import { cached } from './cache.js';
import { run } from './commands.js';

/** What an image says of how it is started. */
export interface ImageConfig {
  readonly User?: string;
  readonly Env?: readonly string[];
  readonly Entrypoint?: readonly string[];
  readonly Cmd?: readonly string[];
  readonly WorkingDir?: string;
  readonly ExposedPorts?: Readonly<Record<string, unknown>>;
  readonly StopSignal?: string;
  readonly Labels?: Readonly<Record<string, string>>;
}

interface Build {
  readonly context: string;
  readonly file: string;
  readonly image: string;
  readonly args?: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
}

/** Cache mounts live in the temporary folder. */
const env = { ...process.env, TMPDIR: cached('tmp') };

function storage(driver: string): readonly string[] {
  return ['--root', cached(`store-${driver}`), '--runroot', cached(`run-${driver}`), '--storage-driver', driver];
}

/** Layers as overlays where the file system can, as copies otherwise. */
const options = storage(spawnSync('buildah', [...storage('overlay'), 'info'], { env }).status === 0 ? 'overlay' : 'vfs');

async function buildah(...args: readonly string[]): Promise<string> {
  return run('buildah', [...options, ...args], { env });
}

function pairs(option: string, values: Readonly<Record<string, string>> = {}): readonly string[] {
  return Object.entries(values).flatMap(([name, value]) => [option, `${name}=${value}`]);
}

/** Builds an image from a Dockerfile; steps that did not change are taken from an earlier build. */
export async function build({ context, file, image, args, labels }: Build): Promise<void> {
  await buildah('build', '--isolation', 'chroot', '--network', 'host', '--pull=never', '--layers', ...pairs('--build-arg', args), ...pairs('--label', labels), '--tag', image, '--file', file, context);
}

/** How an image is started; `undefined` when there is none of that name. */
export async function configOf(image: string): Promise<ImageConfig | undefined> {
  const known = await buildah('inspect', '--type', 'image', image).catch(() => undefined);
  return known === undefined ? undefined : (JSON.parse(known) as { OCIv1: { config?: ImageConfig } }).OCIv1.config ?? {};
}

/** Files of an image with a writable layer above them. */
export interface Mounted {
  readonly root: string;
  remove(): Promise<void>;
}

export async function mount(image: string): Promise<Mounted> {
  const container = await buildah('from', '--pull=never', image);
  return {
    root: await buildah('mount', container),
    async remove() {
      await buildah('rm', container);
    },
  };
}
