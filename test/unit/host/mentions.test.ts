import assert from 'node:assert/strict';
import { MemoryHost } from '../../../server/src/host/memory.js';
import { productRuleset } from '../../../server/src/host/ruleset.js';
import { Workspace } from '../../../server/src/host/workspace.js';
import { adapters, scan } from '../../harness/run.js';

const keeper = 'src/main/java/shop/Basket.java';
const basket = (use: string): string => `package shop;
import java.util.HashMap;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
public class Basket {
  private static final Map<String, String> orders = new HashMap<>();
  private static void keep(String user, HttpServletRequest request) { orders.put(user, request.getParameter("order")); }
  ${use}
}
`;
const order = 'public static void order(HttpServletRequest request) { keep(request.getRemoteUser(), request); }';

/** As many classes as it takes to say that nobody calls something. */
function filler(count = 120): [string, string][] {
  return Array.from({ length: count }, (_, index) => [`src/main/java/shop/item/Item${index}.java`, `package shop.item;\nclass Item${index} { int size() { return ${index}; } }\n`]);
}

async function foundIn(files: Readonly<Record<string, string>>, count?: number): Promise<readonly string[]> {
  const { conclusion } = await scan(new Map([...filler(count), ...Object.entries(files)]));
  return conclusion.findings.filter(({ file }) => file === keeper).map(({ rule }) => rule);
}

describe('Settings that nobody reads', () => {
  const settings = 'src/main/resources/shop.properties';
  const text = 'shop.name=Shop\nshop.transfer.dir.in=D:/transfer/in/\nshop.transfer.dir.out=D:/transfer/out/\n';
  const reader = (code: string): Readonly<Record<string, string>> => ({ 'src/main/java/shop/Settings.java': `package shop;\nclass Settings { ${code} }\n` });
  const name = 'String name() { return props.getProperty("shop.name"); }';
  const lines = async (files: Readonly<Record<string, string>>, file = settings): Promise<readonly number[]> => {
    const { conclusion } = await scan(new Map([...filler(), [file, text], ...Object.entries(files)]));
    return conclusion.findings.filter((finding) => finding.file === file).map(({ range }) => range.startLine);
  };

  it('are not told of where code reads others of the same file', async () => {
    assert.deepEqual(await lines(reader(name)), []);
    assert.deepEqual(await lines(reader(`${name} String in() { return props.getProperty("shop.transfer.dir.in"); }`)), [2]);
  });

  it('are not told of where only a comment reads them', async () => {
    assert.deepEqual(await lines(reader(`${name} // String in() { return props.getProperty("shop.transfer.dir.in"); }`)), []);
  });

  it('are told of where code puts their names together', async () => {
    assert.deepEqual(await lines(reader(`${name} String dir(String way) { return props.getProperty("shop.transfer.dir." + way); }`)), [2, 3]);
  });

  it('are told of together with one that is read', async () => {
    const secrets = `${text}shop.mail.password=Gq7-xR2-vT9p\nshop.pay.secret=Lw4-mK8-zB3n\n`;
    const told = async (code: string): Promise<number> => {
      const { conclusion } = await scan(new Map([...filler(), [settings, secrets], ...Object.entries(reader(code))]));
      return conclusion.findings.filter(({ rule }) => rule === 'config/hard-coded-credential').length;
    };
    assert.equal(await told(name), 0);
    assert.equal(await told(`${name} String secret() { return props.getProperty("shop.pay.secret"); }`), 1);
  });

  it('are not told of in a file of a folder that nobody names', async () => {
    const file = 'src/main/resources/shop/conf/transfer.properties';
    assert.deepEqual(await lines({}, file), []);
    for (const way of ['shop/conf/transfer.properties', 'shop.conf.transfer', 'classpath:/shop/conf/*.properties', 'shop/**/*.properties', 'classpath:shop/conf/${part}.properties']) {
      assert.deepEqual(await lines(reader(`String file = "${way}";`), file), [2, 3], way);
    }
  });

  it('are told of where nothing says who reads the file', async () => {
    assert.deepEqual(await lines({}), [2, 3]);
    assert.deepEqual(await lines(reader(name), 'src/main/resources/application.properties'), [2, 3]);
  });
});

describe('Documents that nobody names', () => {
  const logging = '<configuration><appender name="FILE" class="ch.qos.logback.core.FileAppender"><file>logs/shop.log</file></appender><root><appender-ref ref="FILE"/></root></configuration>\n';
  const beans = '<beans xmlns="http://www.springframework.org/schema/beans"><bean id="mail" class="shop.Mail"><property name="host" value="10.20.30.40"/></bean></beans>\n';
  const stack = '<config xmlns="urn:org:jgroups"><TCP bind_port="7800"/><MPING mcast_addr="230.1.2.3"/></config>\n';
  const resources = 'src/main/resources/';
  const uses = { 'src/main/java/shop/Log.java': 'package shop;\nimport org.slf4j.Logger;\nimport org.jgroups.JChannel;\n@ImportResource("classpath:shop.xml")\nclass Log { }\n' };
  const isTold = async (path: string, text: string, others: Readonly<Record<string, string>> = {}): Promise<boolean> => {
    const { conclusion } = await scan(new Map([...filler(), ...Object.entries(uses), [path, text], ...Object.entries(others)]));
    return conclusion.findings.some(({ file }) => file === path);
  };

  it('are not told of, unlike those that are found by themselves', async () => {
    for (const [name, text] of [['logback-file.xml', logging], ['spring/mail-beans.xml', beans], ['shop-jgroups-tcp.xml', stack], ['shop-log4j.properties', 'log4j.rootLogger=INFO, F\nlog4j.appender.F=org.apache.log4j.FileAppender\nlog4j.appender.F.File=logs/shop.log\n']] as const) {
      assert.equal(await isTold(resources + name, text), false, name);
    }
    for (const [path, text] of [['logback.xml', logging], ['logback-spring.xml', logging], ['applicationContext.xml', beans], ['META-INF/spring/mail.xml', beans], ['jgroups-tcp.xml', stack]] as const) assert.ok(await isTold(resources + path, text), path);
    assert.ok(await isTold('src/main/webapp/WEB-INF/shop-servlet.xml', beans));
  });

  for (const [by, path, text] of [
    ['a setting', 'src/main/resources/application.properties', 'logging.config=classpath:logback-file.xml\n'],
    ['a script that starts the application', 'bin/start.sh', 'java -Dlogback.configurationFile=logback-file.xml -jar shop.jar\n'],
    ['an image', 'docker/Dockerfile', 'COPY conf/logback-file.xml /shop/logback.xml\n'],
    ['a placeholder', 'src/main/resources/application.properties', 'logging.config=classpath:logback-${where}.xml\n'],
    ['a variable of a script', 'bin/start.sh', 'java -Dlogging.config=conf/logback-$WHERE.xml -jar shop.jar\n'],
    ['code that puts it together', 'src/main/java/shop/Start.java', 'package shop;\nclass Start { String of(String where) { return "logback-" + where + ".xml"; } }\n'],
  ] as const) {
    it(`are told of where ${by} names a logging configuration`, async () => assert.ok(await isTold(`${resources}logback-file.xml`, logging, { [path]: text })));
  }

  for (const pattern of ['classpath*:spring/*-beans.xml', 'classpath:spring/mail*.xml', 'classpath*:spring/*.xml', 'classpath*:**/*.xml', 'spring/', 'classpath:spring/${part}.xml']) {
    it(`are told of where ${pattern} takes beans in`, async () => {
      assert.ok(await isTold(`${resources}spring/mail-beans.xml`, beans, { 'src/main/webapp/WEB-INF/web.xml': `<web-app><context-param><param-name>contextConfigLocation</param-name><param-value>"${pattern}"</param-value></context-param></web-app>` }));
    });
  }

  it('are not told of where a test alone names them, or another file has a longer name', async () => {
    assert.equal(await isTold(`${resources}logback-file.xml`, logging, { 'src/test/java/shop/LogTest.java': 'package shop;\nclass LogTest { String at = "logback-file.xml"; }\n' }), false);
    assert.equal(await isTold(`${resources}shop-jgroups-tcp.xml`, stack, { 'src/main/resources/application.properties': 'cluster.stack=default-configs/default-jgroups-tcp.xml\nstart=shop-jgroups-tcp.xml.bak2\n' }), true);
    assert.equal(await isTold(`${resources}shop-jgroups-tcp.xml`, stack, { 'src/main/resources/application.properties': 'cluster.stack=default-configs/default-jgroups-tcp.xml\n' }), false);
  });

  it('are told of where something outside of the workspace takes beans in', async () => {
    const { conclusion } = await scan(new Map([...filler(), [`${resources}mail-beans.xml`, beans]]));
    assert.ok(conclusion.findings.some(({ file }) => file === `${resources}mail-beans.xml`));
  });
});

describe('Code that nobody calls', () => {
  it('is not told of, through private methods as well', async () => {
    assert.deepEqual(await foundIn({ [keeper]: basket(order) }), []);
    assert.deepEqual(await foundIn({ [keeper]: basket('') }), []);
  });

  for (const [by, file, text] of [
    ['code', 'src/main/java/shop/DeskController.java', 'package shop;\nclass DeskController { void take(javax.servlet.http.HttpServletRequest r) { Basket.order(r); } }\n'],
    ['a page', 'src/main/webapp/order.jsp', '<%@ page import="shop.*" %><% Basket.order(request); %>'],
    ['configuration', 'src/main/resources/calls.xml', '<calls><call type="shop.Basket" method="order"/></calls>'],
  ] as const) {
    it(`is told of where ${by} names it`, async () => {
      assert.deepEqual(await foundIn({ [keeper]: basket(order), [file]: text }), ['state/mutable-static']);
    });
  }

  it('is still called by nobody when tests do, or when only a longer name is written', async () => {
    assert.deepEqual(await foundIn({
      [keeper]: basket(order),
      'src/test/java/shop/BasketTest.java': 'package shop;\nclass BasketTest { void takes() { Basket.order(null); } }\n',
      'src/main/java/shop/DeskController.java': 'package shop;\nclass DeskController { Basket basket; void reorder() { orderAll(); } void orderAll() { } }\n',
    }), []);
  });

  it('is told of when a framework may call it', async () => {
    for (const use of [`@org.springframework.web.bind.annotation.PostMapping ${order}`, 'static { keep("start", null); }']) {
      assert.deepEqual(await foundIn({ [keeper]: basket(use).replace('class Basket', '@RestController class Basket') }), use.startsWith('static') ? [] : ['state/mutable-static'], use);
    }
    assert.deepEqual(await foundIn({ [keeper]: basket('public void run(HttpServletRequest request) { keep("a", request); }').replace('class Basket', 'class Basket implements Job') }), ['state/mutable-static']);
  });

  it('is a filter or a tag that no descriptor, tag library or code names', async () => {
    const keeping = (declared: string, method: string): string => `package shop;
import javax.servlet.http.*;
${declared} {
  @Override
  public ${method} { ((HttpServletRequest) request).getSession().setAttribute("basket", new Object()); }
}
`;
    const filter = keeping('public class Basket implements javax.servlet.Filter', 'void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)');
    const tag = keeping('public class Basket extends BodyTagSupport', 'int doStartTag()').replace('((HttpServletRequest) request)', 'pageContext');
    const reader = { 'src/main/webapp/basket.jsp': '<p>${sessionScope.basket}</p>' };
    assert.deepEqual(await foundIn({ ...reader, [keeper]: filter }), []);
    assert.deepEqual(await foundIn({ ...reader, [keeper]: tag }), []);
    const told = async (files: Readonly<Record<string, string>>): Promise<boolean> => (await foundIn({ ...reader, ...files })).includes('state/http-session');
    assert.ok(await told({ [keeper]: filter, 'src/main/webapp/WEB-INF/web.xml': '<web-app><filter><filter-name>basket</filter-name><filter-class>shop.Basket</filter-class></filter></web-app>' }));
    assert.ok(await told({ [keeper]: tag, 'src/main/webapp/WEB-INF/shop.tld': '<taglib><tag><name>basket</name><tag-class>shop.Basket</tag-class></tag></taglib>' }));
    // Containers find these by themselves, or through the class that stands beside them.
    assert.ok(await told({ [keeper]: filter.replace('public class', '@Component\npublic class') }));
    assert.ok(await told({ [keeper]: filter.replace('Filter {', 'Filter, org.springframework.core.Ordered {') }));
    assert.ok(await told({ [keeper]: `${filter}@Configuration\nclass Filters { @Bean Filter basket() { return new Basket(); } }\n` }));
  });

  it('is a database that no one asks Spring for', async () => {
    const place = 'src/main/resources/audit.xml';
    const database = (id: string, more = ''): string => `<beans xmlns:jdbc="http://www.springframework.org/schema/jdbc"><jdbc:embedded-database id="${id}" type="H2"/>${more}</beans>`;
    const isTold = async (text: string, others: Readonly<Record<string, string>> = {}): Promise<boolean> => {
      const { conclusion } = await scan(new Map([...filler(), [place, text], ...Object.entries(others)]));
      return conclusion.findings.some(({ file, rule }) => file === place && rule === 'state/embedded-database');
    };
    assert.equal(await isTold(database('audit.dataSource')), false);
    assert.ok(await isTold(database('dataSource')), 'found by its type');
    assert.ok(await isTold(database('audit.dataSource', '<bean id="audit" class="shop.Audit"><property name="source" ref="audit.dataSource"/></bean>')));
    assert.ok(await isTold(database('audit.dataSource'), { 'src/main/java/shop/Audit.java': 'package shop;\nclass Audit { @Resource(name = "audit.dataSource") DataSource source; }\n' }));
  });

  it('is what a WAR starts by its main: only a program of its own runs it', async () => {
    const trial = `package shop;
public class Basket {
  public static void main(String[] args) { load("D:\\\\orders\\\\sample.xml", args); }
  private static void load(String name, String[] args) { new Reader(new java.io.File("D:\\\\orders\\\\" + args[0])); }
}
`;
    const pom = (packaging: string): string => `<project><groupId>shop</groupId><artifactId>shop</artifactId><version>1</version><packaging>${packaging}</packaging></project>\n`;
    assert.deepEqual(await foundIn({ 'pom.xml': pom('war'), [keeper]: trial }), []);
    assert.ok((await foundIn({ 'pom.xml': pom('jar'), [keeper]: trial })).includes('storage/hard-coded-path'));
    // What the server runs as well is told of, and so is what a program that serves starts.
    assert.ok((await foundIn({ 'pom.xml': pom('war'), [keeper]: trial.replace('private static void load', 'public static void load'), 'src/main/java/shop/DeskController.java': 'package shop;\nclass DeskController { void take() { Basket.load(null, null); } }\n' })).includes('storage/hard-coded-path'));
    assert.ok((await foundIn({ 'pom.xml': pom('war'), [keeper]: trial.replace('args); }', 'args); SpringApplication.run(Basket.class); }') })).includes('storage/hard-coded-path'));
  });

  it('is called by code alone that nobody calls either', async () => {
    const desk = (head: string): Readonly<Record<string, string>> => ({ [keeper]: basket(order), 'src/main/java/shop/Desk.java': `package shop;\n${head} { void take(javax.servlet.http.HttpServletRequest r) { Basket.order(r); } }\n` });
    const counter = (use: string, name = 'Counter'): Readonly<Record<string, string>> => ({ [`src/main/java/shop/${name}.java`]: `package shop;\nclass ${name} { ${use} }\n` });
    assert.deepEqual(await foundIn(desk('class Desk')), []);
    assert.deepEqual(await foundIn({ ...desk('class Desk'), ...counter('Desk desk;') }), []);
    assert.deepEqual(await foundIn({ ...desk('class Desk'), ...counter('Desk desk; Hall hall;'), ...counter('Counter counter;', 'Hall') }), []);
    assert.deepEqual(await foundIn({ ...desk('class Desk'), ...counter('Desk desk;', 'CounterController') }), ['state/mutable-static']);
    assert.deepEqual(await foundIn({ ...desk('class Desk'), ...counter('Desk desk;'), 'src/main/webapp/hall.jsp': '<jsp:useBean id="counter" class="shop.Counter"/>' }), ['state/mutable-static']);
    assert.deepEqual(await foundIn(desk('@Path("/desk") class Desk')), ['state/mutable-static']);
  });

  it('is named in comments, or imported and not used', async () => {
    const told = async (path: string, text: string): Promise<boolean> => (await foundIn({ [keeper]: basket(order), [path]: text })).length > 0;
    const desk = (body: string): string => `package shop;\n${body}\nclass DeskController { }\n`;
    for (const comment of ['// Basket.order(null);', '/* String url = "http://shop"; Basket.order(null); */', 'import shop.Basket; // order', 'class Hall { @SuppressWarnings("unused") private void take(Object r) { if (r == null) { Basket.order(null); } } }']) assert.equal(await told('src/main/java/shop/DeskController.java', desk(comment)), false, comment);
    assert.equal(await told('src/main/resources/calls.xml', '<calls><!-- <call type="shop.Basket" method="order"/> --></calls>'), false);
    assert.equal(await told('src/main/webapp/order.jsp', '<%-- Basket.order(request); --%>'), false);
    assert.ok(await told('src/main/webapp/order.jsp', '<!-- <% Basket.order(request); %> -->'));
    for (const taking of ['void start() { take(null); } private void take(Object r) { Basket.order(null); }', '@PostConstruct private void take() { Basket.order(null); }', 'private void take() { String end = "}"; } void order() { Basket.order(null); }']) assert.ok(await told('src/main/java/shop/DeskController.java', desk(`class HallController { ${taking} }`)), taking);
    assert.ok(await told('src/main/java/shop/DeskController.java', desk('class Hall { String all = "/*"; void take() { Basket.order(null); } String none = "*/"; }')));
  });

  it('stores objects of a class that does not let itself be written down', async () => {
    const checker = { 'src/main/java/shop/Checker.java': 'package shop;\nimport javax.servlet.http.*;\npublic class Checker {\n  public void set(HttpSession session) { session.setAttribute("visit", new Visit()); }\n}\n', 'src/main/java/shop/Visit.java': 'package shop;\nclass Visit { Page page; }\nclass Page implements Runnable { public void run() { } }\n', 'src/main/webapp/visit.jsp': '<%= session.getAttribute("visit") %>' };
    const told = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> => {
      const { conclusion } = await scan(new Map([...filler(), ...Object.entries(checker), ...Object.entries(files)]));
      return conclusion.findings.filter(({ file }) => file.endsWith('Visit.java')).map(({ rule }) => rule);
    };
    assert.deepEqual(await told({ 'src/main/webapp/check.jsp': '<% new shop.Checker().set(session); %>' }), ['state/session-not-serializable']);
    assert.deepEqual(await told({}), []);
  });

  it('is a class that implements an interface of the application, and that nobody makes', async () => {
    const desk = { [keeper]: basket(order), 'src/main/java/shop/Desk.java': 'package shop;\ninterface Desk { void take(Object request); }\n', 'src/main/java/shop/Hall.java': 'package shop;\nclass Hall { Desk desk; }\n' };
    const side = (head: string): Readonly<Record<string, string>> => ({ ...desk, 'src/main/java/shop/SideDesk.java': `package shop;\n${head} { public void take(Object r) { Basket.order(r); } }\n` });
    assert.deepEqual(await foundIn(side('class SideDesk implements Desk')), []);
    for (const head of ['@Component class SideDesk implements Desk', 'class SideDesk implements Desk, org.quartz.Job']) assert.deepEqual(await foundIn(side(head)), ['state/mutable-static'], head);
    assert.deepEqual(await foundIn({ ...side('class SideDesk implements Desk'), 'src/main/webapp/WEB-INF/beans.xml': '<beans/>' }), ['state/mutable-static']);
    assert.deepEqual(await foundIn({ ...side('class SideDesk implements Desk'), 'src/main/java/shop/DeskController.java': 'package shop;\nclass DeskController { Desk desk = new SideDesk(); }\n' }), ['state/mutable-static']);
  });

  it('is a method that nobody calls through the interface either', async () => {
    const service = (declared: string, mark = ''): Readonly<Record<string, string>> => ({
      [keeper]: basket('@Override public void order(HttpServletRequest request) { keep(request.getRemoteUser(), request); }').replace('public class Basket', `${mark} @Service public class Basket implements Baskets`),
      'src/main/java/shop/Baskets.java': `package shop;\nimport javax.servlet.http.HttpServletRequest;\n${declared} { void order(HttpServletRequest request); void clear(); }\n`,
    });
    const desk = (call: string): Readonly<Record<string, string>> => ({ 'src/main/java/shop/DeskController.java': `package shop;\nclass DeskController { Baskets baskets; void take() { ${call} } }\n` });
    assert.deepEqual(await foundIn({ ...service('public interface Baskets'), ...desk('baskets.clear();') }), []);
    assert.deepEqual(await foundIn({ ...service('public interface Baskets'), ...desk('baskets.order(null);') }), ['state/mutable-static']);
    for (const declared of ['public interface Baskets extends Shop', '@WebService public interface Baskets', 'public abstract class Baskets']) assert.deepEqual(await foundIn({ ...service(declared), ...desk('baskets.clear();') }), ['state/mutable-static'], declared);
    assert.deepEqual(await foundIn({ ...service('public interface Baskets', '@WebService'), ...desk('baskets.clear();') }), ['state/mutable-static']);
    assert.deepEqual(await foundIn({ ...service('public interface Baskets'), ...desk('baskets.clear();'), 'src/main/resources/remote.xml': '<bean class="org.springframework.remoting.rmi.RmiServiceExporter"><property name="serviceInterface" value="shop.Baskets"/></bean>' }), ['state/mutable-static']);
  });

  it('is a static method whose name is written where its class is not', async () => {
    const desk = (call: string): Readonly<Record<string, string>> => ({ [keeper]: basket(order), 'src/main/java/shop/DeskController.java': `package shop;\nclass DeskController { Other other; void take() { ${call}; } }\n`, 'src/main/java/shop/HallController.java': 'package shop;\nclass HallController { Basket basket; }\n' });
    assert.deepEqual(await foundIn(desk('other.order(null)')), []);
    assert.deepEqual(await foundIn(desk('Basket.order(null)')), ['state/mutable-static']);
    assert.deepEqual(await foundIn({ ...desk('other.order(null)'), 'src/main/webapp/order.jsp': '<%@ page import="static shop.Basket.*" %><% order(request); %>' }), ['state/mutable-static']);
  });

  it('is an implementation whose interface nobody uses', async () => {
    const impl = { [keeper]: basket(order), 'src/main/java/shop/DeskService.java': 'package shop;\ninterface DeskService { void take(Object request); }\n', 'src/main/java/shop/DeskServiceImpl.java': 'package shop;\n@Service class DeskServiceImpl extends EgovAbstractServiceImpl implements DeskService { @Override public void take(Object r) { Basket.order(r); } }\n' };
    assert.deepEqual(await foundIn(impl), []);
    assert.deepEqual(await foundIn({ ...impl, 'src/main/java/shop/DeskController.java': 'package shop;\nclass DeskController { DeskService desk; }\n' }), ['state/mutable-static']);
    assert.deepEqual(await foundIn({ ...impl, 'src/main/resources/beans.xml': '<beans><bean class="shop.DeskServiceImpl"/></beans>' }), ['state/mutable-static']);
  });

  it('is called by a tool for a terminal alone', async () => {
    const pom = (name: string): string => `<project><groupId>shop</groupId><artifactId>${name}</artifactId><version>1</version></project>\n`;
    const tool = 'package shop.cli;\nimport org.apache.commons.cli.DefaultParser;\nclass Import { public static void main(String[] args) { new DefaultParser(); shop.Basket.order(null); } }\n';
    const files = { [keeper]: basket(order), 'pom.xml': pom('shop'), 'shop-cli/pom.xml': pom('shop-cli'), 'shop-cli/src/main/java/shop/cli/Import.java': tool };
    assert.deepEqual(await foundIn(files), []);
    assert.deepEqual(await foundIn({ ...files, 'src/main/java/shop/DeskController.java': 'package shop;\nclass DeskController { void take() { Basket.order(null); } }\n' }), ['state/mutable-static']);
  });

  it('is told of as long as there is too little code to say that nobody calls it', async () => {
    assert.deepEqual(await foundIn({ [keeper]: basket(order) }, 20), ['state/mutable-static']);
  });

  it('follows edits: a call that comes and goes', async () => {
    const desk = 'src/main/java/shop/DeskController.java';
    const files = new Map([...filler(), [keeper, basket(order)], [desk, 'package shop;\nclass DeskController { }\n']]);
    const workspace = new Workspace(new MemoryHost(files), productRuleset(), adapters);
    for (const { path } of workspace.tasks()) await workspace.update(path);
    const rules = async (text: string): Promise<readonly string[]> => {
      files.set(desk, text);
      await workspace.update(desk);
      await workspace.lookUp();
      return workspace.conclude().findings.map(({ rule }) => rule);
    };
    assert.ok(!(await rules('package shop;\nclass DeskController { }\n')).includes('state/mutable-static'));
    assert.ok((await rules('package shop;\nclass DeskController { void take() { Basket.order(null); } }\n')).includes('state/mutable-static'));
    assert.ok(!(await rules('package shop;\nclass DeskController { void take() { } }\n')).includes('state/mutable-static'));
  });
});
