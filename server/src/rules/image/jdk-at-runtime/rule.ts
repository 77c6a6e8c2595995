import type { Rule } from '../../../contract/rule.js';
import type {} from '../../../facts/java/toolkit.js';
import { readDockerfile } from '../../../syntax/dockerfile/adapter.js';
import { otherReference, stageAt } from '../../../syntax/dockerfile/edit.js';
import { jdkOf } from '../../../syntax/dockerfile/java-images.js';
import { jdkAtRuntime } from './dockerfile.js';

export const rule: Rule = {
  meta: {
    id: 'image/jdk-at-runtime',
    title: { en: 'JDK where a JRE would do', ko: 'JRE로 충분한 곳에 쓰인 JDK' },
    severity: 'info',
    confidence: 'medium',
    fix: 'sometimes',
    tags: ['image', 'java', 'size'],
  },
  messages: {
    jdk: {
      en: '"{image}" brings a whole JDK and nothing here uses its compiler: every node that gets its first replica pulls a much larger image before that replica serves, and an intruder finds the tools ready.',
      ko: '"{image}" 이미지에는 JDK 전체가 들어 있지만 컴파일러를 쓰는 곳이 없습니다. 처음 레플리카를 받는 노드가 훨씬 큰 이미지를 내려받은 뒤에야 서비스를 시작하고, 침입자가 쓸 도구도 함께 들어갑니다.',
    },
  },
  matchers: [jdkAtRuntime],
  clearing: [{ fact: 'java.toolkit', effect: 'silence', what: { en: 'code or a script that uses the compiler or tools of the JDK', ko: 'JDK의 컴파일러나 도구를 사용하는 코드 또는 스크립트' } }],
  fixes: [
    {
      key: 'use-jre',
      title: { en: 'Use the JRE image of the same Java', ko: '같은 Java 버전의 JRE 이미지 사용하기' },
      safety: 'review',
      applies: ({ data }) => (data as { fixable: boolean }).fixable,
      edits({ finding, text }) {
        const content = text(finding.file);
        const node = content === undefined ? undefined : readDockerfile(content);
        const stage = node && stageAt(node, finding.range.start);
        const range = stage?.from.getImageRange();
        const runtime = stage && jdkOf(stage.image)?.runtime;
        if (!node || !stage || !range || !runtime) return undefined;
        return [{ do: 'replace', file: finding.file, span: node.span(range), text: otherReference(stage.from.getImage() ?? '', stage.image, runtime) }];
      },
    },
  ],
};
