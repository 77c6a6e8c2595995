import type { Finding } from '../../../contract/finding.js';
import type { Rule } from '../../../contract/rule.js';
import type { Fact } from '../../../contract/workspace.js';
import type {} from '../../../facts/image/kinds.js';
import type {} from '../../../facts/image/package.js';
import { brings } from '../../../facts/tool-package.js';
import { csharpSpawns } from './csharp.js';
import { javaSpawns } from './java.js';
import { kotlinSpawns } from './kotlin.js';
import { pythonSpawns } from './python.js';
import { nodeSpawns } from './node.js';
import { goSpawns } from './go.js';
import { phpSpawns } from './php.js';

function isInstalled(fact: Fact, finding: Finding): boolean {
  const { tool = '' } = (finding.data ?? {}) as { readonly tool?: string };
  return ['tool', 'optional'].includes(finding.say) && brings((fact as Fact<'image.package'>).value.name, tool);
}

/** What every Linux image with a shell has. */
const basic = /^(?:awk|basename|cat|chmod|chown|cp|cut|date|df|dirname|du|echo|env|find|grep|head|hostname|id|kill|ln|ls|mkdir|mktemp|mv|nice|nohup|readlink|rm|rmdir|sed|sleep|sort|stat|sync|tail|tar|tee|test|touch|tr|true|uname|uniq|wc|which|whoami|xargs)$/;

function isBasic(fact: Fact, finding: Finding): boolean {
  const { tool = '' } = (finding.data ?? {}) as { readonly tool?: string };
  const { purpose, base } = (fact as Fact<'image.dockerfile'>).value;
  return finding.say === 'tool' && purpose === 'application' && basic.test(tool) && base !== '' && !/scratch|distroless|chiseled|\bstatic\b|\$\{/.test(base);
}

export const rule: Rule = {
  meta: {
    id: 'work/process-spawn',
    title: { en: 'Program that the image must carry', ko: '이미지에 있어야 하는 외부 프로그램' },
    severity: 'warning',
    confidence: 'medium',
    fix: 'none',
    tags: ['work', 'process', 'image'],
  },
  messages: {
    tool: {
      en: 'The code starts `{tool}`: a pod whose image does not carry it fails here, and its memory and CPU come on top of what the pod requested.',
      ko: '코드가 `{tool}` 프로그램을 실행합니다. 이미지에 이 프로그램이 없는 파드에서는 실패하며, 프로그램이 쓰는 메모리와 CPU는 파드 요청량과 별도로 더 필요합니다.',
    },
    optional: {
      en: 'The code starts `{tool}` where it finds it: a replica whose image does not carry it does without, and elsewhere its memory and CPU come on top of what the pod requested.',
      ko: '코드가 `{tool}` 프로그램을 찾으면 실행합니다. 이미지에 이 프로그램이 없는 레플리카는 그 기능 없이 동작하고, 있으면 프로그램이 쓰는 메모리와 CPU가 파드 요청량과 별도로 더 필요합니다.',
    },
    windows: {
      en: 'The code starts `{tool}`, which exists only on Windows: in a Linux container every call fails.',
      ko: '코드가 Windows에만 있는 `{tool}` 프로그램을 실행합니다. Linux 컨테이너에서는 호출이 모두 실패합니다.',
    },
    unknown: {
      en: 'The code starts a program that is named elsewhere: the image of every replica must carry it.',
      ko: '코드가 실행하는 프로그램의 이름을 다른 곳에서 정합니다. 모든 레플리카의 이미지에 그 프로그램이 있어야 합니다.',
    },
  },
  matchers: [goSpawns, phpSpawns, nodeSpawns, csharpSpawns, javaSpawns, kotlinSpawns, pythonSpawns],
  clearing: [
    { fact: 'image.dockerfile', effect: 'silence', when: isBasic, what: { en: 'an image that has the usual tools of a shell', ko: '기본 셸 도구가 있는 이미지' } },
    { fact: 'image.package', effect: 'silence', when: isInstalled, what: { en: 'a Dockerfile that installs the program', ko: '프로그램을 설치하는 Dockerfile' } },
  ],
};
