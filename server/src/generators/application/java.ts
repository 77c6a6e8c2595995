import type { Localized } from '../../contract/words.js';
import type { Model } from '../../contract/workspace.js';
import { effectiveModule } from '../../facts/build/effective.js';
import { deployables, type Deployable } from '../../facts/deployable.js';
import { isKorean, springPort, writesFiles } from '../dockerfile/evidence.js';
import { jarDockerfile, jarStart } from '../dockerfile/jar.js';
import { javaFor, needsPlatform, serverJava, tomcatFor } from '../dockerfile/java.js';
import { layoutOf } from '../dockerfile/layout.js';
import { appUser } from '../dockerfile/parts.js';
import { resourceNames, servletEvidence, tomcatFolders, tomcatStart, vendorDescriptors, warDockerfile } from '../dockerfile/war.js';
import { serverFor, wildflyDockerfile, wildflyStart, wildflyUser } from '../dockerfile/wildfly.js';
import type { Application, Platform } from './kinds.js';

const kinds = { 'boot-jar': 'spring-boot', 'fat-jar': 'java', war: 'war', ear: 'ear', node: 'node' } as const;

interface JavaApplication extends Application {
  readonly deployable: Deployable;
}

type Hosted = Pick<JavaApplication, 'start' | 'startKnown' | 'port' | 'user' | 'writable' | 'writesBeside'> & { readonly java: number };

/** What the server brings that the archive is made for; jars bring their own. */
function hostOf(model: Model, deployable: Deployable): Hosted {
  const { dir, module, kind } = deployable;
  const choice = javaFor(module);
  if (runsOnWildFly(deployable)) return { java: serverFor(model, deployable, layoutOf(model, deployable)).java, start: wildflyStart, startKnown: true, port: { port: 8080, source: 'WildFly' }, user: wildflyUser, writable: [], writesBeside: true };
  if (kind === 'war') return { java: serverJava(choice, tomcatFor(module, servletEvidence(model, dir))), start: tomcatStart, startKnown: true, port: { port: 8080, source: 'Tomcat' }, user: appUser, writable: tomcatFolders };
  const { words, known } = jarStart(deployable);
  return { java: choice.release, start: words, startKnown: known, port: springPort(model, dir), user: appUser, writable: writesFiles(model, dir) ? ['/app'] : [] };
}

function runsOnWildFly({ kind, module }: Deployable): boolean {
  return kind === 'ear' || (kind === 'war' && needsPlatform(module));
}

function describe(model: Model, deployable: Deployable): JavaApplication {
  const { dir, module, kind } = deployable;
  const { java: release, ...host } = hostOf(model, deployable);
  const { reason, known } = javaFor(module);
  return {
    ...host, deployable, dir, name: module.name, platform: 'java', kind: kinds[kind],
    runtime: { version: String(release), reason, known },
    korean: isKorean(model, dir, module),
    layout: layoutOf(model, deployable),
  };
}

/** Archives that start by themselves although nothing tells that they serve: batch jobs and the like. A plain jar starts alone where it needs no other. */
function programs(model: Model): readonly Deployable[] {
  const served = new Set(deployables(model).map(({ dir }) => dir));
  return model.modules.flatMap(({ dir }) => {
    const module = served.has(dir) ? undefined : effectiveModule(model, dir);
    if (!module || module.packaging !== 'jar' || module.main === undefined) return [];
    const starts = module.executable === 'fat-jar' || module.executable === 'distribution' || module.dependencies.length === 0;
    return starts ? [{ dir, kind: 'fat-jar' as const, module }] : [];
  });
}

function notes(model: Model, application: Application): readonly Localized[] {
  const { dir } = application;
  const { deployable } = application as JavaApplication;
  if (deployable.kind !== 'war' || runsOnWildFly(deployable)) return [];
  const descriptors = [...new Set(vendorDescriptors(model, dir))].join(', ');
  const resources = resourceNames(model, dir).join(', ');
  return [
    ...(descriptors === '' ? [] : [{
      en: `Tomcat does not read ${descriptors}: context path, security roles and resource mappings stated there have to be given in web.xml, context.xml or the environment.`,
      ko: `Tomcat은 ${descriptors} 파일을 읽지 않습니다. 그 안에 있는 컨텍스트 경로, 보안 역할, 리소스 매핑은 web.xml, context.xml 또는 환경 변수로 옮겨야 합니다.`,
    }]),
    ...(resources === '' ? [] : [{
      en: `web.xml expects the JNDI resources ${resources}: define them in META-INF/context.xml with placeholders from the environment.`,
      ko: `web.xml이 JNDI 리소스 ${resources}을(를) 요구합니다. META-INF/context.xml에 환경 변수 플레이스홀더를 사용해 정의하세요.`,
    }]),
  ];
}

/** Jars, WARs and EARs. */
export const java: Platform = {
  name: 'java',
  find: (model) => deployables(model).filter(({ kind }) => kind !== 'node').map((each) => describe(model, each)),
  programs: (model) => programs(model).map((each) => ({ ...describe(model, each), serves: false as const })),
  dockerfile(model, application) {
    const { deployable, layout, serves } = application as JavaApplication;
    if (runsOnWildFly(deployable)) return wildflyDockerfile(model, deployable, layout);
    return deployable.kind === 'war' ? warDockerfile(model, deployable, layout) : jarDockerfile(model, deployable, layout, serves !== false);
  },
  ignored: (_model, application) => ((application as JavaApplication).deployable.module.tool === 'maven' ? ['**/target', '!**/src/**/target', '**/node_modules'] : ['**/build', '!**/src/**/build', '**/.gradle', '**/node_modules']),
  notes,
};
