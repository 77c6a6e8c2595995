import { dirname, isInside, join } from '../../../base/paths.js';
import type { XmlElement } from '../../../contract/nodes.js';
import type { Edit, Fix } from '../../../contract/rule.js';
import type { Model } from '../../../contract/workspace.js';
import { deployableIn, type Deployable } from '../../../facts/deployable.js';
import { imageSourceOf } from '../../../facts/image/of.js';
import { tomcatFor } from '../../../generators/dockerfile/java.js';
import { servletEvidence } from '../../../generators/dockerfile/war.js';
import { portOf, probeEdit, workloadsOf } from '../../../generators/probes.js';
import { appendTo, insertAfter, insertBefore, readRoot, stepOf } from '../../../syntax/xml/edit.js';
import { children } from '../../../syntax/xml/ask.js';

type Read = (path: string) => string | undefined;

const route = '/healthz';
/** Libraries to compile a servlet against. */
const servletApi = /:(?:[\w.-]*servlet-api|(?:javaee|jakartaee|jakarta\.jakartaee)(?:-web)?-api|jakarta\.jakartaee-[\w-]*api|tomcat-[\w-]*servlet-api|tomcat-catalina)$|^javax:javaee/;

interface Plan {
  readonly deployable: Deployable;
  readonly namespace: 'javax' | 'jakarta';
  /** Path of the class to make, and its package. */
  readonly source: string;
  readonly packageName: string;
  /** Descriptor to register it in; an annotation does where there is none. */
  readonly webXml: string | undefined;
}

/** Folder of the outermost package: the shortest that holds sources. */
function packageFolder(model: Model, root: string): string | undefined {
  const folders = [...new Set(model.files.filter((file) => file.endsWith('.java') && isInside(file, root)).map(dirname))].filter((folder) => folder !== root);
  return folders.sort((a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1))[0];
}

function planFor(model: Model, dir: string): Plan | undefined {
  const deployable = deployableIn(model, dir);
  if (deployable?.kind !== 'war' || deployable.module.bootVersion !== undefined) return undefined;
  const choice = tomcatFor(deployable.module, servletEvidence(model, dir));
  const compiles = model.facts('build.servlet-api').some(({ file }) => isInside(file, dir)) || [...deployable.module.dependencies, ...deployable.module.provided].some((name) => servletApi.test(name));
  const root = join(dir, 'src/main/java') ?? '';
  const folder = packageFolder(model, root);
  if (!choice.known || !compiles || folder === undefined) return undefined;
  const source = `${folder}/HealthServlet.java`;
  const webXml = ['src/main/webapp', 'WebContent'].map((path) => join(dir, path, 'WEB-INF/web.xml') ?? '').find((path) => model.hasFile(path));
  return { deployable, namespace: choice.tomcat === '9.0' ? 'javax' : 'jakarta', source, packageName: folder.slice(root.length + 1).replaceAll('/', '.'), webXml };
}

function servletText({ namespace, packageName, webXml }: Plan): string {
  const annotated = webXml === undefined;
  return [
    `package ${packageName};`, '',
    'import java.io.IOException;',
    ...(annotated ? [`import ${namespace}.servlet.annotation.WebServlet;`] : []),
    ...['HttpServlet', 'HttpServletRequest', 'HttpServletResponse'].map((type) => `import ${namespace}.servlet.http.${type};`), '',
    '/**',
    ' * Answers the probes of Kubernetes: whoever gets "UP" reached a server that works on requests. It asks neither the',
    ' * database nor other systems, because restarting this replica would not heal them.',
    ' */',
    ...(annotated ? [`@WebServlet("${route}")`] : []),
    'public class HealthServlet extends HttpServlet {', '',
    '    private static final long serialVersionUID = 1L;', '',
    '    @Override',
    '    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {',
    '        response.setContentType("text/plain");',
    '        response.setHeader("Cache-Control", "no-store");',
    '        response.getWriter().print("UP");',
    '    }',
    '}', '',
  ].join('\n');
}

/** What comes behind servlets and their mappings in a `web.xml` of the old, ordered kind. */
const behind = ['session-config', 'mime-mapping', 'welcome-file-list', 'error-page', 'taglib', 'jsp-config', 'resource-env-ref', 'resource-ref', 'security-constraint', 'login-config', 'security-role', 'env-entry', 'ejb-ref', 'ejb-local-ref'];

function place(file: string, text: string, webApp: XmlElement, lines: readonly string[], last: XmlElement | undefined, following: readonly string[]): Edit | undefined {
  if (last) return insertAfter(file, text, last, lines);
  const next = webApp.children.find(({ local }) => following.includes(local));
  return next ? insertBefore(file, text, next, lines) : appendTo(file, text, webApp, lines);
}

function descriptorEdits(file: string, packageName: string, read: Read): readonly Edit[] | undefined {
  const text = read(file);
  const webApp = text === undefined ? undefined : readRoot(text);
  if (text === undefined || webApp?.name !== 'web-app') return undefined;
  const step = stepOf(text, webApp);
  const servlet = ['<servlet>', `${step}<servlet-name>health</servlet-name>`, `${step}<servlet-class>${packageName}.HealthServlet</servlet-class>`, '</servlet>'];
  const mapping = ['<servlet-mapping>', `${step}<servlet-name>health</servlet-name>`, `${step}<url-pattern>${route}</url-pattern>`, '</servlet-mapping>'];
  const lastServlet = children(webApp, 'servlet').at(-1);
  const lastMapping = children(webApp, 'servlet-mapping').at(-1);
  if (!lastMapping) {
    const both = place(file, text, webApp, [...servlet, ...mapping], lastServlet, behind);
    return both && [both];
  }
  const declared = place(file, text, webApp, servlet, lastServlet, ['servlet-mapping']);
  return declared && [declared, insertAfter(file, text, lastMapping, mapping)];
}

/** Probes fit only when the image tells that the application is deployed at the root of the server. */
function probeEdits(model: Model, { deployable }: Plan, read: Read): readonly Edit[] {
  const dockerfile = imageSourceOf(model, deployable)?.file;
  if (dockerfile === undefined || !/\bROOT(?:\.war\b|\/?$|\/?["'\s])/m.test(read(dockerfile) ?? '')) return [];
  return workloadsOf(model, deployable.dir).flatMap((workload) => probeEdit(workload, (container) => {
    const ask = { path: route, port: portOf(container) ?? '8080' };
    return { readiness: ask, liveness: ask };
  }, read) ?? []);
}

/** A servlet for WARs without Spring Boot, in the namespace of their server, registered as their descriptor's version allows. */
export const healthServlet: Fix = {
  key: 'add-health-servlet',
  title: { en: 'Add a servlet that answers /healthz', ko: '/healthz에 응답하는 서블릿 추가' },
  safety: 'review',
  applies: ({ data }, model) => planFor(model, (data as { readonly dir: string }).dir) !== undefined,
  edits({ finding, model, text }) {
    const plan = planFor(model, (finding.data as { readonly dir: string }).dir);
    if (!plan) return undefined;
    const descriptor = plan.webXml === undefined ? [] : descriptorEdits(plan.webXml, plan.packageName, text);
    if (!descriptor) return undefined;
    return [...descriptor, { do: 'create', path: plan.source, text: servletText(plan), ifExists: 'refuse' }, ...probeEdits(model, plan, text)];
  },
};
