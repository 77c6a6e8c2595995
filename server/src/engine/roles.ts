import { basename } from '../base/paths.js';
import type { Language } from '../contract/nodes.js';
import type { Role } from '../contract/workspace.js';

/** Folders never entered: what they hold was built, fetched or belongs to tools. */
export const prunedFolders: ReadonlySet<string> = new Set([
  'node_modules', 'bower_components', 'jspm_packages', 'target', 'build', 'dist', 'out', 'vendor', 'third_party', 'third-party', 'thirdparty',
  '.git', '.hg', '.svn', '.idea', '.vscode', '.settings', '.gradle', '.mvn', '.next', '.nuxt', '.svelte-kit', '.yarn', '.pnpm-store', '.cache',
  '.monolift', 'coverage', '.nyc_output', '__pycache__', '.venv', 'venv', '.tox', '.terraform', '.angular', '.turbo', '.parcel-cache',
]);

const testFolder = /(?:^|\/)(?:tests?|unit-?tests?|__tests__|__mocks__|__fixtures__|spec|specs|e2e(?:[-_.][\w.-]+)?|cypress|fixtures|src\/(?:it|itest|(?:int|integ|integration|func|functional|acceptance|system|component|contract|smoke|perf|performance|load|api|ui|web|regression)[-_]?tests?)|testFixtures|integration-?tests?|test-?suites?|androidTest|test-resources|testdata|[\w.-]+[-_.](?:tests?|it|e2e)|(?:[\w.-]+[-_.])?test-?(?:webs?|wars?|apps?|beds?|data|projects?|servers?)|(?:[\w.-]+[-_.])?tests?[-_](?:integration|performance|perf|e2e|coverage|suites?|utils?|fixtures|harness|kit|runner|core|support|plugins?|bundles?)|benchmarks?|jmh)\//i;
const testFile = /(?:^|\/)(?:[\w-]+(?:Tests?|TestCase|TestEnv|TestUtils?|TestSupport|TestHelper|TestData|TestBase|IT|ITCase)\.(?:java|kt)|[\w.-]+[.-](?:test|spec|e2e|stories|story)\.[cm]?[jt]sx?|[\w-]*(?:-test|_test)\.\w+|(?:[\w.-]+[-_.])?tests?[-_.][\w.-]+\.xml)$/;
const documentation = /(?:^|\/)(?:docs?|documentation|_examples?|site|javadoc|samples?-docs|archetype-resources|[\w.-]+[-_](?:samples|examples))\//i;
/** What a Maven archetype makes new projects of. */
const skeleton = /\/src\/main\/resources\/archetype-resources\//;
/** What developers bring up a test bed with, what loads it, and what stands in for other systems there. */
const testBed = /(?:^|\/)(?:dev[-_](?:support|env|environment|setup)|\.dev|(?:[\w.-]+[-_])?(?:stress|load|perf(?:ormance)?)[-_](?:tests?|tools?|testing)|dummy|dummies|fakes)\//i;
/** What sets up a virtual machine on a developer's own one. */
const virtualMachine = /(?:^|\/)vagrant\//i;
/** What makes packages for distributions of an operating system. */
const packaging = /(?:^|\/)(?:packaging|distribution|pkg)\/(?:arch(?:linux)?|aur|debian|deb|rpm|fedora|flatpak|snap|homebrew|nix|windows|macos)\//i;
/** Settings of what builds the product. */
const pipeline = /(?:^|\/)(?:\.(?:github|gitlab|circleci|mvn|travis|jenkins|azure[\w-]*)|src\/ci)\//;
/** Modules of a JVM build that only show how the product is used, with the files that build them. */
const shownModule = /(?:^|\/)(?:samples|examples)\/(?:(?:[\w.-]+\/)*src\/main\/|(?:[\w.-]+\/)*(?:pom\.xml|build\.gradle(?:\.kts)?)$)/;
/** Settings of what developers start the product with. */
const startedByHand = /(?:^|\/)scripts?\//;
/** Settings beside the sources, not among them, with which developers run the product on their machines. */
const forDevelopers = /^dev\/(?!(?:.*\/)?(?:src|WEB-INF|META-INF)\/|(?:.*\/)?(?:pom|build)\.xml$)/;
/** Settings of programs that are only shown; a module with sources of its own may be more than that. */
const shown = /\/(?:demos?|samples?|examples?)[-_][\w.-]+\/(?!(?:.*\/)?src\/)/i;
/** Code that builds, releases or translates the product, or configures a tool that does; it does not serve requests. */
const tooling = /(?:^|\/)(?:scripts?|tools?|tooling|build-tools|buildSrc|build-logic|hack|extras?|\.github|\.circleci|\.storybook|gulp|grunt|ci|releases?|hotfix(?:es)?|i18n|locales?|l10n|lang|translations?)\/|(?:^|\/)(?:gulpfile|Gruntfile|(?!(?:ecosystem|next|vite|astro|svelte|react-router|nuxt)\.)[\w.-]+\.config|\.eslintrc|\.[\w-]+rc)\.[cm]?[jt]s$/;
const generated = /(?:^|\/)(?:generated(?:-sources)?|gen-src|generated_src)\/|(?:^|\/)chunks\/[^/]*[-.][\w-]{8,}\.[cm]?js$|\.(?:min|bundle|generated|pb)\.\w+$|\.g\.\w+$/;
/** Applications and libraries of others that somebody unpacked beside the JARs they came with. */
const unpackedArchive = /(?:^|\/)libs?\/(?:[^/]+\/)*[\w.-]+\.(?:war|ear|jar|sar|aar)\//i;
/** What test runners of Node take in before tests, and their programs that act as a user at a browser. */
const nodeTest = /[-_.]test[-_.]?scripts?\.[cm]?[jt]s$|(?:^|\/)(?:playwright|vitest|jest|mocks?|testing)\/|\.mocks?\.[cm]?[jt]sx?$|(?:^|\/)mocks?[-_.][\w.-]+\.[cm]?[jt]sx?$|(?:^|\/)(?:(?:vitest|jest|playwright|mocha|cypress|tests?)[-_.]?(?:global)?[-_.]?(?:setup|teardown|helpers?|utils?)[\w.-]*|global-?(?:setup|teardown)|setup-?tests?)\.[cm]?[jt]sx?$/i;
/** Plugins of bundlers, which run while the product is built, servers for developers, and programs that only show how it is used; inside a product a playground is one of its features. */
const nodeTooling = /^dev\/|^(?:(?:apps|packages)\/)?(?:[\w.-]+-)?playgrounds?\/|(?:^|\/)(?:examples?|samples?|[\w.-]+-(?:docs?|documentation|samples?|examples?)|dev-?server)\/|(?:^|\/)(?:dev[-.]?server|(?:server|app|index|main|start)[-.]dev(?:elopment)?)\.[cm]?[jt]s$|(?:^|\/)(?:vite|rollup|webpack|babel|esbuild|eslint|postcss)-(?:plugins?|config|rules?)(?:-[\w-]+)?\//;
/** PHP that is run by hand: what installs, upgrades or fills an application, and programs for its developers. */
const phpTooling = /(?:^|\/)(?:install(?:er|ation)?|setup|upgrade|develop|devel|dev|build|bin|cli|git-tools|stubs|psalm|phpstan|rector|database\/(?:migrations|seeds|seeders|factories)|migrations|seeds|seeders)\/|(?:^|\/)(?:(?:[a-z]+[-_])?install(?:er)?|setup|upgrade|[\w-]+\.stub|\.[\w-]+|_ide_helper\w*|rector|ecs|deptrac|phpstan[\w.-]*|psalm[\w.-]*)\.php$/;
/** Console commands of Laravel, Symfony, CakePHP and CodeIgniter, by the folder and the end of the name; what is scheduled in the kernel stays. */
const phpCommand = /(?:^|\/)(?:Console\/Commands\/|(?:Console|Commands?|Cli|CLI|Shell)\/(?:[\w-]+\/)*\w+(?:Command|Shell)\.php$)/;
/** Well-known libraries of PHP that people laid into their trees before there were packages; the parts of a pattern. */
const phpLibraries = [
  'tcpdf fpdf fpdi mpdf dompdf html2pdf phpmailer swiftmailer phpqrcode qrcode smarty adodb5? simplepie htmlpurifier pear zend geshi getid3 captcha',
  'securimage phpexcel phpspreadsheet nusoap guzzle(?:http)? monolog twig symfony pclzip xajax elfinder tinymce f?ckeditor kcfinder parsedown minify',
  'lessphp scssphp simple_?html_?dom phpseclib snoopy recaptcha jpgraph php-?gettext laminas[\\w-]* pear-\\w+ spyc mobile_?detect random_compat',
].join(' ').replaceAll(' ', '|');
/** Copies of libraries: below a folder for such, either by a well-known name, with a version or without, or with source folders of their own. */
const phpLibrary = new RegExp(String.raw`(?:^|/)(?:libs?|librar(?:y|ies)|extlib|externals?|includes?|inc|class(?:es)?|ext|plugins|system|assets)/(?:[\w-]+/)?(?:${phpLibraries})(?:[-_.]?v?\d[\w.-]*)?/|(?:^|/)(?:libs|extlib|externals?|includes?|inc)/[\w.-]+/(?:lib|classes|source|src)/`, 'i');
/** Copies of packages that somebody patched and lets Composer load in their place, under the names of their makers: `overrides/symfony/http-kernel/…`. */
const phpPatched = /(?:^|\/)(?:overrides?|patched(?:-vendor)?|vendor-patched|forks?)\/[a-z\d][a-z\d-]*\/[a-z\d][a-z\d_.-]*\/(?:[\w-]+\/)*[\w-]+\.php$/;
const phpTest = /(?:^|\/)(?:[\w-]+(?:Test|TestCase|Cest)|phpunit[\w.-]*|tests?)\.php$/;
/** What tests are made of, where Go packages keep it beside the product because tests of other packages need it. */
const goTest = /(?:^|[/_])(?:fixtures?|testutils?|testhelpers?|test_?data)\.go$/;
/** Go that is run by hand or made by a generator; the folder of command line programs often holds the server's as well. */
const goTooling = /^dev\/|(?:^|\/)(?:_[\w-]+|magefiles?|hack|tools?|scripts?|contrib|examples?|samples?|mocks?|migrations?|seeds?|(?:[\w-]+-)?gen)\/|(?:^|\/)(?:magefile|mock_[\w-]+|[\w-]+_mocks?|gen|generate|zz_generated[\w.-]*|[\w-]+(?:\.gen|_gen|_generated|_string|_enum|\.pb\.gw|_easyjson))\.go$/;
/** What a web server hands to the browser as it is. */
const browser = /(?:^|\/)(?:webapp|public|static|assets|wwwroot|htdocs|www|webroot|web\/(?:js|assets|bundles|build|css)|(?:views?|templates?|themes?|skins?)\/(?:[\w-]+\/)*(?:javascripts?|js)|WebContent|resources\/META-INF\/resources|cordova)\/(?:.*\/)?[^/]+\.[cm]?[jt]sx?$/;
/** Data of pages: servers hand it out, and read no settings there. */
const pageData = /(?:^|\/)(?:webapp|WebContent|WebRoot)\/(?:resources|static|assets|public|js|css|images?|img|fonts?|themes?|skins?)\/(?:.*\/)?[^/]+\.(?:xml|properties)$/;
/** Scripts that a JVM application carries along: for the browser, for its build or for an engine inside it, but never for Node. */
const carried = /(?:^|\/)src\/main\/(?:resources|webapp)(?:[-_][\w-]+)?\/(?:.*\/)?[^/]+\.[cm]?jsx?$/;
/** Examples for servers of other kinds that come with the editors and upload widgets of a JVM application's pages; nothing compiles or runs them. */
const foreign = /(?:^|\/)src\/main\/(?:(?:resources|webapp)\/.*\.(?:php|cs|as[pch]x|py|go)|resources\/(?:static|public|META-INF\/resources)\/.*\.(?:java|jspf?))$/;
/** The same where a web project of Eclipse keeps its pages; a project of another kind may call its own root so, and brings no plugins' demos. */
const foreignBesidePages = /(?:^|\/)(?:WebContent\/(?:.*\/)?|WebRoot\/(?:.*\/)?(?:demos?|examples?|samples?|\w*editors?|\w*uploade?r?\w*|plugins?|libs?)\/(?:.*\/)?)[^/]+\.(?:php|as[pch]x|py|go)$/i;
/** Descriptors of another web application that somebody laid among the pages of this one: servers only read those of its root. */
const nestedDescriptor = /(?:^|\/)(?:src\/main\/webapp|WebContent|WebRoot)\/(?!WEB-INF\/)(?:[^/]+\/)+WEB-INF\/[^/]+\.xml$/;
/** What a page is made of, in the folder of a front end; it may stand in one package with the server that renders it. Meteor takes the client's part of `imports/` for browsers. */
const frontEnd = /(?:^|\/)imports\/(?:client|startup\/client|ui)\/|(?:^|\/)(?:front-?end|web-?ui|webapp|client)\/(?:.*\/)?(?:components|hooks|composables|contexts|widgets)\/(?:.*\/)?[^/]+\.[cm]?[jt]sx?$/;
/** A mobile client: it carries copies of the server's files, but runs on a phone. */
const mobile = /(?:^|\/)cordova\//;

/** Projects and classes that test, as .NET names them. */
const dotnetTest = /(?:^|\/)(?:[\w.-]*(?:Unit|Integration|Functional|Acceptance|System|Smoke|UI|Api|Load|E2E)\.?Tests?|[\w.-]+\.(?:Tests?|Specs?|Benchmarks?|TestHost|Testing|TestUtils?|TestHelpers?|Fakes|Mocks))\/|(?:^|\/)[\w.]+(?:Tests?|TestBase|Specs)\.cs$/;
/** What compilers, designers and schema tools write; steps of a schema's history run once. */
const dotnetGenerated = /\.(?:designer|g|g\.i|generated|feature)\.cs$|(?:^|\/)(?:Reference|AssemblyInfo|GlobalSuppressions|\w+ModelSnapshot)\.cs$|(?:^|\/)obj\/|(?:^|\/)Migrations\/(?:.*\/)?\d{8,}\w*\.cs$/i;
const dotnetTooling = /(?:^|\/)(?:tools?|build|scripts|samples?|examples?|benchmarks?|templates)\/(?!.*\.(?:cshtml|razor|aspx|ascx|asax)$)/;
/** Folders of ASP.NET projects whose scripts go to the browser. */
const dotnetBrowser = /(?:^|\/)(?:Scripts|Content|ClientScripts|bundles|Assets|JavaScripts?|Js)\/(?:.*\/)?[^/]+\.js$|(?:^|\/)jquery[\w.-]*\.js$/;
/** Values for one build configuration, mostly the samples that a project template brings. */
const transform = /(?:^|\/)(?:web|app)\.(?:debug|release|\w+)\.config$|(?:^|\/)setup\/(?:.*\/)?(?!web\.config$)[\w.-]+\.config$/i;

/** Settings of applications that are only shown. */
const shownConfig = /(?:^|\/)(?:samples?|examples?)\/(?:.*\/)?(?:[\w.-]+\.config|appsettings[\w.-]*\.json)$/i;

const pythonTest = /(?:^|\/)(?:tests?|locustfile[\w.-]*|run_?tests?|test_[\w-]+|[\w-]+_tests?|conftest|testing|test_?(?:case|utils?|settings)|factories)\.py$|(?:^|\/)testing\//;
/** What a person or a pipeline starts by hand, and steps of a schema's history, each of which runs once. */
const pythonTooling = /(?:^|\/)(?:management\/commands|migrations|alembic|ansible[\w.-]*|playbooks?|(?:(?:build|release|deploy(?:ment)?|dev|ci|docker|maintenance|helper)[-_])?scripts?|tools?|utils\/dev|seeds?|fixtures|bin|hack|install(?:ers?|ation)?|contrib\/(?:dev|tools)|\.github|notebooks?|devtools?|code-?gen\w*)\/|^dev\/|^[\w-]+_script\.py$|(?:^|\/)(?:setup|manage|install_\w+|_build|hatch_build|build_backend|pdm_build|noxfile|fabfile|dodo|conf_doc|populate|seed\w*|versioneer|bootstrap_dev|create_\w*data|generate_\w+)\.py$/;

function dotnetRole(path: string): Role | undefined {
  if (dotnetGenerated.test(path)) return 'generated';
  if (dotnetTest.test(path)) return 'test';
  return dotnetTooling.test(path) ? 'tooling' : undefined;
}

/** Kept aside by a name that says so. */
const discarded = /[\w)][.~_-](?:old|bak|backup|orig|deprecated|unused|obsolete)$/i;
/** Copies that desktops make, whatever they are copies of: `Cart (2).java`, `Cart - Copy.jsp`, `Copy of Cart.xml`. */
const copied = /(?:^|\/)(?:(?:Copy(?: \(\d+\))? of|복사본) [^/]+|[^/]+? ?(?:- ?(?:Copy|복사본)(?: ?\(\d+\))?|\(\d{1,2}\)))\.\w+$/;
/** Code that is kept beside what took its place, under the day of that or as its backup; steps of a schema's history bear dates as well. */
const keptBeside = /(?:^|\/)(?!(?:[vV]|[vV]ersion|[mM]igration|[uU]pgrade|[uU]pdate|[pP]atch|[rR]elease|[cC]hange\w*)[_-]?\d)[^/]*(?:(?:[A-Za-z가-힣)][_.-]?|\d[_-])(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[_-]\d+)?|\w_2\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|[\w가-힣)][_.-](?:bak|backup)\d*)\.(?:java|jsp[fx]?)$/i;

/**
 * Settings of a framework that decide how the product serves, in a file that is code for its build as well: only matchers
 * that name such files read them, because most of what stands there is no code that runs.
 */
export function isReadByName(path: string): boolean {
  return /(?:^|\/)(?:next|vite|astro|svelte|react-router|nuxt)\.config\.[cm]?[jt]s$/.test(path);
}

/** Pipelines that their system looks for in one place: what they are called says nothing of what they are for. */
const workflow = /^\.(?:github|gitea|forgejo)\/workflows\/[^/]+\.ya?ml$/;

/** What a file is for, by its path alone. Findings are about the product. */
export function roleOf(path: string, language: Language): Role {
  if (workflow.test(path)) return 'product';
  if (generated.test(path) || unpackedArchive.test(path)) return 'generated';
  if (packaging.test(path) || virtualMachine.test(path)) return 'tooling';
  if (discarded.test(path) || copied.test(path) || keptBeside.test(path)) return 'documentation';
  // Maven's and Gradle's own layout settles it: a package named `test` or `docs` under src/main is product code.
  const mainSource = /(?:^|\/)src\/main\//.exec(path);
  const testedPath = mainSource ? path.slice(0, mainSource.index + 1) : path;
  if (testFolder.test(testedPath) || testFile.test(path)) return 'test';
  // In other languages a tool for tests may lie in Maven's folder for resources, which are no packages.
  if (testBed.test(language === 'java' || language === 'kotlin' ? testedPath : path)) return 'test';
  if (documentation.test(testedPath) || nestedDescriptor.test(path) || skeleton.test(path) || shownModule.test(path) || ((language === 'xml' || language === 'properties') && shown.test(path))) return 'documentation';
  if (language === 'csharp' || /\.(?:cs|vb|fs)proj$/.test(path)) {
    const role = dotnetRole(path);
    if (role) return role;
  }
  if (transform.test(path) || shownConfig.test(path)) return 'documentation';
  if (language === 'typescript' && dotnetBrowser.test(path)) return 'browser';
  if (language === 'typescript' && nodeTest.test(path)) return 'test';
  if (language === 'typescript' && nodeTooling.test(path)) return 'tooling';
  if (mobile.test(path) || (language === 'typescript' && (browser.test(path) || frontEnd.test(path) || carried.test(path)))) return 'browser';
  if ((mainSource && foreign.test(path)) || foreignBesidePages.test(path) || pageData.test(path)) return 'browser';
  if ((language === 'xml' || language === 'properties' || language === 'dockerfile') && pipeline.test(path)) return 'tooling';
  if ((language === 'xml' || language === 'properties') && (startedByHand.test(testedPath) || forDevelopers.test(path))) return 'tooling';
  if (language === 'typescript' || language === 'java' || language === 'kotlin') {
    if (tooling.test(testedPath)) return 'tooling';
  }
  if (language === 'python') {
    if (pythonTest.test(path)) return 'test';
    if (pythonTooling.test(path)) return 'tooling';
  }
  if (language === 'php') {
    if (phpTest.test(path)) return 'test';
    if (phpLibrary.test(path) || phpPatched.test(path)) return 'generated';
    if (tooling.test(path) || phpTooling.test(path) || phpCommand.test(path)) return 'tooling';
  }
  if (language === 'go' && goTest.test(path)) return 'test';
  if (language === 'go' && goTooling.test(path)) return 'tooling';
  return 'product';
}

/** A line longer than this, in characters, means that no person wrote the file. */
export const minifiedLine = 20_000;
/** Larger files, in bytes, are data or bundles. */
export const maximumSize = 2 * 1024 * 1024;

/** Lock files and other data that happen to be YAML or JSON. */
const data = /^(?:package-lock|npm-shrinkwrap|tsconfig[\w.-]*|jsconfig|pnpm-lock|yarn|angular|nx|turbo|renovate|\.[\w.-]+rc|lerna|cypress|jest\.config)\.(?:json|ya?ml|lock)$|^manifest\.json$/;

/** Database changes (Liquibase, Flyway and the like): each runs once, whatever it says of tables and texts. */
const migrations = /(?:^|\/)(?:db\/(?:changelog|migrations?)|changelogs?|liquibase|migrations?)\/.*\.(?:xml|ya?ml|json)$/i;

/** JSON, XML and YAML files that no rule reads, known by name and folder. */
export function isData(path: string): boolean {
  return data.test(basename(path)) || migrations.test(path);
}
