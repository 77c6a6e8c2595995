import { bareCommand, commandsOf, innerScript, type ShellCommand } from '../../syntax/shell/commands.js';
import type { DeployTarget, PipelineCall, Work } from './kinds.js';
import { imageWork } from './components.js';

/** What a command does, with the words that tell. */
export interface Done {
  readonly does: Work;
  readonly to?: DeployTarget;
  readonly via: string;
  readonly takes?: readonly string[];
}

export interface Called {
  readonly what: PipelineCall['what'];
  readonly name: string;
  /** Folder that the command itself changes to (`npm --prefix web`, `make -C web`). */
  readonly dir?: string;
}

export interface CommandMeaning extends ShellCommand {
  readonly done: readonly Done[];
  readonly calls: readonly Called[];
  /** Starts a cluster for tests, so that what is deployed there is no delivery. */
  readonly cluster: boolean;
}

type Pattern = readonly [Work, RegExp, DeployTarget?];

const maven = /^(?:\S*[\\/])?mvnw?(?:\.cmd)?\s/;
const gradle = /^(?:\S*[\\/])?gradlew?(?:\.bat)?\s/;

/** Commands by how they begin; what the groups hold tells, or else what the whole expression matches. */
const patterns: readonly Pattern[] = [
  ['tests', /^(pytest|py\.test|tox|nox|nosetests|unittest|behave|robot|coverage run|phpunit|paratest|simple-phpunit|pest|codecept|behat|phpspec|rspec|cucumber|ctest|bats|ginkgo|gotestsum|jest|vitest|mocha|ava|karma start|testcafe|newman run|k6 run|artillery run|jmeter|locust|ct install|chart-testing install|container-structure-test|react-scripts test|vue-cli-service test\S*|wtr|lein test|mix test|sbt\s(?=.*\btest))(?=\s|$)/],
  ['tests', /^(cypress run|playwright test|cargo nextest|skaffold verify|(?:ng|nx|turbo|lerna|skaffold|helm|cargo|swift|flutter|bazel|bazelisk|deno|dart|mix|rails|symfony|meteor|craco|razzle|stack|cabal|zig|rake|php)\s(?:run |exec )*(?:test|spec)s?)(?=\s|$|[:-])(?!\s+--(?:list|help))/],
  ['tests', /^((?:\S*\/)?manage\.py test|(?:\S*\/)?artisan test|(?:\S*\/)?setup\.py test|(?:\S*\/)?python[\d.]*\s.*(?:\b(?:runtests?|run_tests?)|\btests?\/[\w/]+|\btest_\w+|_test)\.py|go test|go vet -test|dotnet (?:test|vstest)|vstest\.console(?:\.exe)?|node --test|(?:nyc|c8|dotenv|cross-env)\s.*?\b(?:mocha|jest|vitest|tap|ava)|nx (?:affected|run-many)\b.*\btest)(?=\s|$|:)/],
  ['builds', /^((?:npx )?(?:next|nuxt|nuxi|nest|vite|ng|vue-cli-service|react-scripts|remix|astro|nx|turbo|lerna|parcel|rollup|tsup|esbuild|webpack|mix|grunt|gulp|ember|craco|expo|meteor)\s(?:run |exec )*(?:build|export|production|compile)?)(?=\s|$|:)(?!\s*(?:--?help|test|lint|serve|start))/],
  ['builds', /^(tsc|webpack|(?:go|cargo|swift|stack|zig|flutter|bazel|bazelisk|poetry|uv|hatch|pdm|pnpm -r|yarn workspaces?) (?:\S+ )*?build|go install(?=(?:\s-\S+)*\s+\.)|goreleaser|build(?=\s-|$)|dotnet (?:build|publish|pack|msbuild)|msbuild(?:\.exe)?|nuget pack|(?:\S*\/)?setup\.py (?:bdist\w*|sdist|build)|pyinstaller|javac|ant|sbt\s(?=.*\b(?:assembly|stage|compile|dist|package))|cmake --build|xcodebuild|mage build|nx (?:affected|run-many)\b.*\bbuild|(?:\S*\/)?build-wheels?\S*)(?=\s|$)/],
  ['image', /^((?:docker|podman|nerdctl|img|finch)\s(?:--\S+\s)*(?:image )?(?:build|push|buildx build|buildx bake|buildx imagetools create|manifest push|compose\b.*?\s(?:build|push)|bake)|docker-compose\b.*?\s(?:build|push)|buildah (?:bud|build|push)|(?:\S*\/)?kaniko(?:\/executor)?|\/kaniko\/executor|ko (?:build|publish|apply|resolve)|pack build|s2i build|oc start-build|crane (?:push|append|mutate)|skopeo copy|az acr build|gcloud builds submit|depot (?:build|bake)|earthly|skaffold build|imgpkg push|apko publish|buildctl build|sam build --use-container)(?=\s|$)(?!.*\s--help)/],
  ['deploys', /^((?:kubectl|oc|k3s kubectl|microk8s kubectl)\s(?:-\S+(?:[ =](?!apply|replace|patch|set|rollout)\S+)?\s)*?(?:apply|replace|patch|set (?:image|env)|rollout (?:restart|latest)|create (?=.*(?:-f|-k|--filename)\b)|edit|process))(?=\s|$)(?!.*\s--dry-run)/, 'kubernetes'],
  ['deploys', /^(kustomize edit set image|flux push artifact)(?=\s|$)/, 'kubernetes'],
  ['deploys', /^(helm\s(?:-\S+\s)*(?:upgrade|install)|helm3 (?:upgrade|install)|helmfile\b.*\s(?:apply|sync)|argocd app (?:sync|set|create)|skaffold (?:run|deploy)|flux (?:reconcile|create|bootstrap)|werf converge|kapp deploy|tk apply|kn service (?:apply|create|update)|kluctl deploy|devspace deploy|garden deploy|okteto (?:deploy|up|pipeline deploy)|gke-deploy|(?:\S*\/)?gke-deploy run|timoni (?:apply|bundle apply)|vela up|jx promote|oc new-app|oc rollout)(?=\s|$)(?!.*\s--dry-run)/, 'kubernetes'],
  ['deploys', /^(cf (?:push|blue-green-deploy|zero-downtime-push)|eb deploy|heroku container:release|git push\s(?:\S+\s)*(?:heroku|dokku)\b|git push .*heroku\.com|gcloud (?:beta |alpha )?(?:run (?:deploy|services (?:update|replace))|app deploy|functions deploy|deploy releases create)|aws\s(?:--\S+\s\S+\s)*(?:ecs (?:update-service|deploy)|elasticbeanstalk update-environment|lambda update-function-code|deploy create-deployment|apprunner (?:start-deployment|update-service)|cloudformation deploy)|ecs-cli compose|ecs deploy|ecs-deploy|ecspresso deploy|copilot (?:svc )?deploy|az (?:webapp (?:deploy\w*|up|config container set|restart)|containerapp (?:update|up|create)|functionapp (?:deploy\w*))|(?:serverless|sls|sam|cdk|vercel|netlify|fly|flyctl|firebase|wrangler|pulumi|amplify|now|azd) (?:pages )?(?:deploy|up|publish)|vercel\s.*--prod|railway up|terraform (?:-\S+\s)*apply|tofu (?:-\S+\s)*apply|terragrunt (?:run-all )?apply|doctl apps (?:update|create-deployment)|caprover deploy|nomad (?:job )?run|porter (?:apply|update))(?=\s|$)(?!.*\s(?:--noop|--dry-run)\b)/, 'platform'],
  ['deploys', /^(ansible-playbook|ansible-pull|cap (?:production|staging|\S+) deploy|kamal deploy|dep deploy|(?:\S*\/)?envoy run|docker stack deploy|docker service update|pm2 (?:deploy|restart|reload)|winscp(?:\.com)?|lftp)(?=\s|$)/, 'server'],
  ['deploys', /^(?:sshpass\s(?:-\w\s?\S+\s)*)?(scp|rsync)\s(?=.*(?:\w|\}|\))@?[\w.${}()-]*:)(?!.*\bweb\.sourceforge\.net)(?!.*\bgh-pages)/, 'server'],
  ['deploys', /^(?:sshpass\s(?:-\w\s?\S+\s)*)?(ssh)\s(?=.*\b(?:docker|systemctl|pm2|git pull|deploy\S*|restart|kubectl|supervisorctl|java -jar|nohup|catalina|startup|update)\b)/, 'server'],
  ['deploys', /^(?:curl|wget)\s.*(deploy[-_]?hook|DEPLOY_?HOOK|DEPLOY_WEBHOOK|\/api\/(?:stacks|services)\/webhooks)/i, 'platform'],
  ['lints', /^(eslint|oxlint|biome|tslint|stylelint|standard|xo|jshint|prettier\b.*--check|prettier\b.*\s-c|vue-tsc|golangci-lint|staticcheck|revive|golint|go vet|gofmt -(?:[lde]+)(?!.*\s-w)|gofumpt -(?:[lde]+)(?!.*\s-w)|goimports -[ld]+(?!.*\s-w)|hlint|ruff|flake8|pylint|pyflakes|pycodestyle|black\b.*--check|isort\b.*--check|mypy|pyright|basedpyright|ty check|djlint|curlylint|pre-commit run|prek run|lefthook run|phpstan|psalm|phpcs|php-cs-fixer|ecs check|pint --test|rector process --dry-run|phpmd|deptrac|parallel-lint|composer validate|php -l|rubocop|standardrb|sonar-scanner|sonar|SonarScanner\.MSBuild\S*|dotnet[- ]sonarscanner|dotnet format|jb inspectcode|inspectcode|shellcheck|shfmt|yamllint|actionlint|ansible-lint|tflint|terraform fmt|terraform validate|helm lint|ct lint|chart-testing lint|kubeconform|kubeval|kube-linter|kube-score|pluto|polaris audit|cargo (?:clippy|fmt)|ktlint|detekt|swiftlint|commitlint|sqlfluff|spectral lint|redocly lint|vacuum lint|buf lint|nx (?:affected|run-many)\b.*\blint|(?:ng|next|nx|turbo|lerna|cargo|deno|npx) (?:run )?lint|vendor\/bin\/pint|depcruise|knip|sherif|lint-staged|megalinter|reviewdog|bandit-lint|pint|xmllint|tsc --noEmit|tsc\b.*--noEmit)(?=\s|$)/],
  ['scans', /^(trivy|snyk|grype|syft|osv-scanner|gitleaks|trufflehog|semgrep|checkov|tfsec|terrascan|kics|kubescape|kube-bench|hadolint|dockle|docker scout|docker scan|dockerfile_lint|anchore-cli|grype|clair\S*|bandit|safety(?= (?:check|scan))|pip-audit|npm audit|pnpm audit|yarn (?:npm )?audit|better-npm-audit|audit-ci|bun audit|composer audit|local-php-security-checker|symfony security:check|security-checker|bundle-audit|bundler-audit|brakeman|govulncheck|gosec|nancy|cargo audit|cargo deny|dotnet list package --vulnerable|dotnet list\b.*--vulnerable|retire|auditjs|nodejsscan|codeql|zap-(?:baseline|full-scan|api-scan)\S*|zap\.sh|nikto|nuclei|conftest|kyverno (?:apply|test)|opa test|gator|cosign verify|scorecard|dependency-check\S*|detect-secrets|ggshield|horusec|polaris|fossa (?:analyze|test)|whitesource|wss-unified-agent|mend|veracode|lizard|zizmor|kubesec|twistcli|cdxgen|cyclonedx\S*|dep-scan|depscan)(?=\s|$|\.)/],
];

/** Plugins of builds: goals of Maven and tasks of Gradle. */
const goals: readonly Pattern[] = [
  ['image', /\b(jib:(?:build|dockerBuild)|spring-boot:build-image|dockerfile:(?:build|push)|docker:(?:build|push)|k8s:(?:build|push)|fabric8:(?:build|push)|jkube:build|jib(?:DockerBuild)?|bootBuildImage|docker(?:Build|Push)(?:Image)?|buildImage|pushImage|dockerBuildNative)(?=\s|$)|-D(quarkus\.container-image\.(?:build|push))=true/],
  ['deploys', /\b(k8s:(?:apply|deploy)|oc:(?:apply|deploy)|fabric8:(?:apply|deploy)|k8sApply|helm:upgrade)(?=\s|$)|-D(quarkus\.kubernetes\.deploy)=true/, 'kubernetes'],
  ['deploys', /\b(azure-(?:webapp|functions|spring-apps|container-apps):deploy|appengine:deploy|appengineDeploy|azureWebAppDeploy|beanstalk:\S+|cf:push|heroku:deploy)(?=\s|$)/, 'platform'],
  ['deploys', /\b(tomcat[67]?:(?:re)?deploy|wildfly:(?:re)?deploy|cargo:(?:re)?deploy|liberty:deploy|weblogic:deploy|wagon:upload\S*|antrun:scp)(?=\s|$)/, 'server'],
  ['lints', /\b(checkstyle:\S+|pmd:\S+|spotbugs:\S+|findbugs:\S+|spotless:check|formatter:validate|sonar:sonar|sonar(?:qube)?(?=\s|$)|checkstyle(?:Main|Test)?(?=\s|$)|pmd(?:Main|Test)?(?=\s|$)|spotbugs(?:Main|Test)?(?=\s|$)|spotlessCheck|ktlint(?:Check)?|detekt\w*|lint(?:Debug|Release)?(?=\s|$)|apache-rat:check|license:check|forbiddenapis:\S+|impsort:check|archunit:\S+)/],
  ['lints', /\b((?:org\.sonarsource\.scanner\.maven|org\.codehaus\.mojo):sonar-maven-plugin\S*:sonar)\b/],
  ['scans', /\b(dependency-check:\S+|dependencyCheck\w+|org\.owasp:dependency-check-maven\S*|snyk(?:-\w+)?(?=\s|$|:)|ossindex:audit|cyclonedx:\S+|cyclonedxBom)/],
];

/** The telling words; options in between may carry secrets and are left out. */
function told(match: RegExpExecArray): string {
  const words = (match.slice(1).find((group) => group !== undefined) ?? match[0]).replace(/\s+/g, ' ').trim();
  return words.replace(/\s--?[\w-]+(?:[= ]\S+)?(?=\s)/g, '').replace(/\s\w+=\S*/g, '').replace(/^\S*\/(?=\w)/, '');
}

function byPatterns(text: string, table: readonly Pattern[], before = ''): Done[] {
  return table.flatMap(([does, pattern, to]) => {
    const match = pattern.exec(text);
    return match ? [{ does, ...(to ? { to } : {}), via: `${before}${told(match)}` }] : [];
  });
}

const skipsTests = /\s-D(?:skipTests|maven\.test\.skip)(?!\s*=\s*["']?false)(?=[=\s]|$)|\s-D(?:skip\.?(?:unit\.?)?tests?|quickly)\b(?!=false)|\s-Dquickly\b/i;

/** Phases of Maven's life cycle: from `test` on the tests run as well, unless they are left out. */
function mavenWork(text: string): Done[] {
  const found = byPatterns(text, goals, 'mvn ');
  const phase = /\s(test|package|integration-test|verify|install|deploy)(?=\s|$)/.exec(text)?.[1];
  const compiles = phase ?? /\s(compile|process-classes|test-compile)(?=\s|$)/.exec(text)?.[1];
  const tests = /\s((?:surefire|failsafe):(?:test|integration-test|verify))(?=\s|$)/.exec(text)?.[1] ?? (phase !== undefined && !skipsTests.test(text) ? phase : undefined);
  if (tests !== undefined) found.unshift({ does: 'tests', via: `mvn ${tests}` });
  if (compiles !== undefined && compiles !== 'test') found.unshift({ does: 'builds', via: `mvn ${compiles}` });
  return found;
}

function gradleWork(text: string): Done[] {
  const found = byPatterns(text, goals, 'gradle ');
  const asked = text.replace(/\s(?:-x|--exclude-task)\s+\S+/g, '').replace(/\s-\S+/g, '');
  const left = (task: string): boolean => new RegExp(String.raw`\s(?:-x|--exclude-task)[ =]+(?:\S*:)?${task}\b`).test(text);
  const checks = /[\s:](test|check|\w+Test|\w+Tests|integTest|functionalTest|allTests|connectedCheck)(?=\s|$)/.exec(asked)?.[1];
  const builds = /[\s:](build|assemble\w*|bootJar|bootWar|jar|war|shadowJar|fatJar|installDist|distZip|distTar|buildNeeded|nativeCompile|classes|compile\w+|publish\w*)(?=\s|$)/.exec(asked)?.[1];
  const tests = checks ?? (builds === 'build' && !left('test') && !left('check') ? 'build' : undefined);
  if (tests !== undefined) found.unshift({ does: 'tests', via: `gradle ${tests}` });
  if (builds !== undefined) found.unshift({ does: 'builds', via: `gradle ${builds}` });
  return found;
}

/** Scripts of the workspace, of npm and of make. */
function callOf(text: string): Called | undefined {
  const npm = /^(npm|pnpm|yarn|bun|gnpm)\s(.*)$/.exec(text);
  if (npm?.[2] !== undefined) return npmCall(npm[1] ?? 'npm', npm[2]);
  const composer = /^composer\s(?:run(?:-script)?\s)?(?:--?\S+\s)*([\w:.-]+)/.exec(text)?.[1];
  if (composer !== undefined && !composerWords.test(composer)) return { what: 'composer', name: composer };
  const make = /^(?:g?make|mingw32-make)(?=\s|$)(.*)$/.exec(text);
  if (make) {
    const dir = /\s(?:-C|--directory)[ =]*(\S+)/.exec(make[1] ?? '')?.[1];
    const target = (make[1] ?? '').replace(/\s(?:-[CfjIoW]|--directory|--file|--jobs)[ =]?\S+|\s-\S+|\s\w+=\S*/g, '').trim().split(/\s+/)[0];
    return { what: 'make', name: target === undefined || target === '' ? 'all' : target, ...(dir === undefined ? {} : { dir }) };
  }
  const script = /^(?:(?:(?:ba|z|k)?sh|source|\.)\s+(?:-\w+\s+)*)?((?:\.{0,2}\/|\$\{?(?:GITHUB_WORKSPACE|CI_PROJECT_DIR|WORKSPACE)\}?\/)?[\w./-]+\.(?:sh|bash))(?=\s|$)/.exec(text)?.[1] ?? /^(\.\/[\w./-]+)(?=\s|$)/.exec(text)?.[1];
  return script === undefined ? undefined : { what: 'script', name: script.replace(/^\$\{?\w+\}?\//, '') };
}

const ownWords = /^(?:install|i|ci|add|remove|publish|pack|audit|config|set|cache|link|version|login|logout|whoami|why|outdated|update|upgrade|up|exec|dlx|x|create|init|import|global|node|plugin|dedupe|rebuild|prune|store|fetch|view|info|list|ls|dist-tag|owner|token|pm|--version|-v|help|root|prefix|bin|changeset|patch|deploy|licenses|workspaces?)$/;

const composerWords = /^(?:install|i|update|u|upgrade|require|remove|dump-?autoload|dumpautoload|self-?update|config|global|show|clear-?cache|create-project|validate|audit|exec|run|run-script|check-platform-reqs|diagnose|outdated|why|normalize|reinstall|archive|init|search|status|about|licenses|bump|-\S+)$/;

/** `npm run build`, `yarn build`, `pnpm --filter web test`; with yarn, pnpm and bun a script needs no `run`. */
function npmCall(tool: string, rest: string): Called | undefined {
  const dir = /(?:^|\s)(?:--prefix|--cwd|-C|--dir)[ =](\S+)/.exec(rest)?.[1];
  const plain = rest.replace(/(?:^|\s)(?:--prefix|--cwd|-C|--dir|--filter|-F|--workspace|-w)[ =]\S+/g, ' ').replace(/(?:^|\s)workspaces?\s+(?:foreach\s+)?(?:[\w@/-]+\s+)?(?=run\s|\w+$)/, ' ');
  const words = plain.split(/\s+/).filter((word) => word !== '' && !word.startsWith('-'));
  const [first, second] = words;
  const place = dir === undefined ? {} : { dir };
  if (first === 'run' || first === 'run-script' || first === 'rum') return second === undefined ? undefined : { what: 'npm', name: second, ...place };
  if (first === 't' || first === 'tst' || first === 'test') return { what: 'npm', name: 'test', ...place };
  if (tool === 'npm' || tool === 'gnpm' || first === undefined || ownWords.test(first) || !/^[\w:.-]+$/.test(first)) return undefined;
  return { what: 'npm', name: first, ...place };
}

/** Arguments that name what is deployed: manifests, folders and charts. */
function takenBy(command: string): readonly string[] {
  const text = command.replace(/\$\{\{.*?\}\}|\$\(.*?\)/g, '$');
  const files = [...text.matchAll(/\s(?:-f|-k|--filename|--kustomize|--values|-i|--file)[ =]+(["']?)([^\s"']+)\1/g)].map((match) => match[2] ?? '');
  const chart = /^helm\s/.test(text) ? text.replace(/\s--?[\w-]+(?:=\S+|\s+(?!\.{0,2}\/)[^\s-]\S*)?/g, ' ').split(/\s+/).slice(2).filter((word) => /[/.]/.test(word)) : [];
  return [...new Set([...files, ...chart].map((path) => path.replace(/^\.\//, '')))].filter((path) => path !== '' && path !== '-' && !/:\/\/|[$`]/.test(path));
}

const startsCluster = /^(?:kind create cluster|minikube start|k3d cluster create|microk8s (?:start|install|enable)|ctlptl create|vcluster create|colima start|crc start|k3s server|ko apply --local)\b/;
const silent = /^(?:echo|printf|cat|grep|egrep|sed|awk|ls|cd|export|set|unset|test|\[\[?|mkdir|rm|cp|mv|chmod|chown|which|type|read|local|return|exit|true|false|sleep|pip3? install|apt(?:-get)?|apk|yum|dnf|brew|choco|npm (?:install|ci|i)|go install|curl -\w*[oO])(?=\s|$)(?!.*DEPLOY)/;

/** What one command does; commands inside `sh -c` count as well. */
function meaningOf(command: ShellCommand): readonly CommandMeaning[] {
  const bare = bareCommand(command.text);
  const inner = innerScript(bare);
  if (inner) return commandsOf(inner.text).flatMap((each) => meaningOf({ text: each.text, start: command.start, end: command.end }));
  if (silent.test(bare) && !/^go install/.test(bare)) return [{ ...command, done: [], calls: [], cluster: false }];
  const done = maven.test(`${bare} `) ? mavenWork(`${bare} `) : gradle.test(`${bare} `) ? gradleWork(`${bare} `) : byPatterns(bare, patterns);
  const call = done.length > 0 ? undefined : callOf(bare);
  const image = /\b(?:docker|podman) run\s.*?\s([\w.-]+(?:\/[\w.-]+)+)(?::\S+)?(?=\s|$)/.exec(command.text)?.[1];
  return [{ ...command, done: [...done.map((each) => withTaken(each, bare)), ...(image === undefined ? [] : imageWork(image))], calls: call ? [call] : [], cluster: startsCluster.test(bare) }];
}

function withTaken(done: Done, command: string): Done {
  const takes = done.does === 'deploys' ? takenBy(command) : [];
  return takes.length > 0 ? { ...done, takes } : done;
}

/** What a command writes to a pipe that the next one deploys: `kustomize build k8s | kubectl apply -f -`. */
function pipedBy(command: string): readonly string[] {
  const built = /^(?:kustomize build|kubectl kustomize)\s+(?:-\S+\s+)*([^\s-]\S*)/.exec(command)?.[1] ?? /^helm template\s.*?\s(\.{0,2}\/?[\w./-]*\/[\w./-]+|\.)(?=\s|$)/.exec(command)?.[1];
  const files = /^(?:envsubst|sed|cat|yq|awk)\s/.test(command) ? [...command.matchAll(/(?:^|[\s<])([\w./-]+\.ya?ml)(?=\s|$)/g)].map((match) => match[1] ?? '') : [];
  return [...(built === undefined ? [] : [built]), ...files].map((path) => path.replace(/^\.\//, ''));
}

/** What the commands of a shell script do, in order. */
export function meaningsOf(script: string): readonly CommandMeaning[] {
  const commands = commandsOf(script);
  return commands.flatMap((command, index) => {
    const before = commands[index - 1];
    const isPiped = before !== undefined && /\s(?:-f|--filename)[ =]?-(?=\s|$)/.test(command.text) && /^\s*\|\s*$/.test(script.slice(before.end, command.start));
    const takes = isPiped ? pipedBy(bareCommand(before.text)) : [];
    return meaningOf(command).map((meaning) => (takes.length === 0 ? meaning : { ...meaning, done: meaning.done.map((done) => (done.does === 'deploys' ? { ...done, takes } : done)) }));
  });
}
