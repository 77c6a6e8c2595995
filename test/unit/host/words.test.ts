import assert from 'node:assert/strict';
import { WordSet } from '../../../server/src/host/words.js';

function found(text: string, ...names: readonly string[]): readonly string[] {
  return [...new WordSet(names).in(Buffer.from(text)).keys()].sort();
}

describe('names in a text', () => {
  it('are found as whole words, at its ends as well', () => {
    assert.deepEqual(found('order', 'order'), ['order']);
    assert.deepEqual(found('a.order(); reorder(); orders', 'orders', 'reorder', 'order', 'ord'), ['order', 'orders', 'reorder']);
    assert.deepEqual(found('my_order $order order2', 'order'), []);
    assert.deepEqual(found('주문order주문', 'order'), ['order']);
  });

  it('may hold more than a word: keys as a whole, and what they begin with', () => {
    const names = ['shop.dir.in', 'shop.dir."', 'shop."', 'shop.dir.${'];
    assert.deepEqual(found('get("shop.dir." + way)', ...names), ['shop.dir."']);
    assert.deepEqual(found('${shop.dir.in} and shop.dir.inner', ...names), ['shop.dir.in']);
    assert.deepEqual(found('shop.dir.inner', ...names), []);
    assert.deepEqual(found('"shop.dir.${way}"', ...names), ['shop.dir.${']);
    assert.deepEqual(found('shop.dir', ...names), []);
  });

  it('may begin with signs, and end where the name of a variable begins', () => {
    const names = ['*-orders.xml', '}-orders.xml', 'shop-$', '*.xml'];
    assert.deepEqual(found('conf/*-orders.xml', ...names), ['*-orders.xml']);
    assert.deepEqual(found('old-orders.xml', ...names), []);
    assert.deepEqual(found('orders.xml', ...names), []);
    assert.deepEqual(found('load shop-$STAGE.xml', ...names), ['shop-$']);
    assert.deepEqual(found('"shop-" or *.xml', ...names), ['*.xml']);
  });

  it('without an ASCII word are not looked for', () => {
    assert.deepEqual(found('주문 ./ order', '주문', './'), []);
  });
});
