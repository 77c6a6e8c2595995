import type { ProjectCheck } from '../../../contract/rule.js';
import type { Model } from '../../../contract/workspace.js';
import { imageSourceOf } from '../../../facts/image/of.js';
import { joinReads } from '../../../facts/join.js';
import type {} from '../../../facts/packaging.js';
import { applicationIn, webReads, type Application } from '../../../facts/java/web-application.js';
import { tomcatFor } from '../../../generators/dockerfile/java.js';
import { servletEvidence } from '../../../generators/dockerfile/war.js';

export type Namespace = 'javax' | 'jakarta' | 'unknown';

/** Which generation of the server API the application is written for, by its own module or, for an EAR, by those inside it. */
function generation(model: Model, { deployable, dirs, libraries }: Application): { readonly namespace: Namespace; readonly server: string } {
  const evidence = dirs.map((dir) => servletEvidence(model, dir)).find(({ sources }) => sources !== undefined) ?? servletEvidence(model, deployable.dir);
  const choice = tomcatFor({ ...deployable.module, dependencies: libraries }, evidence);
  if (!choice.known) return { namespace: 'unknown', server: '' };
  return { namespace: choice.tomcat === '9.0' ? 'javax' : 'jakarta', server: choice.tomcat.replace(/\.0$/, '') };
}

/** Looks at each WAR and EAR packaging; speaks of what is started by itself, needs a server, and has none in an image yet. */
export const needsServer: ProjectCheck<'build.packaging'> = {
  subject: 'build.packaging',
  reads: [...webReads, ...joinReads, 'image.pipeline', 'build.servlet-api', 'web.descriptor'],
  check(subject, { model, report }) {
    const application = applicationIn(model, subject.module);
    if (!application) return;
    const { deployable } = application;
    // Spring Boot's WAR also starts by itself; an image settles which server runs the others.
    if (deployable.kind !== subject.value.packaging || deployable.module.executable === 'boot' || imageSourceOf(model, deployable)?.certain) return;
    const { namespace, server } = generation(model, application);
    const { javaVersion = 8, name } = deployable.module;
    report({ say: `${deployable.kind}-${namespace}${javaVersion < 8 ? '-old' : ''}`, args: { name, ...(server === '' ? {} : { server }), ...(javaVersion < 8 ? { java: javaVersion } : {}) }, data: { dir: deployable.dir } });
  },
};
