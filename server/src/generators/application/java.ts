import type { Localized } from '../../contract/words.js';
import type { Model } from '../../contract/workspace.js';
import { deployables, type Deployable } from '../../facts/deployable.js';
import { isKorean, springPort, writesFiles } from '../dockerfile/evidence.js';
import { jarDockerfile, jarStart } from '../dockerfile/jar.js';
import { javaFor, serverJava, tomcatFor } from '../dockerfile/java.js';
import { layoutOf } from '../dockerfile/layout.js';
import { appUser } from '../dockerfile/parts.js';
import { resourceNames, servletEvidence, tomcatFolders, tomcatStart, vendorDescriptors, warDockerfile } from '../dockerfile/war.js';
import type { Application, Platform } from './kinds.js';

const kinds = { 'boot-jar': 'spring-boot', 'fat-jar': 'java', war: 'war' } as const;

interface JavaApplication extends Application {
  readonly deployable: Deployable;
}

function describe(model: Model, deployable: Deployable & { readonly kind: keyof typeof kinds }): JavaApplication {
  const { dir, module, kind } = deployable;
  const choice = javaFor(module);
  const war = kind === 'war';
  const start = war ? { words: tomcatStart, known: true } : jarStart(deployable);
  return {
    deployable, dir, name: module.name, platform: 'java', kind: kinds[kind],
    runtime: { version: String(war ? serverJava(choice, tomcatFor(module, servletEvidence(model, dir))) : choice.release), reason: choice.reason, known: choice.known },
    start: start.words, startKnown: start.known,
    port: war ? { port: 8080, source: 'Tomcat' } : springPort(model, dir),
    user: appUser,
    writable: war ? tomcatFolders : writesFiles(model, dir) ? ['/app'] : [],
    korean: isKorean(model, dir, module),
    layout: layoutOf(model, deployable),
  };
}

function notes(model: Model, { dir, kind }: Application): readonly Localized[] {
  if (kind !== 'war') return [];
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

function has<K extends Deployable['kind']>(deployable: Deployable, ...wanted: readonly K[]): deployable is Deployable & { readonly kind: K } {
  return wanted.some((kind) => kind === deployable.kind);
}

/** Jars and WARs; what an EAR holds needs a server of its own kind. */
export const java: Platform = {
  name: 'java',
  find: (model) => deployables(model).flatMap((each) => (has(each, 'boot-jar', 'fat-jar', 'war') ? [describe(model, each)] : [])),
  dockerfile(model, application) {
    const { deployable, layout } = application as JavaApplication;
    return deployable.kind === 'war' ? warDockerfile(model, deployable, layout) : jarDockerfile(model, deployable, layout);
  },
  ignored: (_model, application) => ((application as JavaApplication).deployable.module.tool === 'maven' ? ['**/target', '!**/src/**/target', '**/node_modules'] : ['**/build', '!**/src/**/build', '**/.gradle', '**/node_modules']),
  notes,
};
