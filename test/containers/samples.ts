/** Sample applications, and what is true of each when its image runs. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from './cache.js';
import { run } from './commands.js';

/**
 * How a program ends after SIGTERM. `0`: it ends by itself, because its code or its server handles the signal. `143`: a JVM
 * runs its shutdown hooks and then ends with 128 + 15 whatever they do; `said` proves that it shut down in order.
 */
export type Ends = { readonly code: 0 } | { readonly code: 143; readonly said: RegExp };

export interface Sample {
  /** Where the generated Dockerfile stands, and what is built. */
  readonly dockerfile?: string;
  readonly port: number;
  readonly health: string;
  /** Body of the answer. */
  readonly says: RegExp;
  /** What it answers to other requests: pages, files, what a library of its own computes. */
  readonly pages: Readonly<Record<string, RegExp>>;
  readonly ends: Ends;
  /** Paths that would be sources in the image. */
  readonly sources: RegExp;
  /** A file that an earlier build left in the working tree. */
  readonly leftOver: string;
  /** Makes what the sample cannot keep in the repository; runs in the copy before anything is generated. */
  readonly prepare?: (folder: string) => Promise<unknown>;
  /** Builds that may not run at the same time, because they share a cache of downloads. */
  readonly lane: 'jvm' | 'other';
}

const springEnds: Ends = { code: 143, said: /Graceful shutdown complete|Shutting down|Destroying|Closing/ };
const tomcatEnds: Ends = { code: 143, said: /Stopping service \[Catalina\][\s\S]*Destroying ProtocolHandler/ };
/** Programs of Python run from their sources. */
const python = /(?:^|\/)(?:tests?|\.venv)\//;
const java = /\.(?:java|kt|groovy)$|(?:^|\/)(?:pom\.xml|build\.gradle(?:\.kts)?|mvnw|gradlew)$/;
const typeScript = /(?<!\.d)\.(?:[cm]?ts|tsx)$|(?:^|\/)(?:tsconfig[\w.]*\.json)$/;

/** Writes the lock file of uv, in which the addresses of a registry stand. */
async function uvLock(folder: string): Promise<void> {
  const tools = cached('uv', '0.8.24');
  if (!existsSync(join(tools, 'bin', 'uv'))) {
    await run('python3', ['-m', 'venv', tools]);
    await run(join(tools, 'bin', 'python'), ['-m', 'pip', 'install', '--quiet', 'uv==0.8.24']);
  }
  await run(join(tools, 'bin', 'uv'), ['lock', '--native-tls', '--quiet'], { cwd: folder });
}

export const samples: Readonly<Record<string, Sample>> = {
  'spring-boot-maven': { port: 8080, health: '/actuator/health', says: /"status":"UP"/, pages: { '/orders': /coffee/ }, ends: springEnds, sources: java, leftOver: 'target/classes/left-over.txt', lane: 'jvm' },
  'spring-boot-gradle': { port: 8081, health: '/actuator/health', says: /"status":"UP"/, pages: { '/fees?days=3': /^75$/ }, ends: { code: 143, said: /Shutting down ExecutorService|Closing/ }, sources: java, leftOver: 'web/build/left-over.txt', lane: 'jvm' },
  'war-jsp': { port: 8080, health: '/healthz', says: /ok/, pages: { '/': /<li>12 Euro<\/li>/ }, ends: tomcatEnds, sources: java, leftOver: 'target/classes/left-over.txt', lane: 'jvm' },
  'war-jakarta': { port: 8080, health: '/healthz', says: /ok/, pages: { '/': /<li>12 Euro<\/li>/ }, ends: tomcatEnds, sources: java, leftOver: 'target/classes/left-over.txt', lane: 'jvm' },
  'express-typescript': { port: 3000, health: '/healthz', says: /ok/, pages: { '/products': /tea/ }, ends: { code: 0 }, sources: typeScript, leftOver: 'dist/left-over.js', lane: 'other' },
  'pnpm-workspace': { port: 3000, health: '/healthz', says: /"ok"/, pages: { '/price?pieces=10': /2250/ }, ends: { code: 0 }, sources: typeScript, leftOver: 'apps/api/dist/left-over.js', lane: 'other' },
  'nest-yarn': { port: 3000, health: '/healthz', says: /"ok"/, pages: { '/reservations': /noon/ }, ends: { code: 0 }, sources: typeScript, leftOver: 'dist/left-over.js', lane: 'other' },
  'next-standalone': { port: 3000, health: '/healthz', says: /"ok"/, pages: { '/': /Tea and coffee/, '/robots.txt': /Disallow/ }, ends: { code: 0 }, sources: typeScript, leftOver: '.next/left-over.js', lane: 'other' },
  'fastapi-pip': { port: 8000, health: '/healthz', says: /"ok"/, pages: { '/rooms': /attic/ }, ends: { code: 0 }, sources: python, leftOver: '__pycache__/left-over.pyc', lane: 'other' },
  'flask-pip': { port: 8000, health: '/healthz', says: /"ok"/, pages: { '/loans': /3/ }, ends: { code: 0 }, sources: python, leftOver: '__pycache__/left-over.pyc', lane: 'other' },
  'django-uv': { port: 8000, health: '/healthz', says: /"ok"/, pages: { '/orders': /bread/, '/static/orders/site.css': /serif/ }, ends: { code: 0 }, sources: python, leftOver: '__pycache__/left-over.pyc', lane: 'other', prepare: uvLock },
  'go-chi': { port: 8080, health: '/healthz', says: /ok/, pages: { '/berths/4': /berth 4/ }, ends: { code: 0 }, sources: /\.go$|(?:^|\/)go\.(?:mod|sum)$/, leftOver: 'docs/left-over.md', lane: 'other' },
  'go-cmd': { port: 8080, health: '/healthz', says: /ok/, pages: { '/': /Tides of the harbour/, '/next?hour=9': /at 14/ }, ends: { code: 0 }, sources: /\.go$|(?:^|\/)go\.(?:mod|sum)$/, leftOver: 'bin/left-over', lane: 'other' },
  'php-apache': { port: 8080, health: '/healthz.php', says: /ok/, pages: { '/': /opcache on/ }, ends: { code: 0 }, sources: /(?:^|\/)tests\//, leftOver: 'logs/left-over.log', lane: 'other' },
  'aspnet-core': { port: 8080, health: '/healthz', says: /ok/, pages: { '/stock': /tea/ }, ends: { code: 0 }, sources: /\.cs$|\.csproj$|\.sln$/, leftOver: 'bin/Release/left-over.txt', lane: 'other' },
  'static-vite': { port: 8080, health: '/', says: /<title>Timetable<\/title>/, pages: { '/robots.txt': /Disallow/ }, ends: { code: 0 }, sources: /\.ts$|(?:^|\/)(?:package|tsconfig)\.json$/, leftOver: 'dist/left-over.js', lane: 'other' },
};
