/** Numeric, so that Kubernetes can verify `runAsNonRoot`, and above the accounts that distributions make. */
export const appUser = 10001;

/** What an application server takes as it is. */
export type Archive = 'war' | 'ear';

/** Lines of a Dockerfile in sections; a blank line is put between sections. */
export type Section = readonly string[];

export function render(sections: readonly Section[]): string {
  // What was read from a file may hold line breaks, which would begin an instruction of their own.
  const line = (text: string): string => text.replace(/[\r\n\u2028\u2029]+/g, ' ');
  return `${sections.filter((section) => section.length > 0).map((section) => section.map(line).join('\n')).join('\n\n')}\n`;
}

/** A word of a shell command; quoted where it holds more than names and paths do. */
export function shell(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** A path of `COPY` as Docker reads it: variables and wildcards are meant as they are written. */
function copyPath(path: string): string {
  return path.replace(/[$\\]/g, (character) => `\\${character}`).replace(/[*?[]/g, (character) => (character === '[' ? '[[]' : `\\${character}`));
}

/** `COPY` in its plain form, or as a list where a path holds spaces or quotes. */
export function copy(sources: readonly string[], target: string, flags = ''): string {
  const paths = [...sources.map(copyPath), target.replace(/[$\\]/g, (character) => `\\${character}`)];
  return `COPY ${flags === '' ? '' : `${flags} `}${paths.some((path) => /[\s"']/.test(path)) ? json(paths) : paths.join(' ')}`;
}

/** Packages of Debian 12 with the version that this release keeps, so that a rebuild takes the same ones. */
export function aptSection(reason: string, packages: readonly string[]): Section {
  if (packages.length === 0) return [];
  return [`# ${reason}`, ...run(['apt-get update', `apt-get install -y --no-install-recommends ${[...packages].sort().join(' ')}`, 'rm -rf /var/lib/apt/lists/*'])];
}

/** One `RUN` of several commands, one per line, with the mounts before them. */
export function run(commands: readonly string[], mounts: readonly string[] = []): readonly string[] {
  const [first = '', ...rest] = commands;
  const lines = [...mounts.map((mount, index) => `${index === 0 ? 'RUN ' : '    '}--mount=${mount} \\`), `${mounts.length === 0 ? 'RUN ' : '    '}${first}`, ...rest.map((command) => `    && ${command}`)];
  return lines.map((line, index) => (index === lines.length - 1 || line.endsWith('\\') ? line : `${line} \\`));
}

export function json(words: readonly string[]): string {
  return `[${words.map((word) => JSON.stringify(word)).join(', ')}]`;
}

/** A folder of the image that the program writes to. */
export interface Writable {
  readonly paths: readonly string[];
  readonly reason: string;
}

/**
 * The user that the program runs as. OpenShift starts containers as a user of its own choice in group 0, so what has to
 * be written belongs to that group.
 */
export function userSection(target: 'kubernetes' | 'openshift', writable: Writable | undefined, home: string): Section {
  const group = target === 'openshift' ? 0 : appUser;
  const account = target === 'openshift'
    ? [`useradd --system --uid ${appUser} --gid 0 --home-dir ${home} --no-create-home --shell /usr/sbin/nologin app`]
    : [`groupadd --system --gid ${appUser} app`, `useradd --system --uid ${appUser} --gid ${appUser} --home-dir ${home} --no-create-home --shell /usr/sbin/nologin app`];
  const paths = writable?.paths.join(' ') ?? '';
  const hand = paths === '' ? [] : [`chown -R ${appUser}:${group} ${paths}`, ...(target === 'openshift' ? [`chmod -R g=u ${paths}`] : [])];
  const why = target === 'openshift' ? '# OpenShift starts the container as another user of group 0, so that group owns what is written.' : '# An account without rights.';
  return [why, ...(writable ? [`# ${writable.reason}`] : []), ...run([...account, ...hand])];
}

/** `USER` in numbers, with the reason. */
export function userLine(target: 'kubernetes' | 'openshift', uid = appUser): Section {
  return ['# A number, so that Kubernetes can verify runAsNonRoot.', `USER ${uid}:${target === 'openshift' ? 0 : uid}`];
}

/** Time zone and character set; in Korea dates are meant as Korean time. */
export function localeLines(korean: boolean): readonly string[] {
  return korean ? ['# Dates and texts of this application are Korean; containers are in UTC by default.', 'ENV TZ=Asia/Seoul \\', '    LANG=C.UTF-8'] : ['ENV LANG=C.UTF-8'];
}

/** Options of the JVM in a container. They stand in the environment so that a Deployment can replace them. */
export function jvmOptions(variable: string): readonly string[] {
  return [
    '# The heap follows the memory limit of the container; when memory runs out the pod is replaced.',
    `ENV ${variable}="-XX:MaxRAMPercentage=75.0 -XX:+ExitOnOutOfMemoryError"`,
  ];
}

/** Variables of the image, one per line; values are quoted where they hold more than names, paths and other variables. */
export function environmentLines(values: Readonly<Record<string, string>>): readonly string[] {
  const pairs = Object.entries(values).map(([name, value]) => `${name}=${/^[\w./:$,-]*$/.test(value) ? value : JSON.stringify(value)}`);
  return pairs.map((pair, index) => `${index === 0 ? 'ENV ' : '    '}${pair}${index === pairs.length - 1 ? '' : ' \\'}`);
}

/** The port, and where it comes from. */
export function exposeLines(port: number, source: string): readonly string[] {
  const low = port < 1024 ? ['# TODO: not every cluster lets an account without rights open a port below 1024; let the program listen on a higher one.'] : [];
  return [`# ${source}.`, ...low, `EXPOSE ${port}`];
}
