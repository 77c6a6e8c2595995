import assert from 'node:assert/strict';
import { MemoryHost } from '../../../server/src/host/memory.js';
import { productRuleset } from '../../../server/src/host/ruleset.js';
import { Workspace } from '../../../server/src/host/workspace.js';
import { adapters, scan } from '../../harness/run.js';

const desk = 'src/main/java/shop/Desk.java';
const page = 'src/main/webapp/order.jsp';

/** A controller that stores an attribute; `more` is further code of it. */
const storing = (stored: string, more = ''): string => `package shop;
import javax.servlet.http.*;
@org.springframework.stereotype.Controller
public class Desk {
  @PostMapping("/order") public String order(HttpServletRequest request) { request.getSession().${stored}; return "order"; }
  ${more}
}
`;
const orderCode = storing('setAttribute("orderCode", request.getParameter("orderCode"))');

/** As many classes as it takes to say that nothing reads something. */
function filler(count: number): [string, string][] {
  return Array.from({ length: count }, (_, index) => [`src/main/java/shop/item/Item${index}.java`, `package shop.item;\nclass Item${index} { int size() { return ${index}; } }\n`]);
}

async function isTold(files: Readonly<Record<string, string>>, file = desk, count = 120): Promise<boolean> {
  const { conclusion } = await scan(new Map([...filler(count), ...Object.entries(files)]));
  return conclusion.findings.some((finding) => finding.file === file && finding.rule === 'state/http-session');
}

const codeFile = (text: string): Readonly<Record<string, string>> => ({ 'src/main/java/shop/Till.java': `package shop;\nclass Till {\n  ${text}\n}\n` });

describe('A session attribute that nothing reads', () => {
  it('is not told of, in code or in a page', async () => {
    assert.equal(await isTold({ [desk]: orderCode }), false);
    assert.equal(await isTold({ [page]: '<% session.setAttribute("orderCode", request.getParameter("orderCode")); String orderCode = "orderCode : "; %>' }, page), false);
  });

  it('is told of in a workspace that may be a part of something', async () => {
    assert.equal(await isTold({ [desk]: orderCode }, desk, 20), true);
  });

  for (const [what, files] of Object.entries<Readonly<Record<string, string>>>({
    'code that takes it': codeFile('Object take(javax.servlet.http.HttpSession kept) { return kept.getAttribute("orderCode"); }'),
    'a helper that takes it': codeFile('String take() { return Kept.of("orderCode"); }'),
    'a constant of its name': codeFile('static final String ORDER = "orderCode";'),
    'a parameter that Spring fills': codeFile('String take(@SessionAttribute String orderCode) { return orderCode; }'),
    'a name put together': codeFile('Object take(String what) { return session.getAttribute("order" + what); }'),
    'a name filled in': codeFile('Object take(String what) { return session.getAttribute(String.format("order%s", what)); }'),
    'all of them, one after the other': codeFile('void move(HttpSession session, Map<String, Object> to) { for (String each : list(session.getAttributeNames())) to.put(each, session.getAttribute(each)); }'),
    'what is handed out as it is removed': codeFile('Object take() { return session.removeAttribute("orderCode"); }'),
    'code that may have put it there itself': codeFile('Object take(HttpSession session, boolean fresh) { if (fresh) { session.setAttribute("orderCode", "x"); } return session.getAttribute("orderCode"); }'),
    'code that has put it elsewhere': codeFile('Object take(HttpServletRequest request, HttpSession session) { request.setAttribute("orderCode", "x"); return session.getAttribute("orderCode"); }'),
    'an expression of a page whose session it asks for': { 'src/main/webapp/done.jsp': '<% request.setAttribute("orderCode", "x"); %><p>${sessionScope.orderCode}</p>' },
    'an expression of a page': { 'src/main/webapp/done.jsp': '<p>${orderCode}</p>' },
    'an expression of many lines': { 'src/main/webapp/done.jsp': '<c:if test="${count > 1\n  && orderCode != null}">done</c:if>' },
    'a tag of a page': { 'src/main/webapp/done.jsp': '<bean:write name="orderCode"/>' },
    'code of a page': { 'src/main/webapp/done.jsp': '<%\n  Object code =\n    session.getAttribute("orderCode");\n%>' },
    'a part of the session in a template': { 'src/main/resources/done.ftl': '<p>${Session.orderCode}</p>' },
    'a template': { 'src/main/resources/done.vm': '<p>$orderCode</p>' },
    'a setting': { 'src/main/resources/kept.properties': 'kept=orderCode\n' },
    'configuration': { 'src/main/resources/flow.xml': '<flow><input name="orderCode" value="sessionScope.orderCode"/></flow>' },
  })) it(`is read by ${what}`, async () => assert.equal(await isTold({ ...files, [desk]: orderCode }), true));

  for (const [what, files] of Object.entries<Readonly<Record<string, string>>>({
    'other places that store and remove it': codeFile('void drop(HttpSession session) { session.setAttribute("orderCode", "x"); session.removeAttribute("orderCode"); }'),
    'parameters, headers and columns': codeFile('@Column(name = "orderCode") String code(HttpServletRequest r) { r.getHeader("orderCode"); params.get("orderCode"); return r.getParameter("orderCode"); }'),
    'variables and fields': codeFile('String orderCode; String code() { return this.orderCode; }'),
    'texts': codeFile('void say() { print("orderCode : " + code); go("/done?orderCode=" + code); }'),
    'code that is commented out': codeFile('// Object code = session.getAttribute("orderCode");'),
    'names that are only listed': codeFile('void list() { for (String each : list(session.getAttributeNames())) log.debug("{} {}", each, session.getAttribute(each)); }'),
    'scripts of the browser': { 'src/main/webapp/done.js': 'var orderCode = 1; send({ orderCode: orderCode });', 'src/main/webapp/done.jsp': '<script>\nvar orderCode = "x";\nsend(orderCode);\n// alert("${orderCode}");\n</script>' },
    'fields of forms and properties of others': { 'src/main/webapp/done.jsp': '<input type="hidden" name="orderCode" value="${params.orderCode}">' },
    'code that has just put it there': codeFile('String take(HttpSession session) { session.setAttribute("orderCode", "x"); if (session.isNew()) { return session.getAttribute("orderCode") + ","; } return ""; }'),
    'a page that has put another one into the request': { 'src/main/webapp/done.jsp': '<% String code = "}"; request.setAttribute("orderCode", code); %>\n<p>${orderCode}</p>' },
    'what a page has commented out': { 'src/main/webapp/done.jsp': '<%--\n<p>${orderCode}</p>\n--%>' },
    'statements of SQL': { 'src/main/resources/order.xml': '<mapper><select id="find">select 1 from orders where code = #{orderCode}</select></mapper>' },
    'keys of settings': { 'src/main/resources/labels.properties': 'orderCode=Code\n' },
    tests: { 'src/test/java/shop/DeskTest.java': 'package shop;\nclass DeskTest { void keeps() { assertNotNull(session.getAttribute("orderCode")); } }\n' },
  })) it(`is not read by ${what}`, async () => assert.equal(await isTold({ ...files, [desk]: orderCode }), false));

  it('may be one that a server or a library reads, or that hears of the session itself', async () => {
    for (const name of ['shop.orderCode', 'SPRING_SECURITY_SAVED', '_order_']) assert.equal(await isTold({ [desk]: storing(`setAttribute("${name}", "x")`) }), true, name);
    const seat = { [desk]: storing('setAttribute("seat", new Seat())') };
    assert.equal(await isTold(seat), false);
    assert.equal(await isTold({ ...seat, 'src/main/java/shop/Seat.java': 'package shop;\npublic class Seat implements javax.servlet.http.HttpSessionBindingListener { }\n' }), true);
  });

  it('may bear the name of a constant', async () => {
    const own = (visibility: string, more = ''): string => storing('setAttribute(CODE, "x")', `${visibility} static final String CODE = "orderCode"; void drop(HttpSession session) { session.removeAttribute(CODE); ${more} }`);
    assert.equal(await isTold({ [desk]: own('private') }), false);
    assert.equal(await isTold({ [desk]: own('private', 'use(session.getAttribute(CODE));') }), true);
    assert.equal(await isTold({ [desk]: own('private', 'use(session.getAttribute("orderCode"));') }), true);
    assert.equal(await isTold({ [desk]: own('public') }), false);
    assert.equal(await isTold({ [desk]: own('public'), ...codeFile('Object take() { return session.getAttribute(Desk.CODE); }') }), true);
    assert.equal(await isTold({ [desk]: storing('setAttribute(Names.CODE, "x")') }), true, 'the value stands in another file');
  });

  it('is told of once an edit reads it, until another one takes that back', async () => {
    const files = new Map([...filler(120), [desk, orderCode], [page, '<p></p>']]);
    const workspace = new Workspace(new MemoryHost(files), productRuleset(), adapters);
    for (const { path } of workspace.tasks()) await workspace.update(path);
    const isToldWith = async (text: string): Promise<boolean> => {
      files.set(page, text);
      await workspace.update(page);
      await workspace.lookUp();
      return workspace.conclude().findings.some(({ file, rule }) => file === desk && rule === 'state/http-session');
    };
    assert.equal(await isToldWith('<p>orderCode</p>'), false);
    assert.equal(await isToldWith('<p>${sessionScope.orderCode}</p>'), true);
    assert.equal(await isToldWith('<script>var orderCode;</script>'), false);
  });
});
