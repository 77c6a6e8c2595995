import type { BuildModule } from '../build/kinds.js';

/** Version of Spring Framework as the build states it, or as the eGovFrame runtime brings it. */
export function springVersion({ versions, properties }: BuildModule): string | undefined {
  const stated = ['spring-webmvc', 'spring-web', 'spring-context', 'spring-core', 'spring-framework-bom'].map((name) => versions[`org.springframework:${name}`]).find((version) => version && /^\d/.test(version));
  if (stated) return stated;
  const runtime = Object.entries(versions).find(([name, version]) => /^(?:org\.)?egovframe(?:work)?\.rte:/.test(name) && /^\d/.test(version))?.[1] ?? properties['egovframework.rte.version'] ?? properties['org.egovframe.rte.version'];
  if (!runtime) return undefined;
  return /^5\./.test(runtime) ? '6.2.0' : /^4\./.test(runtime) ? '5.3.0' : /^3\.(?:8|9|10)\b/.test(runtime) ? '4.3.0' : undefined;
}
