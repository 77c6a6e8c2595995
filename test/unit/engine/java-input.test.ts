import assert from 'node:assert/strict';
import { rules } from '../../../server/src/generated/registry.js';
import { casesOf } from '../../harness/cases.js';
import { scan } from '../../harness/run.js';
import { javaFile } from '../../perf/sources.js';

async function findingsOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { conclusion } = await scan(new Map(Object.entries(files)));
  assert.deepEqual(conclusion.failures, []);
  return conclusion.findings.map(({ severity, rule, file, range }) => `${severity} ${rule} ${file}:${range.startLine}`);
}

describe('Java as it is found', () => {
  it('breaks off anywhere without a rule failing', async () => {
    const files = rules.flatMap(({ meta }) => casesOf(meta.id)).flatMap((each) => [...each.files]).filter(([path]) => path.endsWith('.java'));
    assert.ok(files.length > 300, `${files.length} Java files`);
    for (const share of [0.35, 0.6, 0.85]) {
      const cut = files.map(([, text], index) => [`src/main/java/p${index}/Cut.java`, text.slice(0, Math.floor(text.length * share))] as const);
      await findingsOf(Object.fromEntries(cut));
    }
  });

  it('may refer in circles with its settings', async () => {
    const found = await findingsOf({
      'pom.xml': '<project><modelVersion>4.0.0</modelVersion><groupId>a</groupId><artifactId>a</artifactId><version>1</version></project>',
      'src/main/resources/application.properties': 'a=${b}\nb=${c:${a}}\nc=${c}\nspring.datasource.url=jdbc:mysql://${a}:3306/shop\nspring.datasource.password=${b}\nupload.dir=${c}\n',
      'src/main/java/a/Upload.java': 'package a;\nclass Upload {\n  @org.springframework.beans.factory.annotation.Value("${upload.dir}") String dir;\n  void save(org.springframework.web.multipart.MultipartFile file) throws Exception { file.transferTo(new java.io.File(dir, "x")); }\n}\n',
    });
    assert.deepEqual(found.filter((each) => each.includes('application.properties')), []);
  });

  it('comes with XML in namespaces that nobody knows', async () => {
    const found = await findingsOf({
      'src/main/webapp/WEB-INF/web.xml': '<w:web-app xmlns:w="urn:example:web" version="9.9"><w:servlet><w:servlet-name>a</w:servlet-name></w:servlet></w:web-app>',
      'src/main/resources/spring/context.xml': '<x:beans xmlns:x="urn:example:beans" xmlns:t="urn:example:task"><t:scheduled-tasks><t:scheduled ref="a" method="b" cron="* * * * * *"/></t:scheduled-tasks><unbound:bean class="a.B"/></x:beans>',
    });
    assert.deepEqual(found.filter((each) => each.startsWith('error')), []);
  });

  it('has classes of 20,000 lines', async () => {
    const found = await findingsOf({ 'src/main/java/shop/order/OrderService.java': javaFile('OrderService', 20_000) });
    assert.ok(found.some((each) => each.includes('state/http-session')));
  });
});
