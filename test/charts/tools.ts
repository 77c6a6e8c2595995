import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Programs that read what is generated, built from their sources by Go and kept between runs. */
const packages = {
  helm: 'helm.sh/helm/v3/cmd/helm@v3.16.4',
  kustomize: 'sigs.k8s.io/kustomize/kustomize/v5@v5.7.1',
  // What Docker Compose reads its files with; the program is called after its folder.
  cmd: 'github.com/compose-spec/compose-go/v2/cmd@v2.16.2',
} as const;

const folder = join(import.meta.dirname, '../../node_modules/.cache/monolift-go');

export type ToolName = keyof typeof packages;

/** Path of a program; built when it is not there yet. */
export function tool(name: ToolName): string {
  const path = join(folder, name);
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    execFileSync('go', ['install', packages[name]], { env: { ...process.env, GOBIN: folder }, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  return path;
}

/** What a program prints in a folder; its errors fail the test that asks. */
export function printedIn(cwd: string, name: ToolName, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(tool(name), args, { encoding: 'utf8', maxBuffer: 1 << 26, cwd });
  if (status !== 0) throw new Error(`${name} ${args.join(' ')}: ${stderr}${stdout}`);
  return stdout;
}

export function printed(name: ToolName, ...args: readonly string[]): string {
  return printedIn(process.cwd(), name, ...args);
}
