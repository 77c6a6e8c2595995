import assert from 'node:assert/strict';
import { gwtSources } from '../../../server/src/engine/gwt-sources.js';
import { MemoryHost } from '../../../server/src/host/memory.js';
import { prepare } from '../../../server/src/host/prepare.js';

const module = '<module><source path="cache"/><source path=\'shared\'/><source path="client"/><!-- <source path="server"/> --></module>';
const java = (imports: string): string => `package shop;\n${imports}\nclass A {}\n`;

function planned(files: Readonly<Record<string, string>>): readonly string[] {
  return prepare(new MemoryHost(new Map(Object.entries(files)))).plan.files.map(({ path }) => path).filter((path) => path.endsWith('.java'));
}

describe('sources of a script of GWT', () => {
  it('are the folders that the module names', () => {
    assert.deepEqual(gwtSources('src/shop/Shop.gwt.xml', module), ['src/shop/cache/', 'src/shop/shared/']);
    assert.deepEqual(gwtSources('Shop.gwt.xml', '<source includes="*.java" path="cache/" />'), ['cache/']);
  });
  it('are left out when they lean on the browser, and read when the server has them too', () => {
    assert.deepEqual(planned({
      'src/shop/Shop.gwt.xml': module,
      'src/shop/cache/OrderCache.java': java(''),
      'src/shop/cache/OrderCacheService.java': java('import com.google.gwt.core.client.GWT;'),
      'src/shop/shared/Order.java': java('import com.google.gwt.user.client.rpc.IsSerializable;'),
      'src/shop/shared/Price.java': java('import java.io.Serializable;'),
      'src/shop/shared/Texts.java': java('import com.google.gwt.core.client.GWT;'),
      'src/shop/server/OrderServlet.java': java('import com.google.gwt.user.server.rpc.RemoteServiceServlet;'),
    }), ['src/shop/server/OrderServlet.java', 'src/shop/shared/Order.java', 'src/shop/shared/Price.java', 'src/shop/shared/Texts.java']);
  });
});
