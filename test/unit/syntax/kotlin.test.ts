import assert from 'node:assert/strict';
import { args, declarationOf, fieldsOf, isType, methodsOf, modifiers, nameOf, stringValue, annotation, type JavaNode } from '../../../server/src/syntax/java/ask.js';
import { AdapterPool } from '../../../server/src/syntax/load.js';
import { languageOf } from '../../../server/src/syntax/languages.js';

const pool = new AdapterPool();
const once = { once: <T>(_key: object, compute: () => T): T => compute() };

async function nodes(text: string, ...types: readonly string[]): Promise<readonly JavaNode[]> {
  await pool.load('kotlin');
  const found: JavaNode[] = [];
  const parsed = pool.get('kotlin')!.parse(text, 'src/main/kotlin/kr/shop/cart.kt');
  parsed.visit(new Set(types), (_key, node) => found.push(node));
  assert.equal(parsed.problems.length, 0, text);
  return found;
}

describe('Kotlin in the node types of Java', () => {
  it('is told by its ending; a build script is not', () => {
    assert.equal(languageOf('src/main/kotlin/Shop.kt'), 'kotlin');
    assert.equal(languageOf('build.gradle.kts'), 'gradle');
  });

  it('puts properties and functions of a file into a class of their own', async () => {
    const [type, ...others] = await nodes('package kr.shop\n\nval carts = mutableMapOf<String, Cart>()\nfun add(id: String, cart: Cart) { carts[id] = cart }\n', 'class_declaration');
    assert.ok(type);
    assert.deepEqual(others, []);
    assert.equal(nameOf(type), 'CartKt');
    const [carts] = fieldsOf(type);
    assert.equal(carts?.type, 'LinkedHashMap');
    assert.ok(modifiers(carts.declaration).has('static') && modifiers(carts.declaration).has('final'));
    const [put] = await nodes('val carts = mutableMapOf<String, Cart>()\n\nclass Shop {\n    fun add(id: String) {\n        carts[id] = Cart()\n    }\n}\n', 'method_invocation');
    assert.equal(put && nameOf(put), 'put');
    assert.equal(declarationOf(put?.childForFieldName('object') as JavaNode)?.name, 'carts');
  });

  it('takes members of objects and companions for static ones', async () => {
    const types = await nodes('class Shop {\n    companion object {\n        var last = ""\n    }\n    val open = true\n}\n\nobject Users {\n    private val all = HashSet<String>()\n}\n', 'class_declaration');
    const fields = types.flatMap((type) => fieldsOf(type).map((each) => [nameOf(type), each.name, modifiers(each.declaration).has('static')]));
    assert.deepEqual(fields, [['Shop', 'last', true], ['Shop', 'open', false], ['Users', 'all', true]]);
  });

  it('keeps annotations with the classes that follow, at their places', async () => {
    const text = 'package kr.shop\n\nimport org.springframework.stereotype.Service\n\n@Service\n@Scope("session")\nclass Orders {\n    fun all() = 1\n}\n\n@Service // one\nclass Carts {\n    fun all() = 2\n}\n';
    const [orders, carts] = await nodes(text, 'class_declaration');
    assert.ok(orders && carts);
    const scope = annotation(orders, 'Scope');
    assert.equal(scope && text.slice(scope.node.startIndex, scope.node.endIndex), '@Scope("session")');
    assert.equal(stringValue(scope?.values.get('value')), 'session');
    assert.ok(annotation(orders, 'Service') && annotation(carts, 'Service') && isType(once, carts, 'Service', 'org.springframework.stereotype.Service'));
    assert.deepEqual([orders, carts].map((type) => methodsOf(type).map(nameOf)), [['all'], ['all']]);
  });

  it('reads texts with holes as concatenations, and `$` where it is written', async () => {
    const [call] = await nodes('fun f(id: String) { read("/data/$id", """${\'$\'}{a.b}""", "\\${c}") }\n', 'method_invocation');
    const [path, raw, escaped] = args(call as JavaNode);
    assert.equal(path?.type, 'binary_expression');
    assert.deepEqual([stringValue(raw), stringValue(escaped)], ['${a.b}', '${c}']);
  });

  it('hands lambdas behind a call on as its last argument', async () => {
    const [outer] = await nodes('fun f() { lock.withLock { save(1) } }\n', 'method_invocation');
    assert.deepEqual([outer && nameOf(outer), args(outer as JavaNode).map((each) => each.type)], ['withLock', ['lambda_expression']]);
  });

  it('survives what cannot be read', async () => {
    await pool.load('kotlin');
    for (const text of ['', '@', '@Service', 'class', 'fun f( {', '@A(\nclass B {', 'val x = "']) pool.get('kotlin')!.parse(text, 'a.kt').visit(new Set(['class_declaration']), () => undefined);
  });
});
