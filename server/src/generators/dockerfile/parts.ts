/** Numeric, so that Kubernetes can verify `runAsNonRoot`, and above the accounts that distributions make. */
export const appUser = 10001;

/** What an application server takes as it is. */
export type Archive = 'war' | 'ear';

/** Lines of a Dockerfile in sections; a blank line is put between sections. */
export type Section = readonly string[];

export function render(sections: readonly Section[]): string {
  return `${sections.filter((section) => section.length > 0).map((section) => section.join('\n')).join('\n\n')}\n`;
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

/** The port, and where it comes from. */
export function exposeLines(port: number, source: string): readonly string[] {
  return [`# ${source}.`, `EXPOSE ${port}`];
}
