/** What must not be in an image that runs. */
import { readdirSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { run } from './commands.js';

/** Programs that compile, and tools that build: whoever gets into the container would find them ready. */
const compilers = /^(?:javac|jshell|gcc|g\+\+|cc|c\+\+|clang|make|tsc|swc|esbuild|go|gofmt|rustc|cargo|csc|msbuild|mvn|gradle|composer|poetry|uv|pnpm)(?:-[\d.]+)?$/;

/** Where package managers and apt keep what they downloaded. */
const caches = /^(?:root|home\/[^/]+)\/(?:\.npm|\.cache|\.m2|\.gradle|\.yarn|\.pnpm-store|\.nuget|\.composer|\.local\/share\/pnpm|go)(?:\/|$)|^var\/cache\/apt\/.+\.(?:deb|bin)$|^var\/lib\/apt\/lists\/.+_Packages|^go\/pkg\/|\/\.(?:npm|pnpm-store|turbo)\/|\/\.next\/cache\//;

/** What belongs to the repository and the pipeline. */
const repository = /(?:^|\/)(?:\.git|\.github|\.gitlab-ci\.yml|\.idea|\.vscode|Dockerfile|\.dockerignore|compose\.yaml|Jenkinsfile)(?:\/|$)/;

const secrets = /(?:^|\/)\.env(?:\.[\w.]+)?$|(?:^|\/)\.npmrc$|(?:^|\/)id_(?:rsa|ed25519)$/;

/** Parts of libraries and of the system, which may look like sources. */
const libraries = /(?:^|\/)(?:node_modules|site-packages|dist-packages)\/|^usr\/(?:lib|share|include|local\/(?:lib|include|tomcat|go))\//;

function isProgram(entry: Dirent, path: string): boolean {
  if (entry.isSymbolicLink()) return true;
  return entry.isFile() && (statSync(path).mode & 0o111) !== 0;
}

/** Each file and link below a folder, and each folder that matters by its name, relative to it. */
function* entriesBelow(root: string, folder = ''): Generator<readonly [path: string, entry: Dirent]> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (/^(?:proc|sys|dev)$/.test(path)) continue;
    yield [path, entry];
    if (entry.isDirectory()) yield* entriesBelow(root, path);
  }
}

/** Complaints about the files of an image. `sources` matches what the program was made of; `planted` is a word from a secret file of the working tree. */
export async function complaintsAbout(root: string, sources: RegExp, planted: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [path, entry] of entriesBelow(root)) {
    if (!path.startsWith('usr/local/lib/node_modules/') && compilers.test(entry.name) && isProgram(entry, join(root, path))) found.push(`compiler or build tool: ${path}`);
    if (caches.test(path) && !entry.isDirectory()) found.push(`cache of a package manager: ${path}`);
    const own = !libraries.test(path);
    if (own && repository.test(path)) found.push(`part of the repository: ${path}`);
    if (own && secrets.test(path)) found.push(`secret: ${path}`);
    if (own && entry.isFile() && sources.test(path)) found.push(`source: ${path}`);
  }
  const echoes = await run('grep', ['--recursive', '--files-with-matches', '--binary-files=text', '--fixed-strings', '--devices=skip', planted, root]).catch(() => '');
  return [...found, ...echoes.split('\n').filter(Boolean).map((path) => `what a secret file says: ${path.slice(root.length)}`)];
}
