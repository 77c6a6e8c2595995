import assert from 'node:assert/strict';
import { decode } from '../../../server/src/host/decode.js';
import { roleOf } from '../../../server/src/engine/roles.js';
import { codeOfPage } from '../../../server/src/syntax/csharp/markup.js';
import { connectionEndpoint, embeddedEngine } from '../../../server/src/syntax/connection-string.js';
import { rules } from '../../../server/src/generated/registry.js';
import { casesOf } from '../../harness/cases.js';
import { scan } from '../../harness/run.js';

async function findingsOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { conclusion } = await scan(new Map(Object.entries(files)));
  assert.deepEqual(conclusion.failures, []);
  return conclusion.findings.map(({ severity, rule, file, range }) => `${severity} ${rule} ${file}:${range.startLine}`);
}

const cart = 'public class CartController : Controller {\n  static Dictionary<string, string> carts = new();\n  public void Put(string user, string cart) { carts[user] = cart; Use(carts); }\n}\n';

describe('C# as it is found', () => {
  it('breaks off anywhere without a rule failing', async () => {
    const files = rules.flatMap(({ meta }) => casesOf(meta.id)).flatMap((each) => [...each.files]).filter(([path]) => /\.(?:cs|cshtml|aspx)$/.test(path));
    assert.ok(files.length > 50, `${files.length} C# files`);
    for (const share of [0.35, 0.6, 0.85]) {
      await findingsOf(Object.fromEntries(files.map(([path, text], index) => [`p${index}/Cut${path.slice(path.lastIndexOf('.'))}`, text.slice(0, Math.floor(text.length * share))])));
    }
  });

  it('may begin with a byte order mark or be written in Latin-1', async () => {
    const latin = decode(Buffer.from(`// Pr\u00e4sentation\n${cart}`, 'latin1'));
    const found = await findingsOf({ 'a/Cart.cs': `\uFEFF${cart}`, 'b/Cart.cs': latin });
    assert.deepEqual(found.filter((each) => each.includes('mutable-static')).map((each) => each.split(' ')[2]?.split('/')[0]), ['a', 'b']);
  });

  it('may be one line of many statements', async () => {
    const found = await findingsOf({ 'Big.cs': `class Big { void M() { ${'x = x + 1; Call(x); '.repeat(20_000)} } }` });
    assert.deepEqual(found, []);
  });

  it('stands in pages at the same places', () => {
    const page = '<%@ Page Language="C#" %>\n<p><%= Session["a"] %></p>\n<% Session["b"] = 1; %>\n<%-- Session["c"] = 2; --%>';
    const code = codeOfPage(page, 'Default.aspx');
    assert.equal(code.length, page.length);
    assert.equal(code.indexOf('Session["b"]'), page.indexOf('Session["b"]'));
    assert.equal(code.includes('"c"'), false);
    assert.equal(codeOfPage('@* x *@\n@{ var a = 1; }\n<p>@a</p>', 'a.cshtml').trim(), '{ var a = 1; }');
  });
});

describe('roles of .NET files', () => {
  it('leaves tests, generated code and schema history out', () => {
    for (const path of ['Shop.UnitTests/CartFacts.cs', 'tests/Shop/A.cs', 'Shop.Tests/Cart.cs', 'src/Shop/CartTests.cs']) assert.equal(roleOf(path, 'csharp'), 'test', path);
    for (const path of ['Shop/Resource.Designer.cs', 'Shop/obj/Debug/A.cs', 'Shop/Migrations/20240101_Init.cs']) assert.equal(roleOf(path, 'csharp'), 'generated', path);
    assert.equal(roleOf('Shop/Migrations/Runner.cs', 'csharp'), 'product');
    assert.equal(roleOf('Shop/Contests/Entry.cs', 'csharp'), 'product');
    assert.equal(roleOf('Shop/Scripts/respond.js', 'typescript'), 'browser');
    assert.equal(roleOf('Shop/Web.Release.config', 'xml'), 'documentation');
    assert.equal(roleOf('Shop/Web.config', 'xml'), 'product');
  });

  it('leaves programs with windows and command-line tools out', async () => {
    const project = (body: string): string => `<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><OutputType>Exe</OutputType>${body}</PropertyGroup></Project>`;
    const found = await findingsOf({ 'desk/Desk.csproj': project('<UseWPF>true</UseWPF>'), 'desk/Cart.cs': cart, 'tool/Tool.csproj': project(''), 'tool/Cart.cs': cart, 'web/Web.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web"></Project>', 'web/Cart.cs': cart });
    assert.deepEqual(found.filter((each) => each.includes('mutable-static')).map((each) => each.split(' ')[2]?.split('/')[0]), ['web']);
  });
});

describe('connection strings', () => {
  it('name a server, or a database inside the process', () => {
    assert.equal(connectionEndpoint('Data Source=tcp:SQL01\\SHOP,1433;Initial Catalog=shop')?.host, 'sql01');
    assert.equal(connectionEndpoint('Server=.;Database=shop')?.kind, 'loopback');
    assert.equal(connectionEndpoint('Server={host};Database=shop'), undefined);
    assert.equal(connectionEndpoint('Version=4.0.0.0, Culture=neutral'), undefined);
    assert.equal(embeddedEngine('Data Source=(localdb)\\MSSQLLocalDB;Initial Catalog=a'), 'LocalDB');
    assert.equal(embeddedEngine('Data Source=shop.db'), 'SQLite');
    assert.equal(embeddedEngine('Server=db;Database=shop'), undefined);
  });
});
