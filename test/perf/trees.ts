import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Folder outside the repository where unpacked sources are kept between runs. */
export const cacheFolder = join(process.env['MONOLIFT_TEST_CACHE'] ?? join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'monolift-test'), 'bench');

/** Published sources that look like large applications; pinned, so that counts can be compared over time. */
const javaSources = [
  'org.hibernate.orm:hibernate-core:6.6.13.Final', 'org.springframework:spring-webmvc:6.2.6', 'org.springframework:spring-context:6.2.6',
  'org.apache.tomcat.embed:tomcat-embed-core:10.1.40', 'org.apache.activemq:activemq-broker:6.1.6',
];
const nodeSources = ['ghost@5.120.0', 'parse-server@8.2.0'];

/** Runs a step in a temporary folder that takes its final name only when the step succeeded. */
function once(name: string, make: (folder: string) => void): string {
  const folder = join(cacheFolder, name);
  if (existsSync(folder)) return folder;
  const temporary = `${folder}.partial`;
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary, { recursive: true });
  make(temporary);
  renameSync(temporary, folder);
  return folder;
}

/** Java sources from Maven Central, unpacked; needs `mvn` and `unzip`. */
export function javaTree(): string {
  return once('java-1', (folder) => {
    for (const coordinate of javaSources) {
      process.stderr.write(`fetching sources of ${coordinate} …\n`);
      execFileSync('mvn', ['-q', '-B', 'dependency:copy', `-Dartifact=${coordinate}:jar:sources`, `-DoutputDirectory=${folder}`], { stdio: ['ignore', 'ignore', 'inherit'], cwd: folder });
    }
    for (const jar of readdirSync(folder).filter((name) => name.endsWith('.jar'))) {
      const target = join(folder, jar.replace(/-sources\.jar$/, ''), 'src/main/java');
      mkdirSync(target, { recursive: true });
      execFileSync('unzip', ['-q', '-o', join(folder, jar), '-d', target]);
      rmSync(join(folder, jar));
    }
  });
}

/** Server packages from npm, unpacked. */
export function nodeTree(): string {
  return once('node-1', (folder) => {
    for (const name of nodeSources) {
      process.stderr.write(`fetching ${name} …\n`);
      const packed = execFileSync('npm', ['pack', '--silent', name], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim().split('\n').at(-1) ?? '';
      const target = join(folder, name.replace(/@[^@]*$/, ''));
      mkdirSync(target, { recursive: true });
      execFileSync('tar', ['-xzf', join(folder, packed), '-C', target, '--strip-components=1']);
      rmSync(join(folder, packed));
    }
  });
}

/** Number of files with one of the endings below a folder. */
export function countFiles(folder: string, endings: readonly string[]): number {
  return readdirSync(folder, { recursive: true }).map(String).filter((name) => endings.some((ending) => name.endsWith(ending)) && statSync(join(folder, name)).isFile()).length;
}
