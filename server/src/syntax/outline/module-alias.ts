import { parse } from 'jsonc-parser';
import { dirname, join } from '../../base/paths.js';

/** Where names of modules lead that are no paths: a pattern with at most one star, as compilers and package managers read it. */
export interface ModuleAlias {
  /** Folder whose files the names count in; '' for all. */
  readonly scope: string;
  /** `@shop/*`, or `@shop/orders` without a star. */
  readonly pattern: string;
  /** Paths from the root of the workspace, without endings, in the order in which they are tried; a star stands for what it stood for in the pattern. */
  readonly targets: readonly string[];
}

type Document = Readonly<Record<string, unknown>>;

function isDocument(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return isDocument(value) ? Object.values(value).flatMap(textsIn) : [];
}

function placed(folder: string, targets: readonly string[]): readonly string[] {
  return [...new Set(targets.flatMap((target) => join(folder, target.replace(/(?:\.d)?\.[cm]?[jt]sx?$/, '')) ?? []))];
}

/** `paths` and `baseUrl` of a configuration of the TypeScript compiler. */
function compilerAliases(folder: string, { compilerOptions: options }: Document): readonly ModuleAlias[] {
  if (!isDocument(options)) return [];
  const base = typeof options['baseUrl'] === 'string' ? join(folder, options['baseUrl']) : undefined;
  const found = Object.entries(isDocument(options['paths']) ? options['paths'] : {}).map(([pattern, targets]): ModuleAlias => ({ scope: folder, pattern, targets: placed(base ?? folder, textsIn(targets)) }));
  return base === undefined ? found : [...found, { scope: folder, pattern: '*', targets: placed(base, ['*']) }];
}

/** Where a package of a workspace has its sources: as it says, and where they usually are, because what it says is often what a build makes of them. */
function packageAliases(folder: string, document: Document): readonly ModuleAlias[] {
  const { name, main, types, exports: exported } = document;
  if (typeof name !== 'string' || name === '') return [];
  const sourced = (texts: readonly string[]): readonly string[] => texts.flatMap((text) => [text, text.replace(/^(?:\.\/)?(?:dist|build|lib|out)\//, 'src/')]);
  const named = isDocument(exported) ? Object.entries(exported).filter(([key]) => key.startsWith('.')) : [];
  const own = named.filter(([key]) => key !== '.').map(([key, value]): ModuleAlias => ({ scope: '', pattern: join(name, key) ?? name, targets: placed(folder, sourced(textsIn(value))) }));
  const first = named.length > 0 ? textsIn(named.find(([key]) => key === '.')?.[1]) : textsIn(exported);
  return [
    { scope: '', pattern: name, targets: placed(folder, [...sourced([...first, ...textsIn(types), ...textsIn(main)]), 'index', 'src/index', 'src/main', 'lib/index']) },
    ...own, { scope: '', pattern: `${name}/*`, targets: placed(folder, ['*', 'src/*', 'lib/*']) },
  ];
}

/** What a `tsconfig.json`, a `jsconfig.json` or a `package.json` says of where names of modules lead. */
export function outlineAliases(file: string, text: string): readonly ModuleAlias[] {
  const document: unknown = parse(text, [], { allowTrailingComma: true });
  if (!isDocument(document)) return [];
  return file.endsWith('package.json') ? packageAliases(dirname(file), document) : compilerAliases(dirname(file), document);
}
