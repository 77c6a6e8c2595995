import assert from 'node:assert/strict';
import { MemoryHost } from '../../../server/src/host/memory.js';
import { readOutlines } from '../../../server/src/host/outlines.js';
import { prepare } from '../../../server/src/host/prepare.js';

describe('Outlines of a workspace', () => {
  const host = new MemoryHost(new Map([
    ['shop/pom.xml', '<project/>'],
    ['shop/web/pom.xml', '<project/>'],
    ['shop/web/src/main/java/shop/Cart.java', 'package shop; class Cart { }'],
    ['shop/web/src/test/java/shop/CartTest.java', 'package shop; class CartTest { }'],
    ['shop/core/src/main/resources/CartMapper.xml', '<mapper namespace="shop.CartMapper"><select id="all">select * from cart</select></mapper>'],
    ['shop/core/src/main/resources/beans.xml', '<beans/>'],
    ['shop/core/src/main/kotlin/shop/Fee.kt', 'package shop\nclass Fee'],
    ['desk/manage.py', ''],
    ['desk/books/models.py', 'class Book(models.Model):\n  pass\n'],
    ['desk/books/migrations/0001_initial.py', 'class Migration:\n  pass\n'],
  ]));
  const { plan } = prepare(host);
  const found = readOutlines(host, plan.files.map((file) => ({ ...file, application: plan.modules.of(file.path).application })));

  it('are those of the product, by application', () => {
    assert.deepEqual(found.map(({ application, outlines, unread }) => [application, outlines.map(({ file }) => file), unread]), [
      ['desk', ['desk/books/models.py'], 0], ['shop', ['shop/web/src/main/java/shop/Cart.java'], 1],
    ]);
  });

  it('come with the statements of mappers', () => {
    assert.deepEqual(found[1]?.mappers, [{
      file: 'shop/core/src/main/resources/CartMapper.xml', namespace: 'shop.CartMapper', queries: [{ name: 'all', tables: [{ table: 'cart', access: 'read' }], line: 1 }],
    }]);
  });

  it('come with what configurations and packages say of names of modules', () => {
    const clinic = new MemoryHost(new Map([
      ['package.json', '{ "name": "clinic", "dependencies": { "express": "4" } }'],
      ['apps/api/main.ts', 'import "@clinic/pets";'],
      ['apps/api/tsconfig.json', '{ "compilerOptions": { "paths": { "@clinic/*": ["../../libs/*/index.ts"] } } }'],
    ]));
    const prepared = prepare(clinic).plan;
    const [application] = readOutlines(clinic, prepared.files.map((file) => ({ ...file, application: prepared.modules.of(file.path).application })));
    assert.deepEqual(application?.aliases.filter(({ scope }) => scope !== ''), [{ scope: 'apps/api', pattern: '@clinic/*', targets: ['libs/*/index'] }]);
    assert.deepEqual(application?.aliases.filter(({ scope }) => scope === '').map(({ pattern }) => pattern), ['clinic', 'clinic/*']);
  });
});
