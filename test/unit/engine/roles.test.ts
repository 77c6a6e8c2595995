import assert from 'node:assert/strict';
import { roleOf } from '../../../server/src/engine/roles.js';

describe('roleOf', () => {
  it('takes the file of a process manager for what runs the product, and those of build tools for tooling', () => {
    assert.equal(roleOf('ecosystem.config.js', 'typescript'), 'product');
    assert.equal(roleOf('webpack.config.js', 'typescript'), 'tooling');
    assert.equal(roleOf('src/http/__fixtures__/server.ts', 'typescript'), 'test');
  });

  it('leaves out what tests from end to end share, events made up for previews, and programs that developers start', () => {
    assert.equal(roleOf('e2e-common/test-config.ts', 'typescript'), 'test');
    assert.equal(roleOf('packages/mail/src/handler/mock-events.ts', 'typescript'), 'test');
    assert.equal(roleOf('dev/installer/main.go', 'go'), 'tooling');
    assert.equal(roleOf('dev/index.js', 'typescript'), 'tooling');
    assert.equal(roleOf('src/shop/_build.py', 'python'), 'tooling');
    for (const path of ['src/mockups/render.ts', 'src/dev/devices.ts', 'src/price2e/list.ts']) assert.equal(roleOf(path, 'typescript'), 'product', path);
  });

  it('takes the scripts of ASP.NET projects for those of the browser', () => {
    assert.equal(roleOf('Shop.Web/Assets/JavaScript/cart.js', 'typescript'), 'browser');
    assert.equal(roleOf('Shop.Web/Areas/lib/jquery.validate.js', 'typescript'), 'browser');
    assert.equal(roleOf('server/jqueries/run.js', 'typescript'), 'product');
    assert.equal(roleOf('examples/Shop/web.config', 'xml'), 'documentation');
    assert.equal(roleOf('src/Shop/web.config', 'xml'), 'product');
    assert.equal(roleOf('tools/TestSuite/images/sql/Dockerfile', 'dockerfile'), 'test');
  });

  it('takes scripts among the resources of a JVM application for no Node server', () => {
    assert.equal(roleOf('portal/src/main/resources/optimizer.js', 'typescript'), 'browser');
    assert.equal(roleOf('portal/src/main/resources/application.yml', 'yaml'), 'product');
    assert.equal(roleOf('portal/src/main/resources/static/editor/jsp/Uploader.java', 'java'), 'browser');
    assert.equal(roleOf('portal/src/main/webapp/js/avatar/upload.php', 'php'), 'browser');
    assert.equal(roleOf('portal/src/main/webapp/orders/list.jsp', 'jsp'), 'product');
    assert.equal(roleOf('WebContent/page/fileupload/demo/backend/upload.php', 'php'), 'browser');
    assert.equal(roleOf('portal/WebRoot/js/ueditor/php/controller.php', 'php'), 'browser');
    assert.equal(roleOf('WebRoot/admin/users/list.php', 'php'), 'product');
    assert.equal(roleOf('WebContent/orders/list.jsp', 'jsp'), 'product');
    assert.equal(roleOf('src/main/server.js', 'typescript'), 'product');
  });

  it('reads the descriptors of a web application at its root alone', () => {
    assert.equal(roleOf('portal/src/main/webapp/sign/WEB-INF/weblogic.xml', 'xml'), 'documentation');
    assert.equal(roleOf('WebContent/sample/login/WEB-INF/web.xml', 'xml'), 'documentation');
    for (const path of ['portal/src/main/webapp/WEB-INF/weblogic.xml', 'WebContent/WEB-INF/web.xml', 'src/main/webapp/WEB-INF/spring/root/context.xml', 'webapps/sign/WEB-INF/web.xml']) assert.equal(roleOf(path, 'xml'), 'product', path);
  });

  it('leaves out settings beside the sources that developers run the product with', () => {
    for (const [path, language] of [['dev/properties/shop.properties', 'properties'], ['dev/tomcat/server.xml', 'xml']] as const) assert.equal(roleOf(path, language), 'tooling', path);
    // Sources of the product may stand below such a folder, and environments have settings of that name.
    for (const path of ['dev/shop/src/main/resources/shop.properties', 'src/main/resources/dev/shop.properties', 'config/dev/shop.properties', 'devices/shop.properties']) assert.equal(roleOf(path, 'properties'), 'product', path);
    assert.equal(roleOf('dev/pom.xml', 'xml'), 'product');
  });

  it('leaves out what developers bring up a test bed with, and what loads it', () => {
    assert.equal(roleOf('modules/orders/orders-test-bundle/src/main/java/shop/OrdersStub.java', 'java'), 'test');
    // Source sets beside src/main that Maven's failsafe and Gradle's test suites run.
    for (const path of ['web/src/it/java/shop/OrderAft.java', 'src/intTest/java/shop/Orders.java', 'src/integrationTest/resources/application.properties']) assert.equal(roleOf(path, path.endsWith('.java') ? 'java' : 'properties'), 'test', path);
    assert.equal(roleOf('src/contest/java/shop/Contest.java', 'java'), 'product');
    assert.equal(roleOf('modules/orders/latest-bundle/src/main/java/shop/Orders.java', 'java'), 'product');
    assert.equal(roleOf('dev-support/docker/Dockerfile.hadoop', 'dockerfile'), 'test');
    assert.equal(roleOf('dev-support/docker/hive-site.xml', 'xml'), 'test');
    assert.equal(roleOf('shop-tools/src/main/python/shop_performance_tool/logging_utils.py', 'python'), 'test');
    assert.equal(roleOf('shop/src/main/java/shop/load_test/Runner.java', 'java'), 'product');
    assert.equal(roleOf('devices/support/app.py', 'python'), 'product');
    assert.equal(roleOf('docker/dummy/mail/Dockerfile', 'dockerfile'), 'test');
    assert.equal(roleOf('docker/dummy-mail-relay/Dockerfile', 'dockerfile'), 'product');
  });

  it('leaves out what tests of several Go packages are made of', () => {
    assert.equal(roleOf('internal/entity/session_fixtures.go', 'go'), 'test');
    assert.equal(roleOf('internal/entity/testutil.go', 'go'), 'test');
    assert.equal(roleOf('internal/sports/fixture_list.go', 'go'), 'product');
  });

  it('leaves a mobile client out in every language', () => {
    assert.equal(roleOf('cordova/www/WEB-INF/shop-ds.xml', 'xml'), 'browser');
    assert.equal(roleOf('app/cordova/platforms/Main.java', 'java'), 'browser');
  });

  it('leaves out what a bundler cut into pieces, but not a folder of that name', () => {
    assert.equal(roleOf('client/chunks/Avatar-BarR7CBd.js', 'typescript'), 'generated');
    assert.equal(roleOf('src/chunks/split.ts', 'typescript'), 'product');
    for (const path of ['web/vitestSetup.ts', 'web/playwright/utils/mock.ts', 'web/integration/global-setup.ts', 'jest.setup.js', 'src/setupTests.ts']) assert.equal(roleOf(path, 'typescript'), 'test', path);
    assert.equal(roleOf('packages/vite-plugins/copy-assets/index.ts', 'typescript'), 'tooling');
    assert.equal(roleOf('packages/api/v1/examples/01-create.ts', 'typescript'), 'tooling');
    assert.equal(roleOf('packages/api-documentation/src/index.ts', 'typescript'), 'tooling');
    assert.equal(roleOf('src/server-dev.ts', 'typescript'), 'tooling');
    assert.equal(roleOf('server/dev-server/index.js', 'typescript'), 'tooling');
    assert.equal(roleOf('src/server-devices.ts', 'typescript'), 'product');
    assert.equal(roleOf('extras/translator/index.mjs', 'typescript'), 'tooling');
    assert.equal(roleOf('packages/front-end/components/search.ts', 'typescript'), 'browser');
    assert.equal(roleOf('packages/front-end/server/search.ts', 'typescript'), 'product');
    assert.equal(roleOf('packages/back-end/components/search.ts', 'typescript'), 'product');
    assert.equal(roleOf('server/compatibility-test-script.cjs', 'typescript'), 'test');
    assert.equal(roleOf('src/documents/server.ts', 'typescript'), 'product');
    assert.equal(roleOf('backend/src/config/mock/database.config.mock.ts', 'typescript'), 'test');
    for (const path of ['libs/testing/src/orders.service.ts', 'apps/api/src/testing/seed.ts']) assert.equal(roleOf(path, 'typescript'), 'test', path);
    for (const path of ['playground/nest/src/main.ts', 'apps/shop-playground/server.ts']) assert.equal(roleOf(path, 'typescript'), 'tooling', path);
    assert.equal(roleOf('web/src/features/playground/server.ts', 'typescript'), 'product');
    assert.equal(roleOf('apps/shop/imports/client/orders.js', 'typescript'), 'browser');
    assert.equal(roleOf('apps/shop/imports/api/orders.js', 'typescript'), 'product');
    for (const path of ['src/setup.ts', 'src/test-results/score.ts', 'src/plugins/webpack.ts']) assert.equal(roleOf(path, 'typescript'), 'product', path);
  });

  it('leaves out modules named after a kind of test, but not a feature that happens to test something', () => {
    assert.equal(roleOf('shop/shop-test-performance/docker/Dockerfile', 'dockerfile'), 'test');
    assert.equal(roleOf('shop-e2e-tests-core/src/main/java/kr/Client.java', 'java'), 'test');
    assert.equal(roleOf('agent-testweb/dubbo-testweb/src/main/java/kr/Starter.java', 'java'), 'test');
    assert.equal(roleOf('quickstart/testapp/src/main/java/kr/TestApp.java', 'java'), 'test');
    assert.equal(roleOf('server/shop-test-war/src/main/java/kr/SessionTracker.java', 'java'), 'test');
    assert.equal(roleOf('api/connection-test-v1/src/main/java/kr/ConnectionTestApi.java', 'java'), 'product');
  });

  it('leaves out what new projects are made of', () => {
    assert.equal(roleOf('utils/web-archetype/src/main/resources/archetype-resources/pom.xml', 'xml'), 'documentation');
  });

  it('leaves out settings of the pipeline', () => {
    assert.equal(roleOf('.github/settings.xml', 'xml'), 'tooling');
    assert.equal(roleOf('src/ci/docker/browsers/Dockerfile', 'dockerfile'), 'tooling');
    assert.equal(roleOf('ci/Dockerfile', 'dockerfile'), 'product');
  });

  it('leaves out modules that hold samples, but not a package of that name', () => {
    assert.equal(roleOf('jobs-executor-samples/jobs-sample-boot/src/main/java/kr/Main.java', 'java'), 'documentation');
    for (const path of ['samples/app/src/main/java/kr/Main.java', 'examples/web/orders/src/main/resources/application.properties', 'samples/app/build.gradle', 'examples/pom.xml']) assert.equal(roleOf(path, 'java'), 'documentation', path);
    for (const path of ['src/main/java/kr/samples/Orders.java', 'laboratory/samples.gradle', 'samples/k8s/deployment.yaml']) assert.equal(roleOf(path, 'java'), 'product', path);
    assert.equal(roleOf('scripts/tomcat/log4j2.properties', 'properties'), 'tooling');
    assert.equal(roleOf('src/main/resources/scripts/shop.properties', 'properties'), 'product');
    assert.equal(roleOf('client/shop-plugin/demo-orders/csv/shop.xml', 'xml'), 'documentation');
    assert.equal(roleOf('shop/demo-orders/src/main/resources/beans.xml', 'xml'), 'product');
    assert.equal(roleOf('src/main/java/kr/order_samples/Orders.java', 'java'), 'product');
  });

  it('leaves out XML that is named for tests', () => {
    assert.equal(roleOf('integration/src/main/resources/applicationContext-test-security.xml', 'xml'), 'test');
    assert.equal(roleOf('src/main/resources/latest-prices.xml', 'xml'), 'product');
  });

  it('keeps the configuration of the server', () => {
    assert.equal(roleOf('src/main/webapp/WEB-INF/shop-ds.xml', 'xml'), 'product');
  });
});

describe('roleOf for PHP and Go', () => {
  it('leaves out what installs, upgrades, seeds or tests a PHP application', () => {
    assert.equal(roleOf('bootstrap/phpstan.php', 'php'), 'tooling');
    assert.equal(roleOf('database/seeders/UserSeeder.php', 'php'), 'tooling');
    assert.equal(roleOf('database/migrations/2020_01_01_create_users.php', 'php'), 'tooling');
    assert.equal(roleOf('upgrade.php', 'php'), 'tooling');
    assert.equal(roleOf('src/install/module/write_config.php', 'php'), 'tooling');
    assert.equal(roleOf('lang/de/auth.php', 'php'), 'tooling');
    assert.equal(roleOf('src/Cart/CartTest.php', 'php'), 'test');
    assert.equal(roleOf('app/Http/Controllers/UpgradeController.php', 'php'), 'product');
    assert.equal(roleOf('config/session.php', 'php'), 'product');
    assert.equal(roleOf('app/Console/CssCommand.php', 'php'), 'tooling');
    assert.equal(roleOf('app/Console/Commands/Prune/OldFiles.php', 'php'), 'tooling');
    assert.equal(roleOf('app/Console/Kernel.php', 'php'), 'product');
    assert.equal(roleOf('src/Controller/CommandController.php', 'php'), 'product');
    assert.equal(roleOf('libs/phpqrcode/lib/QRmask.php', 'php'), 'generated');
    assert.equal(roleOf('include/class/PHPMailer-5.2/class.smtp.php', 'php'), 'generated');
    assert.equal(roleOf('include/mailer/src/Transport/File.php', 'php'), 'generated');
    assert.equal(roleOf('overrides/symfony/http-kernel/HttpCache/Store.php', 'php'), 'generated');
    assert.equal(roleOf('app/Overrides/OrderController.php', 'php'), 'product');
    assert.equal(roleOf('include/cli/modules/export.php', 'php'), 'tooling');
    assert.equal(roleOf('web/js/routes.js', 'typescript'), 'browser');
    assert.equal(roleOf('admin/view/javascript/sale/order.js', 'typescript'), 'browser');
    assert.equal(roleOf('vagrant/bootstrap.yaml', 'yaml'), 'tooling');
    assert.equal(roleOf('web/server.ts', 'typescript'), 'product');
    assert.equal(roleOf('libs/shop/Orders.php', 'php'), 'product');
    assert.equal(roleOf('lib/private/Files/Storage.php', 'php'), 'product');
    assert.equal(roleOf('app/Models/Setup.php', 'php'), 'product');
    assert.equal(roleOf('lib/lib_install.php', 'php'), 'tooling');
    assert.equal(roleOf('app/plugins/PluginInstaller.php', 'php'), 'product');
  });

  it('leaves out tests, mocks and build programs of Go, but not its commands', () => {
    assert.equal(roleOf('pkg/cart/cart_test.go', 'go'), 'test');
    assert.equal(roleOf('magefile.go', 'go'), 'tooling');
    assert.equal(roleOf('internal/store/mock_store.go', 'go'), 'tooling');
    assert.equal(roleOf('api/orders.pb.go', 'go'), 'generated');
    assert.equal(roleOf('cmd/server/main.go', 'go'), 'product');
    assert.equal(roleOf('backend/_example/store/main.go', 'go'), 'documentation');
    assert.equal(roleOf('backend/_tools/fill/main.go', 'go'), 'tooling');
    assert.equal(roleOf('backend/_example/compose.yml', 'yaml'), 'documentation');
    assert.equal(roleOf('.dev/Dockerfile', 'dockerfile'), 'test');
    assert.equal(roleOf('shop.dev/main.go', 'go'), 'product');
    assert.equal(roleOf('pkg/generator/generator.go', 'go'), 'product');
  });

  it('leaves out tests, migrations, commands and scripts of Python, but not what serves', () => {
    assert.equal(roleOf('shop/tests.py', 'python'), 'test');
    assert.equal(roleOf('shop/test_views.py', 'python'), 'test');
    assert.equal(roleOf('conftest.py', 'python'), 'test');
    assert.equal(roleOf('runtests.py', 'python'), 'test');
    assert.equal(roleOf('run_tests.py', 'python'), 'test');
    assert.equal(roleOf('backend/load/locustfile.orders.py', 'python'), 'test');
    assert.equal(roleOf('locust/web.py', 'python'), 'product');
    assert.equal(roleOf('shop/run_contests.py', 'python'), 'product');
    assert.equal(roleOf('shop/migrations/0001_initial.py', 'python'), 'tooling');
    assert.equal(roleOf('alembic/versions/1a2b_orders.py', 'python'), 'tooling');
    assert.equal(roleOf('shop/management/commands/import_orders.py', 'python'), 'tooling');
    assert.equal(roleOf('manage.py', 'python'), 'tooling');
    assert.equal(roleOf('scripts/release.py', 'python'), 'tooling');
    assert.equal(roleOf('build-scripts/package/package.py', 'python'), 'tooling');
    assert.equal(roleOf('shop/user_scripts/run.py', 'python'), 'product');
    assert.equal(roleOf('.github/actions/notify/Dockerfile', 'dockerfile'), 'tooling');
    assert.equal(roleOf('hatch_build.py', 'python'), 'tooling');
    assert.equal(roleOf('stock_reset_script.py', 'python'), 'tooling');
    assert.equal(roleOf('shop/reset_script.py', 'python'), 'product');
    assert.equal(roleOf('docker/install_browsers.py', 'python'), 'tooling');
    assert.equal(roleOf('unittests/scans/strings.xml', 'xml'), 'test');
    assert.equal(roleOf('install/ansible-base/roles/web/files/prepare.py', 'python'), 'tooling');
    assert.equal(roleOf('install/linux/setup_shop.py', 'python'), 'tooling');
    assert.equal(roleOf('shop/installed/views.py', 'python'), 'product');
    assert.equal(roleOf('shop/settings/base.py', 'python'), 'product');
    assert.equal(roleOf('shop/commands.py', 'python'), 'product');
    assert.equal(roleOf('app/main.py', 'python'), 'product');
  });
  it('leaves applications of others alone that were unpacked beside the libraries', () => {
    assert.equal(roleOf('common/lib/axis2.war/WEB-INF/conf/axis2.xml', 'xml'), 'generated');
    assert.equal(roleOf('libs/report.jar/report/View.java', 'java'), 'generated');
    assert.equal(roleOf('resources/shop.war/WEB-INF/web.xml', 'xml'), 'product');
  });
  it('leaves data of pages alone', () => {
    assert.equal(roleOf('src/main/webapp/resources/xml/domain.xml', 'xml'), 'browser');
    assert.equal(roleOf('src/main/webapp/WEB-INF/resources/domain.xml', 'xml'), 'product');
    assert.equal(roleOf('src/main/webapp/config/database.xml', 'xml'), 'product');
  });
  it('leaves files alone that were put aside', () => {
    assert.equal(roleOf('Server/Dockerfile.old', 'dockerfile'), 'documentation');
    assert.equal(roleOf('deploy/Dockerfile.bak', 'dockerfile'), 'documentation');
    assert.equal(roleOf('Server/Dockerfile.prod', 'dockerfile'), 'product');
    for (const name of ['LoginServlet20250623', 'Login_20240101', 'Cart0250_20240101', 'Login_20240101_2', 'Login_240101', 'Login_bak', 'Login_backup2', 'Login.bak', 'Login - 복사본', 'Login - Copy (2)', 'Login(1)', 'Login (2)', 'Copy of Login', '복사본 Login']) {
      assert.equal(roleOf(`src/app/${name}.java`, 'java'), 'documentation', name);
    }
    for (const name of ['Login', 'Backup', 'LoginBackup', 'V20240101', 'Migration20240101', 'Version_20240101', 'Room1234', 'Sha20200512x', 'Base64', 'Order20241399']) assert.equal(roleOf(`src/app/${name}.java`, 'java'), 'product', name);
    assert.equal(roleOf('k8s/db-backup.yaml', 'yaml'), 'product');
    assert.equal(roleOf('app/(shop)/page.tsx', 'typescript'), 'product');
    assert.equal(roleOf('samples/Shop/appsettings.json', 'json'), 'documentation');
    assert.equal(roleOf('src/Shop/appsettings.Production.json', 'json'), 'product');
    assert.equal(roleOf('threshold/Household.cs', 'csharp'), 'product');
  });
});
