import type { Model } from '../../contract/workspace.js';
import type {} from '../../facts/java/datasource.js';
import type { JoinedCode } from '../../facts/join.js';
import { isInJoin } from '../../facts/join.js';
import { plainKey } from '../../facts/settings.js';
import { sourcesIn } from './reads.js';

/** Keys that beans and classes ask for by placeholder: without Spring Boot the environment goes over these only. */
export function askedKeys(model: Model, code: JoinedCode, text: (path: string) => string | undefined): ReadonlySet<string> {
  const files = sourcesIn(model, code).filter((file) => /\.(?:xml|java|kt|groovy)$/.test(file));
  return new Set(files.flatMap((file) => [...(text(file) ?? '').matchAll(/\$\{([A-Za-z][\w.-]*)/g)].map(([, name = '']) => plainKey(name))));
}

/** The file whose configurer takes its own properties before the environment: variables then reach nothing that stands in them. */
export function filesFirst(model: Model, code: JoinedCode, text: (path: string) => string | undefined): string | undefined {
  const all = model.facts('spring.placeholders').filter((fact) => isInJoin(code, fact));
  const old = all.filter(({ file, value }) => /(?:^|\.)PropertyPlaceholderConfigurer$/.test(value.via) && !/SYSTEM_PROPERTIES_MODE_OVERRIDE|systemPropertiesMode"\s+value="2"/.test(text(file) ?? ''));
  return all.length > 0 && old.length === all.length ? old[0]?.file : undefined;
}
