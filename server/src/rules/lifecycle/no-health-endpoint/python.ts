import { dirname } from '../../../base/paths.js';
import type { Edit, FixInput, ProjectCheck } from '../../../contract/rule.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import type {} from '../../../facts/health-route.js';
import { joinReads } from '../../../facts/join.js';
import type { PythonApp } from '../../../facts/python/app.js';
import { withProbes } from '../../../generators/health-probes.js';
import { addImports, bracketsAround, indentAt, keepsLineEndings } from '../../../syntax/python/edit.js';
import { isAsked } from './asked.js';
import { pythonHost } from './python-host.js';

const bringing = /^(?:django-health-check|django-watchman|django-probes|fastapi-health|py-healthcheck|flask-healthz|flask-health-check|healthcheck|fastapi-healthcheck|fastapi-healthchecks)$/;

/** The module that ROOT_URLCONF names, as the end of a path. */
function rootUrls(model: Model, file: string): readonly string[] {
  return model.factsFor('python.setting', file).flatMap(({ value }) => (value.key === 'ROOT_URLCONF' && value.value ? `${value.value.replaceAll('.', '/')}.py` : []));
}

/** The one place of an application that speaks for it: its list of URLs, or the first object that is made. */
function isFirst(model: Model, subject: Fact<'python.app'>): boolean {
  const roots = rootUrls(model, subject.file);
  const all = model.factsFor('python.app', subject.file);
  const places = roots.length > 0 ? all.filter(({ file, value }) => value.framework === 'django' && roots.some((root) => file === root || file.endsWith(`/${root}`))) : all.filter(({ value }) => value.framework !== 'django');
  return places[0] === subject;
}

/** Web applications of Python that nothing can ask. */
export const pythonHealth: ProjectCheck<'python.app'> = {
  subject: 'python.app',
  reads: ['health.route', 'build.module', ...joinReads],
  check(subject, { model, report }) {
    const builds = model.factsFor('build.module', subject.file);
    if (!isFirst(model, subject) || model.factsFor('health.route', subject.file).length > 0 || builds.some(({ value }) => value.dependencies.some((name) => bringing.test(name)))) return;
    const { dir } = model.moduleOf(subject.file);
    // A script that the image runs for the purpose asks something.
    if (isAsked(model, dir) || model.files.some((file) => /(?:^|\/)health_?-?check\.(?:py|sh)$/.test(file))) return;
    const name = builds.find(({ value }) => value.tool === 'python')?.value.name ?? { flask: 'Flask', fastapi: 'FastAPI', django: 'Django' }[subject.value.framework];
    report({ say: 'missing', args: { name }, confidence: 'medium', data: { python: { ...subject.value } } });
  },
};

function appOf({ finding }: Pick<FixInput, 'finding'>): PythonApp | undefined {
  return (finding.data as { readonly python?: PythonApp } | null)?.python;
}

/** Two routes right behind the statement that makes the application, before anything that asks who calls. */
function routes({ framework, name }: PythonApp, indent: string): string {
  const decorator = (path: string): string => (framework === 'flask' ? `@${name}.route("${path}")` : `@${name}.get("${path}")`);
  const define = framework === 'flask' ? 'def' : 'async def';
  // Functions of a module stand two lines apart, those inside another one.
  const gap = indent === '' ? [''] : [];
  const lines = [
    '', ...gap, decorator('/healthz'), `${define} healthz():`, '    """Answers the liveness probe: this process works on requests."""', '    return {"status": "ok"}', '', ...gap,
    decorator('/readyz'), `${define} readyz():`, '    """Answers the readiness probe: this process takes requests."""', '    return {"status": "ready"}', '',
  ];
  return lines.map((line) => (line === '' ? '\n' : `${indent}${line}\n`)).join('');
}

function appEdits(file: string, now: string, app: PythonApp): readonly Edit[] | undefined {
  if (!new RegExp(`\\b${app.name}\\s*(?::[^=\\n]+)?=`).test(now.slice(0, app.end)) || now[app.end - 1] !== ')') return undefined;
  const next = now.indexOf('\n', app.end);
  const at = next < 0 ? now.length : next + 1;
  const indent = indentAt(now, app.end);
  const followed = (indent === '' ? /^(?:[ \t]*\r?\n)*/ : /^(?:[ \t]*\r?\n)?/).exec(now.slice(at))?.[0].length ?? 0;
  return [{ do: 'replace', file, span: { start: at, end: at + followed }, text: `${next < 0 ? '\n' : ''}${routes(app, indent)}${indent === '' ? '\n' : ''}` }];
}

const views = `"""Answers for the probes of the cluster."""

from django.db import connection
from django.http import JsonResponse


def healthz(request):
    """Liveness: this process works on requests."""
    return JsonResponse({"status": "ok"})


def readyz(request):
    """Readiness: this process reaches its database."""
    connection.ensure_connection()
    return JsonResponse({"status": "ready"})
`;

/** Views of their own beside the list of URLs, which names them first. */
function djangoEdits(file: string, now: string, app: PythonApp): readonly Edit[] | undefined {
  const [list] = bracketsAround(now, app.end);
  if (now[app.end - 1] !== '[' || list?.open !== app.end - 1) return undefined;
  const folder = dirname(file);
  const isTall = now.slice(app.end, list.close).includes('\n') || list.close === app.end;
  const entries = ['path("healthz", healthz),', 'path("readyz", readyz),'];
  return [
    { do: 'replace', file, span: { start: app.end, end: app.end }, text: isTall ? `\n    ${entries.join('\n    ')}${list.close === app.end ? '\n' : ''}` : `${entries.join(' ')} ` },
    ...addImports(file, now, ...(/^from django\.urls import[^\n]*\bpath\b/m.test(now) ? [] : ['from django.urls import path']), 'from .health import healthz, readyz'),
    { do: 'create', path: folder === '' ? 'health.py' : `${folder}/health.py`, text: views, ifExists: 'refuse' },
  ];
}

/** Routes for the probes in the idiom of the framework. */
export const pythonHealthRoutes = withProbes(keepsLineEndings({
  key: 'health-views',
  title: { en: 'Add /healthz and /readyz', ko: '/healthz와 /readyz 추가' },
  safety: 'review',
  applies: (finding) => appOf({ finding }) !== undefined,
  edits({ finding, text }) {
    const app = appOf({ finding });
    const now = text(finding.file);
    if (!app || now === undefined) return undefined;
    return app.framework === 'django' ? djangoEdits(finding.file, now, app) : appEdits(finding.file, now, app);
  },
}), { host: pythonHost });
