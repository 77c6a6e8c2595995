import assert from 'node:assert/strict';
import { packageFacts } from '../../../server/src/engine/modules.js';
import { makePlan } from '../../../server/src/engine/plan.js';

function plan(paths: readonly string[], packages: Readonly<Record<string, object>> = {}): ReturnType<typeof makePlan> {
  return makePlan(paths, new Map(Object.entries(packages).map(([path, text]) => [path, packageFacts(JSON.stringify(text))])), () => false);
}
const planned = (paths: readonly string[], packages?: Readonly<Record<string, object>>): readonly string[] => plan(paths, packages).files.map((file) => file.path);

describe('the plan', () => {
  it('leaves tests, docs, build tools and browser files out', () => {
    assert.deepEqual(planned([
      'src/main/java/a/Cart.java', 'src/test/java/a/CartTest.java', 'docs/Example.java', 'scripts/release.js', 'webpack.config.js', 'src/main/webapp/js/app.js', 'public/app.js', 'server/app.js', 'lib/cart.spec.ts',
    ]), ['src/main/java/a/Cart.java', 'server/app.js']);
  });
  it('leaves out what lies below a module of tests', () => {
    const paths = ['pom.xml', 'core/src/main/java/a/Cart.java', 'fit/pom.xml', 'fit/server/src/main/resources/application.properties'];
    assert.deepEqual(makePlan(paths, new Map(), () => false, new Map(), new Set(['fit/'])).files.map(({ path }) => path), ['pom.xml', 'core/src/main/java/a/Cart.java']);
  });
  it('knows product code below src/main whatever its package is called', () => {
    assert.deepEqual(planned(['app/src/main/java/org/test/docs/Cart.java']), ['app/src/main/java/org/test/docs/Cart.java']);
  });
  it('leaves packages out that run in the browser only', () => {
    const paths = ['web/package.json', 'web/src/main.ts', 'api/package.json', 'api/src/main.ts'];
    const packages = { 'web/package.json': { dependencies: { vue: '3' } }, 'api/package.json': { dependencies: { express: '5', 'react-dom': '19' } } };
    assert.ok(planned(paths, packages).includes('api/src/main.ts'));
    assert.ok(!planned(paths, packages).includes('web/src/main.ts'));
  });
  it('knows a server that is bundled whole, so that all it needs is listed as needed to build it', () => {
    const paths = ['package.json', 'server/app.ts'];
    assert.ok(planned(paths, { 'package.json': { devDependencies: { fastify: '5', 'react-dom': '19' } } }).includes('server/app.ts'));
    assert.ok(!planned(['package.json', 'src/app.ts'], { 'package.json': { dependencies: { 'react-dom': '19' }, devDependencies: { express: '5' } } }).includes('src/app.ts'), 'a server for development alone');
  });
  it('takes a client folder beside a server folder for browser code, unless it is a package of its own', () => {
    assert.deepEqual(planned(['package.json', 'client/libs/menu.js', 'server/app.js']).filter((path) => path.endsWith('.js')), ['server/app.js']);
    assert.ok(planned(['package.json', 'lib/client/redis.js', 'server/app.js']).includes('lib/client/redis.js'), 'no server folder beside it');
    assert.ok(planned(['package.json', 'src/client/billing.ts', 'src/server/app.ts']).includes('src/client/billing.ts'), 'nothing of a page in it');
    assert.ok(!planned(['package.json', 'src/client/menu.ts', 'src/client/menu.css', 'src/server/app.ts']).includes('src/client/menu.ts'));
    const paths = ['client/package.json', 'client/index.ts', 'server/app.ts'];
    assert.ok(planned(paths, { 'client/package.json': { dependencies: { next: '15' } } }).includes('client/index.ts'), 'its own package decides');
  });
  it('leaves Java out that GWT compiles for the browser', () => {
    const main = 'src/main/java/shop';
    assert.deepEqual(planned([`${main}/Shop.gwt.xml`, `${main}/client/Menu.java`, `${main}/client/util/Clock.java`, `${main}/server/Orders.java`]).filter((path) => path.endsWith('.java')), [`${main}/server/Orders.java`]);
    assert.ok(planned([`${main}/client/Menu.java`]).includes(`${main}/client/Menu.java`), 'no module of GWT beside it');
  });
  it('gives every file its nearest module and every module its application', () => {
    const { modules } = plan(['pom.xml', 'core/pom.xml', 'core/src/A.java', 'web/pom.xml', 'web/ui/package.json', 'web/ui/a.ts', 'readme.txt']);
    assert.equal(modules.of('core/src/A.java').dir, 'core');
    assert.equal(modules.of('core/src/A.java').application, '');
    assert.equal(modules.of('web/ui/a.ts').application, 'web/ui', 'a front end below a Maven module is an application of its own');
    assert.equal(modules.of('readme.txt').dir, '');
  });
  it('joins npm workspaces but not packages that merely lie below another', () => {
    const paths = ['package.json', 'a/package.json', 'a/x.ts'];
    assert.equal(plan(paths, { 'package.json': { workspaces: ['a'] }, 'a/package.json': {} }).modules.of('a/x.ts').application, '');
    assert.equal(plan(paths, { 'package.json': {}, 'a/package.json': {} }).modules.of('a/x.ts').application, 'a');
    assert.equal(plan([...paths, 'pnpm-workspace.yaml'], { 'package.json': {}, 'a/package.json': {} }).modules.of('a/x.ts').application, '', 'pnpm names them in a file of its own');
  });

  it('joins the projects of a .NET solution, and leaves modules of Go and projects of Python beside each other apart', () => {
    const { modules } = makePlan(['Shop.sln', 'src/Web/Web.csproj', 'src/Core/Core.csproj', 'tool/Tool.csproj', 'api/go.mod', 'api/worker/go.mod', 'py/requirements.txt', 'py/site/manage.py', 'py/jobs/pyproject.toml', 'php/composer.json', 'php/package.json'], new Map(), () => false);
    const application = (path: string): string => modules.of(path).application;
    assert.deepEqual(['src/Web/A.cs', 'src/Core/B.cs', 'tool/C.cs'].map(application), ['', '', '']);
    assert.deepEqual(['api/main.go', 'api/worker/main.go'].map(application), ['api', 'api/worker']);
    assert.deepEqual(['py/a.py', 'py/site/shop/b.py', 'py/jobs/c.py'].map(application), ['py', 'py', 'py/jobs']);
    assert.equal(modules.of('php/index.php').tool, 'composer');
  });

  it('joins projects of .NET that share settings where no solution says so', () => {
    const applications = (paths: readonly string[]): readonly string[] => ['src/Web/A.cs', 'src/Core/B.cs'].map((path) => makePlan(paths, new Map(), () => false).modules.of(path).application);
    const projects = ['src/Web/Web.csproj', 'src/Core/Core.csproj'];
    assert.deepEqual(applications([...projects, 'global.json', 'src/Directory.Build.props']), ['', '']);
    assert.deepEqual(applications(projects), ['src/Web', 'src/Core']);
    assert.deepEqual(applications([...projects, 'src/Web/Web.sln', 'global.json']), ['src/Web', '']);
  });

  it('leaves the scripts of a front end inside a serving package to the browser, unless it is a package itself', () => {
    const server = { workspaces: false, browserOnly: false, terminalOnly: false };
    const read = (packages: readonly string[]): readonly string[] => makePlan(['web/app/cart.js', 'web/frontend/js/cart.js', 'shop/front-end/app/cart.ts', ...packages], new Map(packages.map((path) => [path, server])), () => false).files.map(({ path }) => path).filter((path) => /cart/.test(path));
    assert.deepEqual(read(['web/package.json', 'shop/package.json']), ['web/app/cart.js']);
    assert.deepEqual(read(['web/package.json', 'shop/front-end/package.json']), ['web/app/cart.js', 'shop/front-end/app/cart.ts']);
  });

  it('leaves out a package that is a command for a terminal, but not a server that is installed as a command', () => {
    const read = (manifest: object): readonly string[] => planned(['cli/package.json', 'cli/src/init.ts'], { 'cli/package.json': manifest }).filter((path) => path.endsWith('.ts'));
    assert.deepEqual(read({ bin: { shop: './index.js' }, dependencies: { commander: '1', prompts: '2', ws: '8' } }), []);
    assert.deepEqual(read({ bin: { shop: './index.js' }, dependencies: { prompts: '2', express: '4' } }), ['cli/src/init.ts']);
    assert.deepEqual(read({ bin: { shop: './index.js' }, dependencies: { commander: '1' } }), ['cli/src/init.ts']);
    assert.deepEqual(read({ dependencies: { prompts: '2' } }), ['cli/src/init.ts']);
  });
});
