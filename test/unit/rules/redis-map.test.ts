import assert from 'node:assert/strict';
import { changedFiles, editsOf, fixesFor } from '../../../server/src/engine/fixes.js';
import { scan } from '../../harness/run.js';

const file = 'src/main/java/shop/StockController.java';
const key = 'redisson-map';

const pom = `<project>
    <modelVersion>4.0.0</modelVersion>
    <parent>
        <groupId>org.springframework.boot</groupId>
        <artifactId>spring-boot-starter-parent</artifactId>
        <version>3.3.5</version>
    </parent>
    <groupId>shop</groupId>
    <artifactId>stock</artifactId>
    <version>1.0.0</version>
    <dependencies>
        <dependency>
            <groupId>org.springframework.boot</groupId>
            <artifactId>spring-boot-starter-web</artifactId>
        </dependency>
    </dependencies>
</project>
`;

const hold = `
    @PostMapping("/hold")
    public boolean hold(@RequestParam Long id, @RequestParam int pieces) {
        synchronized (held) {
            int now = held.getOrDefault(id, 0);
            if (10 - now < pieces) {
                return false;
            }
            held.put(id, now + pieces);
            return true;
        }
    }`;

/** A controller that holds pieces of stock, with more members than those, another declaration of the map, or other marks. */
function controller({ members = '', field = 'private static final Map<Long, Integer> held = new HashMap<>();', head = '@RestController\npublic class StockController {', method = hold } = {}): string {
  return `package shop;

import java.util.*;
import java.util.concurrent.*;
import org.springframework.web.bind.annotation.*;

${head}

    ${field}
${method}
${members}
}
`;
}

/** What the fix makes of the controller: \`undefined\` when it is not offered or refuses. Fails when there is nothing to fix. */
async function fixed(source: string, further: Readonly<Record<string, string>> = {}): Promise<ReadonlyMap<string, string> | undefined> {
  const files = new Map(Object.entries({ 'pom.xml': pom, [file]: source, ...further }));
  const { conclusion, workspace } = await scan(files);
  const finding = conclusion.findings.find(({ rule, file: where }) => rule === 'state/mutable-static' && where === file);
  assert.ok(finding, `nothing is found in\n${source}`);
  const fix = fixesFor(finding, workspace.ruleset, conclusion.model).find((each) => each.key === key);
  const text = (path: string): string | undefined => files.get(path);
  const edits = fix && editsOf(fix, finding, conclusion.model, text, 'en');
  return edits && changedFiles(edits, text);
}

async function refuses(source: string, further: Readonly<Record<string, string>> = {}): Promise<void> {
  assert.equal((await fixed(source, further))?.get(file), undefined);
}

describe('a map that moves to Redis', () => {
  it('is one whose use is understood', async () => {
    const changed = await fixed(controller());
    assert.deepEqual([...(changed?.keys() ?? [])].sort(), ['pom.xml', file, 'src/main/java/shop/RedissonConfig.java'].sort());
    assert.match(changed?.get(file) ?? '', /private final Map<Long, Integer> held;/);
  });

  const refused: Readonly<Record<string, string>> = {
    'a static method uses it': controller({ members: '    static int count() { return held.size(); }' }),
    'it is handed out': controller({ members: '    @GetMapping("/all") public Map<Long, Integer> all() { return held; }' }),
    'it is handed on': controller({ members: '    @GetMapping("/print") public void print(Printer printer) { printer.print(held); }' }),
    'a live view is handed out': controller({ members: '    @GetMapping("/ids") public Set<Long> ids() { return held.keySet(); }' }),
    'a live view is changed': controller({ members: '    public void drop() { held.values().removeIf(pieces -> pieces == 0); }' }),
    'an entry is set': controller({ members: '    public void forget() { for (Map.Entry<Long, Integer> entry : held.entrySet()) entry.setValue(0); }' }),
    'it is walked through by an iterator': controller({ members: '    public void walk() { for (Iterator<Long> it = held.keySet().iterator(); it.hasNext();) it.next(); }' }),
    'null is stored': controller({ members: '    public void none(Long id) { held.put(id, null); }' }),
    'it is another object\'s': controller({ members: '    public boolean same(StockController other) { return other.held.isEmpty(); }' }),
    'its order counts': controller({ field: 'private static final Map<Long, Integer> held = new LinkedHashMap<>();' }),
    'it is seen from outside': controller({ field: 'static final Map<Long, Integer> held = new HashMap<>();' }),
    'it is filled where it is made': controller({ field: 'private static final Map<Long, Integer> held = new HashMap<>() {{ put(1L, 0); }};' }),
    'a method cannot be overridden by a proxy': controller({ members: '    public final int sum() { return held.size(); }' }),
    'the start fills it': controller({ members: '    @javax.annotation.PostConstruct public void fill() { held.put(1L, 1); }' }),
    'the end empties it': controller({ members: '    @javax.annotation.PreDestroy public void end() { held.clear(); }' }),
    'the constructor fills it': controller({ members: '    public StockController() { held.put(1L, 1); }' }),
    'there are two constructors': controller({ members: '    public StockController() { }\n    public StockController(int pieces) { }' }),
    'Lombok writes the constructor': controller({ head: '@RestController\n@lombok.RequiredArgsConstructor\npublic class StockController {' }),
    'threads wait for each other': controller({ members: '    public synchronized void pause() throws InterruptedException { wait(); }' }),
    'a lock of the process guards it': controller({ members: '    private final java.util.concurrent.locks.ReentrantLock lock = new java.util.concurrent.locks.ReentrantLock();' }),
    'the monitor guards something else as well': controller({ method: hold.replace('(held)', '(this)'), members: '    private int calls;\n    public synchronized int calls() { return ++calls; }' }),
    'the monitor is that of the class': controller({ method: hold.replace('(held)', '(StockController.class)') }),
    'Spring does not make the object': controller({ head: 'public class StockController extends javax.servlet.http.HttpServlet {' }),
  };
  for (const [why, source] of Object.entries(refused)) it(`stays where ${why}`, () => refuses(source));

  it('stays where its values change', () => refuses(controller({
    field: 'private static final Map<Long, List<Long>> held = new HashMap<>();',
    method: '\n    @PostMapping("/hold")\n    public void hold(@RequestParam Long id, @RequestParam Long user) {\n        held.computeIfAbsent(id, key -> new ArrayList<>()).add(user);\n    }\n    @GetMapping("/held")\n    public int held(@RequestParam Long id) {\n        return held.get(id).size();\n    }',
  })));

  const valued = controller({
    field: 'private static final Map<Long, Place> held = new HashMap<>();',
    method: '\n    @PostMapping("/hold")\n    public void hold(@RequestParam Long id, @RequestParam Place place) {\n        held.put(id, place);\n    }\n    @GetMapping("/held")\n    public Place held(@RequestParam Long id) {\n        return held.get(id);\n    }',
  });
  const place = 'src/main/java/shop/Place.java';
  it('may hold records and enumerations of the application', async () => {
    for (const source of ['package shop;\npublic enum Place { HALL, YARD }\n', 'package shop;\npublic record Place(String hall, int shelf) {}\n']) {
      assert.match((await fixed(valued, { [place]: source }))?.get(file) ?? '', /private final Map<Long, Place> held;/);
    }
  });
  it('holds no objects that may change', async () => {
    await refuses(valued, { [place]: 'package shop;\npublic class Place { public int shelf; }\n' });
    await refuses(valued, { [place]: 'package shop;\npublic record Place(java.util.List<String> shelves) {}\n' });
    await refuses(valued);
  });

  it('leaves a constructor for tests that make the object', async () => {
    const changed = await fixed(controller(), { 'src/test/java/shop/StockTest.java': 'package shop;\nclass StockTest { StockController stock = new StockController(); }\n' });
    assert.match(changed?.get(file) ?? '', /public StockController\(\) \{\n {8}held = new HashMap<>\(\);\n {8}heldLock = new ReentrantLock\(\);\n {4}\}/);
  });
  it('stays where the program makes the object, or extends the class', async () => {
    await refuses(controller(), { 'src/main/java/shop/Shop.java': 'package shop;\nclass Shop { StockController stock = new StockController(); }\n' });
    await refuses(controller(), { 'src/main/java/shop/Shop.java': 'package shop;\nclass Shop extends StockController { }\n' });
    await refuses(controller(), { 'src/main/resources/db/changes.yaml': 'customChange:\n  class: shop.StockController\n' });
    await refuses(controller(), { 'src/main/resources/beans.xml': '<beans><bean class="shop.StockController"/></beans>' });
  });
  it('is not mistaken for a class of the same name', async () => {
    assert.ok(await fixed(controller(), { 'src/main/java/other/Shop.java': 'package other;\nclass Shop { StockController stock = new StockController(); }\n' }));
  });

  it('stays where Redis is reached by more than host, port and password', () =>
    refuses(controller(), { 'src/main/resources/application.properties': 'spring.data.redis.sentinel.master=shop\nspring.data.redis.sentinel.nodes=a:26379\n' }));
  it('stays where Redisson is there, and its client is not', () =>
    refuses(controller(), { 'pom.xml': pom.replace('</dependencies>', '    <dependency>\n            <groupId>org.redisson</groupId>\n            <artifactId>redisson</artifactId>\n            <version>3.30.0</version>\n        </dependency>\n    </dependencies>') }));

  it('comes second into a class whose first map has moved', async () => {
    const two = controller({ members: hold.replace('"/hold"', '"/order"').replace('hold(', 'order(').replaceAll('held', 'ordered') + '\n    private static final Map<Long, Integer> ordered = new HashMap<>();' });
    const first = (await fixed(two))?.get(file) ?? '';
    const config = 'src/main/java/shop/RedissonConfig.java';
    const changed = await fixed(first, { 'pom.xml': (await fixed(two))?.get('pom.xml') ?? '', [config]: (await fixed(two))?.get(config) ?? '' });
    assert.deepEqual([...(changed?.keys() ?? [])], [file]);
    assert.equal((changed?.get(file) ?? '').match(/RedissonClient redisson\b/g)?.length, 1);
    assert.match(changed?.get(file) ?? '', /ordered = redisson\.getMap\("stock:StockController\.ordered"\);/);
  });
});
