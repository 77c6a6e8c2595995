import type { ProjectCheck } from '../../../contract/rule.js';
import { deployableIn, deployables } from '../../../facts/deployable.js';
import { imageSourceOf } from '../../../facts/image/of.js';

/** The word that names a kind of artefact; technical terms stay as they are in both languages. */
const artefacts = { 'boot-jar': 'Spring Boot JAR', 'fat-jar': 'JAR', war: 'WAR', ear: 'EAR', node: 'Node.js' } as const;

/** Modules that only show how the others are used, by their names. */
const shown = /(?:^|[-_.])(?:demo|sample|example)s?$/i;

/** Looks at each build file; speaks of those whose module is started by itself and that nothing makes an image of. */
export const missingDockerfile: ProjectCheck<'build.module'> = {
  subject: 'build.module',
  reads: ['image.dockerfile', 'image.built', 'image.pipeline', 'compose.service', 'k8s.workload', 'build.entry-point', 'build.gradle-settings'],
  check(subject, { model, report }) {
    if (model.moduleOf(subject.file).buildFile !== subject.file) return;
    // Most modules are libraries; only for the others the whole workspace is looked at.
    if (!deployableIn(model, subject.module)) return;
    const one = deployables(model).find(({ dir }) => dir === subject.module);
    if (!one) return;
    const source = imageSourceOf(model, one);
    if (source?.certain) return;
    // Where the product beside it has its images, nobody forgot this one.
    if (shown.test(one.module.name) && deployables(model).some((other) => other !== one && imageSourceOf(model, other)?.certain === true)) return;
    const args = { name: one.module.name, kind: artefacts[one.kind] };
    const data = { dir: one.dir, kind: one.kind };
    if (source) report({ say: 'builtElsewhere', args: { ...args, image: source.via }, severity: 'info', data });
    else report({ say: 'missing', args, data });
  },
};
