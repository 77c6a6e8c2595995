import { maskSecrets, namesSecret } from '../../base/secrets.js';

/** Drops what could be a secret. */
export function withoutSecrets(properties: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !namesSecret(name)).map(([name, value]) => [name, maskSecrets(value)]));
}

/** Fills `${name}` from properties, through a few steps; what is unknown stays as written. */
export function resolve(text: string, properties: Readonly<Record<string, string>>, depth = 5): string {
  if (depth === 0 || !text.includes('$')) return text;
  const next = text.replace(/\$\{([\w.-]+)\}|\$(\w+)/g, (whole, braced: string | undefined, plain: string | undefined) => properties[braced ?? plain ?? ''] ?? whole);
  return next === text ? text : resolve(next, properties, depth - 1);
}

/** Java release of `1.8`, `17`, `JavaVersion.VERSION_1_8`, `JavaLanguageVersion.of(21)`; `undefined` for anything else. */
export function javaRelease(text: string | undefined): number | undefined {
  const match = /(?:^|VERSION_|of\(\s*["']?)(?:1[._])?(\d{1,2})\s*["']?\)?(?:\.\d+)*$/.exec((text ?? '').trim());
  const release = Number(match?.[1]);
  return Number.isInteger(release) && release >= 5 && release <= 30 ? release : undefined;
}

/** Leaves out the keys whose value is `undefined`, so that facts stay plain JSON. */
export function defined<T extends object>(value: { readonly [K in keyof T]: T[K] | undefined }): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Partial<T>;
}
