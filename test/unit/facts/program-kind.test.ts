import assert from 'node:assert/strict';
import { scan } from '../../harness/run.js';

const kept = 'import java.util.*;\nclass Carts {\n  static final Map<String, String> carts = new HashMap<>();\n  static void put(String user, String cart) { carts.put(user, cart); }\n}\n';
const pom = (name: string, more = ''): string => `<project><modelVersion>4.0.0</modelVersion><groupId>g</groupId><artifactId>${name}</artifactId><version>1</version>${more}</project>\n`;
const agent = 'import java.lang.instrument.Instrumentation;\nclass Agent { public static void premain(String options, Instrumentation tool) { } }\n';
const servlet = 'import javax.servlet.http.HttpServlet;\nclass Page extends HttpServlet { }\n';
const windowed = 'import javax.swing.JFrame;\nclass Main { public static void main(String[] all) { new JFrame().setVisible(true); } }\n';

async function told(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { conclusion } = await scan(new Map(Object.entries(files)));
  assert.deepEqual(conclusion.failures, []);
  return conclusion.findings.filter(({ rule }) => rule === 'state/mutable-static').map(({ file }) => file);
}

describe('programs that no replica runs', () => {
  it('leaves agents and what belongs to them alone, but not the server beside them', async () => {
    const modules = ['trace.agent.java', 'trace.agent.host', 'collector'];
    const files = Object.fromEntries(modules.flatMap((name) => [[`${name}/pom.xml`, pom(name)], [`${name}/src/main/java/Carts.java`, kept]]));
    const root = pom('all', `<packaging>pom</packaging><modules>${modules.map((name) => `<module>${name}</module>`).join('')}</modules>`);
    assert.deepEqual(await told({ 'pom.xml': root, ...files, 'trace.agent.java/src/main/java/Agent.java': agent }), ['collector/src/main/java/Carts.java']);
    // Without an agent for the JVM, a folder's name alone says nothing: insurers have agents too.
    assert.equal((await told({ 'pom.xml': root, ...files })).length, 3);
  });

  it('leaves programs with windows alone', async () => {
    const module = { 'pom.xml': pom('desk'), 'src/main/java/Carts.java': kept, 'src/main/java/Main.java': windowed };
    assert.deepEqual(await told(module), []);
    const eclipse = { 'pom.xml': pom('desk'), 'src/Carts.java': kept, 'plugin.xml': '<plugin><extension point="org.eclipse.ui.views"/></plugin>' };
    assert.deepEqual(await told(eclipse), []);
  });

  it('leaves programs alone that end when their one job is done', async () => {
    const job = 'class Main { public static void main(String[] all) { int code = 1; try { code = new Main().run(); } finally { System.exit(code); } } int run() { return 0; } }\n';
    const started = 'class Main { public static void main(String[] all) { try { new Main().listen(); } catch (Exception e) { System.exit(1); } } void listen() { } }\n';
    const module = { 'job/pom.xml': pom('job'), 'job/src/main/java/Carts.java': kept };
    const root = { 'pom.xml': pom('all', '<packaging>pom</packaging><modules><module>job</module><module>web</module></modules>') };
    assert.deepEqual(await told({ ...root, ...module, 'job/src/main/java/Main.java': job }), []);
    assert.equal((await told({ ...root, ...module, 'job/src/main/java/Main.java': started })).length, 1);
    // A library with a tool in it serves whoever is built with it.
    const web = pom('web', '<dependencies><dependency><groupId>g</groupId><artifactId>job</artifactId></dependency></dependencies>');
    assert.equal((await told({ ...root, ...module, 'job/src/main/java/Main.java': job, 'web/pom.xml': web })).length, 1);
    const kotlin = 'import kotlin.system.exitProcess\nfun main(args: Array<String>) {\n  var code = 1\n  try { code = work() } finally { exitProcess(status = code) }\n}\nfun work(): Int = 0\n';
    assert.deepEqual(await told({ ...root, ...module, 'job/src/main/kotlin/Main.kt': kotlin }), []);
    assert.equal((await told({ ...root, ...module, 'job/src/main/java/Main.java': job.replace('exit(code)', 'exit( 0 )') })).length, 1);
  });

  it('finds what other modules are built with below the folder of a build, too', async () => {
    const job = 'class Main { public static void main(String[] all) { System.exit(new Main().run()); } int run() { return 0; } }\n';
    const build = { 'backend/settings.gradle': "include 'core', 'web'\n", 'backend/core/build.gradle': "plugins { id 'java' }\n", 'backend/core/src/main/java/Carts.java': kept, 'backend/core/src/main/java/Main.java': job };
    assert.deepEqual(await told({ ...build, 'backend/web/build.gradle': "plugins { id 'java' }\n" }), []);
    assert.equal((await told({ ...build, 'backend/web/build.gradle': "plugins { id 'java' }\ndependencies { implementation project(':core') }\n" })).length, 1);
  });

  it('leaves Python programs with windows alone, but not a server with a window somewhere below it', async () => {
    const log = 'import logging\nlogging.getLogger().addHandler(logging.FileHandler("debug.log"))\n';
    const logged = async (files: Readonly<Record<string, string>>): Promise<number> =>
      (await scan(new Map(Object.entries(files)))).conclusion.findings.filter(({ rule }) => rule === 'storage/log-file').length;
    assert.equal(await logged({ 'loader/log.py': log, 'loader/window.py': 'import tkinter as tk\ntk.Tk().mainloop()\n' }), 0);
    assert.equal(await logged({ 'loader/log.py': log, 'loader/window.py': 'print("tkinter")\n' }), 1);
    assert.equal(await logged({ 'shop/log.py': log, 'shop/admin/window.py': 'import tkinter\n' }), 1);
    assert.equal(await logged({ 'shop/log.py': log, 'shop/window.py': 'import tkinter\n', 'shop/app.py': 'from flask import Flask\napp = Flask(__name__)\n' }), 1);
  });

  it('looks at a module that answers requests, whatever else it starts as', async () => {
    const module = { 'pom.xml': pom('desk'), 'src/main/java/Carts.java': kept, 'src/main/java/Page.java': servlet };
    assert.equal((await told({ ...module, 'src/main/java/Agent.java': agent, 'src/main/java/Main.java': windowed })).length, 1);
  });
});
