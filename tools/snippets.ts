/**
 * npm run snippets: writes the snippets of the editor from what the generators write for small workspaces, so that both
 * always say the same. A test tells when they no longer do.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generators, type GeneratorKind } from '../server/src/generators/catalogue.js';
import { MemoryHost } from '../server/src/host/memory.js';
import { productRuleset } from '../server/src/host/ruleset.js';
import { Workspace } from '../server/src/host/workspace.js';
import { AdapterPool } from '../server/src/syntax/load.js';

interface Template {
  readonly title: string;
  readonly prefix: readonly string[];
  readonly description: string;
  readonly workspace: Readonly<Record<string, string>>;
  readonly kind: GeneratorKind;
  /** Which of the generated files. */
  readonly path: RegExp;
  /** What a person fills in, in the order of the tab stops: the first group of each is the value that stands there at first. */
  readonly stops: readonly RegExp[];
}

const deployment = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: app }\nspec:\n  selector: { matchLabels: { app: app } }\n  template:\n    metadata: { labels: { app: app } }\n    spec:\n      containers:\n        - name: app\n          image: app:1\n          ports: [{ containerPort: 8080 }]\n          resources: { requests: { cpu: 250m } }\n';
const nodeServer = { 'package.json': '{ "name": "app", "private": true, "engines": { "node": ">=24" }, "scripts": { "build": "tsc", "start": "node dist/server.js" }, "dependencies": { "express": "^5.1.0" }, "devDependencies": { "typescript": "^5.9.0" } }\n', 'package-lock.json': '{}\n', 'src/server.ts': "import express from 'express';\nexpress().listen(3000);\n" };
const servletApi = '<dependency><groupId>jakarta.servlet</groupId><artifactId>jakarta.servlet-api</artifactId><version>6.0.0</version><scope>provided</scope></dependency>';
const war = { 'pom.xml': `<project><groupId>app</groupId><artifactId>app</artifactId><version>1</version><packaging>war</packaging><properties><maven.compiler.release>17</maven.compiler.release></properties><dependencies>${servletApi}</dependencies></project>\n`, 'src/main/webapp/index.jsp': '<html></html>\n' };
const bootParent = '<parent><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-parent</artifactId><version>3.5.0</version></parent>';
const boot = {
  'pom.xml': `<project>${bootParent}<groupId>app</groupId><artifactId>app</artifactId><version>1</version><properties><java.version>21</java.version></properties><dependencies><dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-web</artifactId></dependency></dependencies><build><plugins><plugin><groupId>org.springframework.boot</groupId><artifactId>spring-boot-maven-plugin</artifactId></plugin></plugins></build></project>\n`,
  'src/main/java/app/Application.java': 'package app;\n\n@org.springframework.boot.autoconfigure.SpringBootApplication\nclass Application {}\n',
};

const templates: Readonly<Record<string, readonly Template[]>> = {
  'dockerfile.json': [
    { title: 'Dockerfile for Node.js', prefix: ['dockerfile-node'], description: 'Two-stage Dockerfile for a Node.js server, non-root, exec form', workspace: nodeServer, kind: 'dockerfile', path: /^Dockerfile$/, stops: [/node:(\d+)-/g, /^EXPOSE (\d+)$/gm, /"(dist\/server\.js)"/g] },
    { title: 'Dockerfile for Spring Boot', prefix: ['dockerfile-spring-boot'], description: 'Dockerfile for a Spring Boot jar built with Maven: layers, JRE, non-root', workspace: boot, kind: 'dockerfile', path: /^Dockerfile$/, stops: [/temurin[-:](\d+)(?=-jre| )/g, /target\/(app-\*)\.jar/g, /^EXPOSE (\d+)$/gm] },
    { title: 'Dockerfile for a WAR', prefix: ['dockerfile-war'], description: 'Two-stage Dockerfile for a Maven WAR on Tomcat, non-root, exec form', workspace: war, kind: 'dockerfile', path: /^Dockerfile$/, stops: [/(?:temurin-|-jre)(\d+)/g, /tomcat:([\d.]+)-/g] },
  ],
  'yaml.json': [
    { title: 'HorizontalPodAutoscaler (autoscaling/v2)', prefix: ['hpa', 'horizontalpodautoscaler'], description: 'HorizontalPodAutoscaler, autoscaling/v2, on CPU', workspace: { 'k8s/deployment.yaml': deployment }, kind: 'hpa', path: /hpa\.yaml$/, stops: [/(?:name: |Deployment )(app)\b/g, /minReplicas: (\d+)/g, /maxReplicas: (\d+)/g, /averageUtilization: (\d+)/g] },
    { title: 'Deployment with requests', prefix: ['deployment-requests', 'k8s-deployment'], description: 'Deployment that an autoscaler can scale: requests, probes, no fixed replicas', workspace: nodeServer, kind: 'kubernetes', path: /deployment\.yaml$/, stops: [/(?:[nN]ame: |instance: |\/)(app)\b/g, /image: (?:[\w.]+\/)?\w+:(\S+)/g, /containerPort: (\d+)/g, /cpu: (\d+m)/g] },
    { title: 'PodDisruptionBudget', prefix: ['pdb', 'poddisruptionbudget'], description: 'PodDisruptionBudget that lets one pod at a time go', workspace: nodeServer, kind: 'kubernetes', path: /pdb\.yaml$/, stops: [/(?:name: |instance: )(app)\b/g] },
  ],
};

/** What tells of a workspace and of other files: a snippet stands alone. */
function alone(text: string): string {
  return text.replace(/^# (Build|Run)\. .*$/gm, '# $1.').replace(/^# (?:The (?:default )?port .*|Scales Deployment .*|Written by .*)\n/gm, '').replace(/^ *serviceAccountName: .*\n/gm, '');
}

/** The body of a snippet: what has a meaning in it is escaped, and the values become tab stops. */
function bodyOf(text: string, stops: readonly RegExp[]): readonly string[] {
  const places = stops.flatMap((stop, index) => [...text.matchAll(stop)].map((match) => {
    const start = match.index + match[0].lastIndexOf(match[1] ?? '');
    return { start, end: start + (match[1] ?? '').length, number: index + 1 };
  })).sort((a, b) => a.start - b.start);
  const escaped = (part: string): string => part.replace(/[\\$}]/g, '\\$&');
  const parts = places.flatMap(({ start, end, number }, index) => [escaped(text.slice(places[index - 1]?.end ?? 0, start)), `\${${number}:${escaped(text.slice(start, end))}}`]);
  return [...parts, escaped(text.slice(places.at(-1)?.end ?? 0))].join('').replace(/\n$/, '').split('\n');
}

async function snippetOf({ title, prefix, description, workspace: files, kind, path, stops }: Template, adapters: AdapterPool): Promise<readonly [string, object]> {
  const workspace = new Workspace(new MemoryHost(new Map(Object.entries(files))), productRuleset(), adapters);
  for (const task of workspace.tasks()) await workspace.update(task.path);
  const { model } = workspace.conclude();
  const [source] = generators[kind].sources({ model, text: (file) => workspace.text(file), locale: 'en', options: {} });
  const edit = source?.generate()?.edits.find((each) => each.do === 'create' && path.test(each.path));
  if (!edit) throw new Error(`nothing is generated for ${title}`);
  const text = alone(edit.text);
  const missing = stops.find((stop) => !new RegExp(stop).test(text));
  if (missing) throw new Error(`${title}: nothing fits ${String(missing)}`);
  return [title, { prefix, description, body: bodyOf(text, stops) }];
}

/** Text of each file below `snippets/`. */
export async function snippetFiles(): Promise<Readonly<Record<string, string>>> {
  const adapters = new AdapterPool();
  const files: Record<string, string> = {};
  for (const [file, all] of Object.entries(templates)) {
    const entries: (readonly [string, object])[] = [];
    for (const template of all) entries.push(await snippetOf(template, adapters));
    files[file] = `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
  }
  return files;
}

if (process.argv[1]?.endsWith('snippets.ts')) {
  void snippetFiles().then((files) => {
    for (const [file, text] of Object.entries(files)) writeFileSync(join(import.meta.dirname, '../snippets', file), text);
  });
}
