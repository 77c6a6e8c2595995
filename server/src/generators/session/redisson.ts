import { join } from '../../base/paths.js';
import type { Edit, Fix } from '../../contract/rule.js';
import type { Model } from '../../contract/workspace.js';
import { deployableOf } from '../../facts/deployable.js';
import { tomcatFor } from '../dockerfile/java.js';
import { servletEvidence, vendorDescriptors } from '../dockerfile/war.js';
import { child } from '../../syntax/xml/ask.js';
import { appendTo, readRoot } from '../../syntax/xml/edit.js';
import { redissonVersion as version } from '../redisson/version.js';
import { planFor } from './spring-session-plan.js';

/** The WAR whose sessions move, and the Tomcat that it is made for. */
interface Plan {
  readonly context: string;
  readonly settings: string;
  readonly tomcat: '9' | '10';
}

/** Servers that read neither `context.xml` nor Tomcat's lib folder. */
function isForTomcat(model: Model, dir: string): boolean {
  const foreign = model.files.some((file) => file.startsWith(dir === '' ? '' : `${dir}/`) && /\/liberty\/config\/server\.xml$|\/WEB-INF\/(?:jetty-web|resin-web|sun-web)\.xml$/.test(file));
  return !foreign && vendorDescriptors(model, dir).length === 0;
}

function plan(path: string, model: Model): Plan | undefined {
  const deployable = deployableOf(path, model);
  if (deployable?.kind !== 'war' || deployable.module.bootVersion !== undefined || planFor(path, model) || !isForTomcat(model, deployable.dir)) return undefined;
  const { dir, module } = deployable;
  const { tomcat, known } = tomcatFor(module, servletEvidence(model, dir));
  // Redisson's manager for Tomcat 11 came with later releases, and a guessed namespace would pick the wrong jar.
  if (!known || tomcat === '11.0') return undefined;
  const folders = ['src/main/webapp', 'WebContent', 'webapp', 'web'].map((name) => join(dir, name) ?? name);
  const root = folders.find((folder) => model.files.some((file) => file.startsWith(`${folder}/WEB-INF/`)));
  if (root === undefined) return undefined;
  const beside = root.endsWith('src/main/webapp') ? 'src/main/tomcat' : 'tomcat';
  return { context: `${root}/META-INF/context.xml`, settings: join(dir, `${beside}/redisson.yaml`) ?? `${beside}/redisson.yaml`, tomcat: tomcat === '9.0' ? '9' : '10' };
}

function managerLines({ settings, tomcat }: Plan): readonly string[] {
  return [
    `<!-- Keeps HTTP sessions in Redis. Tomcat loads its session manager from its own folders, not from the WAR: the image needs`,
    `     redisson-all-${version}.jar and redisson-tomcat-${tomcat}-${version}.jar (Maven group org.redisson) in lib/ of Tomcat`,
    `     and ${settings} as conf/redisson.yaml. -->`,
    '<Manager className="org.redisson.tomcat.RedissonSessionManager"',
    '         configPath="${catalina.base}/conf/redisson.yaml" readMode="REDIS" updateMode="DEFAULT"/>',
  ];
}

const settingsText = [
  '# Redis for the HTTP sessions. Redisson replaces ${NAME:-default} by environment variables.',
  'singleServerConfig:',
  '  address: "redis://${REDIS_HOST:-redis}:${REDIS_PORT:-6379}"',
  '  password: ${REDIS_PASSWORD:-null}',
  '',
].join('\n');

function contextEdit(found: Plan, text: string | undefined): Edit | undefined {
  const lines = managerLines(found);
  if (text === undefined) return { do: 'create', path: found.context, text: ['<?xml version="1.0" encoding="UTF-8"?>', '<Context>', ...lines.map((line) => `    ${line}`), '</Context>', ''].join('\n'), ifExists: 'refuse' };
  const context = readRoot(text);
  // Another manager is there for a reason.
  return context?.local !== 'Context' || child(context, 'Manager') ? undefined : appendTo(found.context, text, context, lines);
}

/** Sessions of a WAR without Spring, kept in Redis by the session manager of its Tomcat. */
export const redissonManager: Fix = {
  key: 'redisson-manager',
  title: { en: "Keep sessions in Redis with Redisson's session manager for Tomcat", ko: 'Tomcat용 Redisson 세션 매니저로 세션을 Redis에 저장' },
  safety: 'review',
  applies({ file, severity, clearedBy }, model) {
    return severity !== 'info' && clearedBy === undefined && /\.(?:java|jspf?|jspx|tagx?|xml)$/.test(file) && plan(file, model) !== undefined;
  },
  edits({ finding, text, model }) {
    const found = plan(finding.file, model);
    const context = found && contextEdit(found, text(found.context));
    if (!found || !context) return undefined;
    return text(found.settings) === undefined ? [context, { do: 'create', path: found.settings, text: settingsText, ifExists: 'refuse' }] : [context];
  },
};
