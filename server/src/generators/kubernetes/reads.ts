import { basename, isInside } from '../../base/paths.js';
import type { Model } from '../../contract/workspace.js';
import type { JoinedCode } from '../../facts/join.js';

/** A place where code asks its environment for a setting. */
export interface EnvironmentRead {
  /** As the code says it: an environment variable, or a dotted key of Spring. */
  readonly name: string;
  /** Literal that the code goes on with when nothing is set. */
  readonly fallback?: string;
  /** `none`: the code ends when nothing is set; `given`: it goes on with a value of its own; absent where the code does not say. */
  readonly otherwise?: 'none' | 'given';
  readonly file: string;
}

/** A literal by itself: what is put together (`60 * 60`, `'a' + b`, `",".join(…)`) is no value that could be copied. */
const literal = String.raw`(?:"([^"\n]*)"|'([^'\n]*)'|(\d+)\b)(?!\w|\s*(?:[*+.%\[-]|\/(?!\/)|["']))`;
/** An operator, also behind the call that reads the name, when something else stands in for it: `|| 'x'`, `?? 3000`. */
const operator = String.raw`\s*\)?\s*(\|\||\?\?|\?:)(?:\s*${literal})?`;
/** The same as a further argument of the call: `, "x")`. */
const argument = String.raw`\s*(,)(?:\s*${literal})?`;
const quoted = String.raw`["']([A-Za-z_][\w.-]*)["']`;

interface Read {
  readonly pattern: RegExp;
  /** Whether the program ends where nothing is set. */
  readonly strict?: true;
}

function read(source: string, strict?: true): Read {
  return { pattern: new RegExp(source, 'g'), ...(strict ? { strict } : {}) };
}

/** The ways of each language to read a variable; the groups are the name, the sign of a default, and the default where it is a literal. */
const ways: readonly { readonly files: RegExp; readonly reads: readonly Read[]; readonly destructured?: RegExp }[] = [
  {
    files: /\.[cm]?[jt]sx?$/,
    reads: [
      read(String.raw`\bprocess\.env\.([A-Za-z_]\w*)(?:${operator})?`), read(String.raw`\bprocess\.env\[${quoted}\](?:${operator})?`),
      read(String.raw`\b(?:config(?:Service|uration)?)\.get(?:<[^>\n]*>)?\(["']([A-Z][A-Z0-9_]+)["'](?:${argument}|${operator})?`), read(String.raw`\b(?:config(?:Service|uration)?)\.getOrThrow(?:<[^>\n]*>)?\(["']([A-Z][A-Z0-9_]+)["']`, true),
    ],
    destructured: /\b(?:const|let|var)\s*\{([^}]*)\}\s*=\s*process\.env\b/g,
  },
  {
    files: /\.py$/,
    reads: [
      read(String.raw`\bos\.(?:getenv|environ\.get)\(\s*${quoted}(?:${argument})?`), read(String.raw`\bos\.environ\[${quoted}\]`, true),
      read(String.raw`\benv(?:\.(?:str|int|bool|url|db|list))?\(\s*["']([A-Z][A-Z0-9_]+)["'](?:\s*(,)(?:\s*default\s*=)?(?:\s*${literal})?)?`),
    ],
  },
  { files: /\.(?:java|kt|kts|groovy|scala)$/, reads: [read(String.raw`\bSystem\.getenv\(\s*${quoted}`), read(String.raw`@Value\(\s*"\$\{([A-Za-z][\w.-]*)(?:(:)([^"{}]*))?\}"`)] },
  { files: /\.cs$/, reads: [read(String.raw`\bEnvironment\.GetEnvironmentVariable\(\s*${quoted}(?:${operator})?`)] },
  { files: /\.go$/, reads: [read(String.raw`\bos\.(?:Getenv|LookupEnv)\(\s*${quoted}`)] },
  { files: /\.php$/, reads: [read(String.raw`\benv\(\s*${quoted}(?:${argument})?`), read(String.raw`\bgetenv\(\s*${quoted}(?:${operator})?`), read(String.raw`\$_(?:ENV|SERVER)\[["']([A-Z][A-Z0-9_]+)["']\](?:${operator})?`)] },
];

/** Files of tests, tools, builds and examples: what they read is nothing that a pod needs. */
const aside = /(?:^|\/)(?:tests?|__tests__|spec|e2e|cypress|fixtures?|scripts?|tools?|node_modules|dist|build|target|docs?|examples?|src\/(?:test|it)|\.\w+)\/|(?:[._-](?:test|spec|stories)|\.d)\.[cm]?[jt]sx?$|(?:^|\/)(?:test_\w+|conftest|\w+_test)\.(?:py|go)$|(?:^|\/)[\w.-]+\.config\.[cm]?[jt]s$|Tests?\.(?:java|kt|cs)$/;
const comment = /^\s*(?:\/\/|#|\*|\/\*)/;

/** Variables that the image, the platform or the language sets; they are no settings of the application. */
const given = /^(?:PATH|HOME|USER|PWD|SHELL|HOSTNAME|TZ|LANG|LC_\w+|CI|TMPDIR|TEMP|TMP|NODE_ENV|NODE_OPTIONS|NEXT_RUNTIME|npm_\w+|JAVA_HOME|JAVA_TOOL_OPTIONS|CATALINA_\w+|KUBERNETES_\w+|PYTHON\w*|VIRTUAL_ENV|DOTNET_RUNNING_\w+|GOPATH|GOROOT|GITHUB_\w+|ASPNETCORE_ENVIRONMENT|DOTNET_ENVIRONMENT|APPDATA|appdata|LOCALAPPDATA|PROGRAMDATA|USERPROFILE|HOMEDRIVE|HOMEPATH|SystemRoot|WINDIR|windir|COMPUTERNAME|XDG_\w+|TERM|DISPLAY|COLUMNS|NO_COLOR|SUDO_\w+|SSH_(?:ORIGINAL_COMMAND|AUTH_SOCK|CONNECTION|CLIENT|TTY)|LISTEN_(?:PID|FDS|FDNAMES)|NOTIFY_SOCKET|WATCHDOG_(?:USEC|PID)|INVOCATION_ID|JOURNAL_STREAM|VERCEL\w*|VITEST\w*|JEST_\w+|REMOTE_ADDR|REQUEST_\w+|HTTP_\w+|HTTPS|SERVER_(?:NAME|ADDR|PORT|PROTOCOL|SOFTWARE)|SCRIPT_\w+|DOCUMENT_ROOT|QUERY_STRING|PHP_SELF)$/;

function* matches(text: string, pattern: RegExp): Generator<RegExpMatchArray> {
  for (const match of text.matchAll(pattern)) {
    const lineStart = text.lastIndexOf('\n', match.index) + 1;
    if (!comment.test(text.slice(lineStart, match.index + 1))) yield match;
  }
}

/** `{ PORT, HOST: host = 'x' }` as names. */
function destructuredNames(list: string): readonly string[] {
  return list.split(',').flatMap((part) => /^\s*([A-Za-z_]\w*)/.exec(part)?.[1] ?? []);
}

function readsIn(file: string, text: string): readonly EnvironmentRead[] {
  const way = ways.find(({ files }) => files.test(file));
  if (!way) return [];
  const direct = way.reads.flatMap(({ pattern, strict }) => [...matches(text, pattern)].map(([, name = '', ...rest]): EnvironmentRead => {
    const [sign, fallback] = rest.filter((each) => each !== undefined);
    const asked = strict && !new RegExp(String.raw`["']${name}["']\s+(?:not\s+)?in\s+os\.environ`).test(text);
    return { name, file, ...(fallback === undefined ? {} : { fallback }), ...(sign !== undefined ? { otherwise: 'given' as const } : asked ? { otherwise: 'none' as const } : {}) };
  }));
  const taken = way.destructured ? [...matches(text, way.destructured)].flatMap(([, list = '']) => destructuredNames(list).map((name): EnvironmentRead => ({ name, file }))) : [];
  return [...direct, ...taken].filter(({ name }) => !given.test(name));
}

/** Source files of an application, without those of its tests. */
export function sourcesIn(model: Model, code: JoinedCode): readonly string[] {
  return model.files.filter((file) => code.folders.some((folder) => isInside(file, folder)) && !aside.test(file) && !aside.test(basename(file)));
}

/** Where the code of an application reads its environment, in the order of files. */
export function environmentReads(model: Model, code: JoinedCode, text: (path: string) => string | undefined): readonly EnvironmentRead[] {
  return sourcesIn(model, code).filter((file) => ways.some(({ files }) => files.test(file))).flatMap((file) => readsIn(file, text(file) ?? ''));
}
