import { ruleMatcher } from '../../../contract/rule.js';
import { inForce, lineage, shellText, shippedStage, type Stage } from '../../../syntax/dockerfile/ask.js';
import { startsItself } from '../../../syntax/dockerfile/images.js';
import { jdkOf } from '../../../syntax/dockerfile/java-images.js';
import { purposeOf } from '../../../syntax/dockerfile/purpose.js';
import { toolkitTool } from '../../../syntax/dockerfile/toolkit.js';

/** Tools that compile; what they need is the matter of another rule. */
const builds = /(?:^|[\s/;&|"])(?:mvnw?|gradlew?|ant|sbt|lein|bazel|grails)(?:$|[\s"])/;

/** Whether anything in the file uses what only a JDK brings. */
function needsToolkit(shipped: Stage): boolean {
  return lineage(shipped).flatMap((stage) => stage.instructions).some((each) => {
    if (!['RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK', 'ENV', 'COPY', 'ADD'].includes(each.getKeyword())) return false;
    const text = shellText(each);
    return toolkitTool.test(text) || (each.getKeyword() !== 'ENV' && builds.test(text));
  });
}

export const jdkAtRuntime = ruleMatcher({
  language: 'dockerfile',
  needles: [[/jdk|java|temurin|semeru|corretto|sapmachine|tomcat|jetty|tomee/i]],
  on: {
    file(node, cx) {
      const shipped = shippedStage(node);
      if (!shipped || purposeOf(cx.path, shipped) !== 'application') return;
      if (!inForce(shipped, 'CMD') && !inForce(shipped, 'ENTRYPOINT') && !startsItself(shipped)) return;
      const { image, from } = lineage(shipped).at(-1) ?? shipped;
      const range = from.getImageRange();
      const jdk = jdkOf(image);
      if (!range || !jdk || needsToolkit(shipped)) return;
      const written = from.getImage() ?? '';
      cx.report({
        at: node.span(range), say: 'jdk', args: { image: image.text.split('@')[0] ?? '' }, cause: `base ${image.text}`,
        data: { fixable: jdk.runtime !== undefined && !written.includes('$') && image.digest === undefined },
      });
    },
  },
});
