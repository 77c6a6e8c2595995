/** A step of a start command that installs or builds, instead of the image. */
export interface BuildStep {
  /** `install` fetches dependencies or packages, `build` compiles, `fetch` gets the code itself. */
  readonly kind: 'install' | 'build' | 'fetch';
  /** The words that tell, as written: `npm ci`. */
  readonly tool: string;
}

/** Each begins at the first word of a command; the first group holds the words that tell. */
const steps: readonly (readonly [BuildStep['kind'], RegExp])[] = [
  ['install', /^((?:npm|pnpm)\s+(?:ci|install|i))(?=\s|$)(?!.*\s(?:-g|--global)\b)/], ['install', /^(yarn(?:\s+install)?)(?=\s+--|\s*$)(?!\s+--version)/], ['install', /^(bun\s+install)(?=\s|$)/],
  ['install', /^((?:python3?\s+-m\s+)?pip3?\s+install)(?=\s)/], ['install', /^((?:poetry|pipenv|pdm)\s+(?:install|sync))(?=\s|$)/], ['install', /^(uv\s+(?:sync|pip\s+install|pip\s+sync))(?=\s|$)/], ['install', /^(conda\s+(?:install|env\s+create))(?=\s)/],
  ['install', /^((?:php\s+)?(?:\S*\/)?composer(?:\.phar)?\s+(?:install|update|require))(?=\s|$)/], ['install', /^((?:bundle|bundler)\s+(?:install|update)|gem\s+install)(?=\s|$)/], ['install', /^(dotnet\s+restore|go\s+mod\s+download|go\s+get)(?=\s|$)/],
  ['install', /^((?:apt-get|apt|apk|yum|dnf|microdnf)\s+(?:-\S+\s+)*(?:install|add))(?=\s)/],
  ['build', /^((?:npm|pnpm|yarn)\s+(?:run\s+)?(?:build|compile)(?::[\w:-]+)?)(?=\s|$)/], ['build', /^((?:npx\s+)?(?:next|nuxt|nuxi|nest|vite|ng|vue-cli-service|react-scripts|remix|astro|gatsby|tsup|rollup)\s+build|(?:npx\s+)?(?:tsc|webpack))(?=\s|$)(?!.*\s(?:--watch|serve))/],
  ['build', /^((?:\S*\/)?mvnw?\s)(?=(?:.*\s)?(?:package|install|compile|verify)(?:\s|$))/], ['build', /^((?:\S*\/)?gradlew?\s)(?=(?:.*\s)?(?::?[\w:-]*:)?(?:build|assemble|bootJar|bootWar|jar|war|shadowJar|installDist)(?:\s|$))/],
  ['build', /^((?:go|cargo|swift|stack)\s+build)(?=\s|$)/], ['build', /^(dotnet\s+(?:build|publish))(?=\s|$)/], ['build', /^(make)(?=\s+(?:build|all|install)\b|\s*$)/], ['build', /^(sbt\s)(?=.*\b(?:assembly|stage|compile|dist)\b)/], ['build', /^(javac|ant)(?=\s)/],
  ['fetch', /^(git\s+(?:-\S+\s+(?:\S+\s+)?)?(?:clone|pull))(?=\s|$)/],
];

/** What a single command installs or builds; `undefined` for any other. */
export function buildStepOf(command: string): BuildStep | undefined {
  const text = command.trim().replace(/^(?:(?:sudo(?:\s+-\S+)*|exec|time|nice|command|env|gosu\s+\S+|su-exec\s+\S+|\w+=(?:"[^"]*"|'[^']*'|\S*))\s+)+/, '');
  for (const [kind, pattern] of steps) {
    const found = pattern.exec(text)?.[1];
    if (found !== undefined) return { kind, tool: found.trim().replace(/\s+/g, ' ').replace(/^\S*\/(?=\w)/, '') };
  }
  return undefined;
}
