import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Programs that write manifests for a cluster, built from their sources by Go and kept between runs. */
const packages = {
  helm: 'helm.sh/helm/v3/cmd/helm@v3.16.4',
  kustomize: 'sigs.k8s.io/kustomize/kustomize/v5@v5.7.1',
} as const;

const folder = join(import.meta.dirname, '../../node_modules/.cache/monolift-go');

/** Path of a program; built when it is not there yet. */
export function tool(name: keyof typeof packages): string {
  const path = join(folder, name);
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    execFileSync('go', ['install', packages[name]], { env: { ...process.env, GOBIN: folder }, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  return path;
}

/** What a program prints; its errors fail the test that asks. */
export function printed(name: keyof typeof packages, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(tool(name), args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`${name} ${args.join(' ')}: ${stderr}`);
  return stdout;
}
