/** Sample applications, and what is true of each when its image runs. */

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
  readonly ends: Ends;
  /** Paths that would be sources in the image. */
  readonly sources: RegExp;
  /** A file that an earlier build left in the working tree. */
  readonly leftOver: string;
  /** Builds that may not run at the same time, because they share a cache of downloads. */
  readonly lane: 'jvm' | 'other';
}

const springEnds: Ends = { code: 143, said: /Graceful shutdown complete|Shutting down|Destroying|Closing/ };
const java = /\.(?:java|kt|groovy)$|(?:^|\/)(?:pom\.xml|build\.gradle(?:\.kts)?|mvnw|gradlew)$/;
const typeScript = /(?<!\.d)\.(?:[cm]?ts|tsx)$|(?:^|\/)(?:tsconfig[\w.]*\.json)$/;

export const samples: Readonly<Record<string, Sample>> = {
  'spring-boot-maven': { port: 8080, health: '/actuator/health', says: /"status":"UP"/, ends: springEnds, sources: java, leftOver: 'target/classes/left-over.txt', lane: 'jvm' },
  'express-typescript': { port: 3000, health: '/healthz', says: /ok/, ends: { code: 0 }, sources: typeScript, leftOver: 'dist/left-over.js', lane: 'other' },
  'pnpm-workspace': { port: 3000, health: '/healthz', says: /"ok"/, ends: { code: 0 }, sources: typeScript, leftOver: 'apps/api/dist/left-over.js', lane: 'other' },
  'nest-yarn': { port: 3000, health: '/healthz', says: /"ok"/, ends: { code: 0 }, sources: typeScript, leftOver: 'dist/left-over.js', lane: 'other' },
  'next-standalone': { port: 3000, health: '/healthz', says: /"ok"/, ends: { code: 0 }, sources: typeScript, leftOver: '.next/left-over.js', lane: 'other' },
};
