import { basename, extension } from '../base/paths.js';
import type { Language } from '../contract/nodes.js';

const byExtension: Readonly<Record<string, Language>> = {
  ts: 'typescript', mts: 'typescript', cts: 'typescript', tsx: 'typescript',
  js: 'typescript', mjs: 'typescript', cjs: 'typescript', jsx: 'typescript',
  java: 'java',
  kt: 'kotlin',
  py: 'python',
  cs: 'csharp', cshtml: 'csharp', razor: 'csharp', aspx: 'csharp', ascx: 'csharp', asax: 'csharp', ashx: 'csharp', asmx: 'csharp', master: 'csharp',
  php: 'php',
  go: 'go',
  jsp: 'jsp', jspf: 'jsp', jspx: 'jsp', tag: 'jsp', tagx: 'jsp',
  xml: 'xml',
  yaml: 'yaml', yml: 'yaml',
  json: 'json',
  properties: 'properties',
  gradle: 'gradle',
  toml: 'toml',
  config: 'xml', csproj: 'xml', vbproj: 'xml', fsproj: 'xml', props: 'xml', targets: 'xml',
  ini: 'lines', cfg: 'lines', conf: 'lines', service: 'lines', sh: 'lines', cli: 'lines',
};

/** Dockerfile, Containerfile, `Dockerfile.prod`, `app.dockerfile`. */
export function isDockerfileName(name: string): boolean {
  return /^(?:Dockerfile|Containerfile)(?:\.(?!dockerignore$)[\w-]+)?$/i.test(name) || /\.(?:dockerfile|containerfile)$/i.test(name);
}

/** Files of lines that have names rather than extensions. */
const linesName = /^(?:(?:requirements|constraints)[\w.-]*\.txt|go\.mod|Procfile|[\w.-]+\.(?:conf|cfg)\.(?:template|tmpl|tpl|j2|erb)|[\w.-]+\.(?:vhost|nginx)|crontab[\w.-]*|cron|[\w.-]*[-_.]cron(?:tab)?|cron[-_]?(?:jobs?|file)(?:\.txt)?|(?:docker-)?entrypoint|\.htaccess|\.npmrc|\.(?:nvmrc|node-version|python-version|java-version|go-version|php-version|sdkmanrc|tool-versions)|runtime\.txt|Staticfile|Jenkinsfile[\w.-]*|[\w.-]+\.[jJ]enkinsfile|(?:GNUm|[mM])akefile|\.env(?:\.[\w-]+)*)$/;

/** Folders whose files are read whatever their names: pip's, those of cron, and sites of nginx and Apache httpd. */
const linesFolder = /(?:^|\/)(?:requirements\/[\w.-]+\.txt|(?:crons?|cron\.d|crontabs?|sites-(?:available|enabled))\/[\w-]+)$/;

/** The language of a path by its name; `undefined` when no adapter reads it. */
export function languageOf(path: string): Language | undefined {
  const name = basename(path);
  if (isDockerfileName(name)) return 'dockerfile';
  if (name.endsWith('.gradle.kts')) return 'gradle';
  // WebSphere's older descriptors are XML, and WebtoB's configuration is lines of names and values.
  if (/^ibm-[\w-]+\.xmi$/.test(name)) return 'xml';
  if (name === 'http.m') return 'properties';
  if (name === 'Pipfile') return 'toml';
  if (name === 'composer.lock') return 'json';
  if (linesName.test(name) || linesFolder.test(path)) return 'lines';
  if (name.endsWith('.d.ts') || name.endsWith('.d.mts') || name.endsWith('.d.cts')) return undefined;
  return byExtension[extension(path)];
}
