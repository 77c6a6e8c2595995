import type { Rule } from '../../../contract/rule.js';
import { csharpWatches } from './csharp.js';
import { goWatches } from './go.js';
import { javaWatches, xmlWatches } from './java.js';
import { kotlinWatches } from './kotlin.js';
import { pythonWatches } from './python.js';
import { nodeWatches } from './node.js';

export const rule: Rule = {
  meta: {
    id: 'storage/directory-watch',
    title: { en: 'Work that begins when a file appears', ko: '파일이 생기면 시작되는 작업' },
    severity: 'info',
    confidence: 'medium',
    fix: 'none',
    tags: ['storage', 'file', 'work'],
  },
  messages: {
    watch: {
      en: '`{by}` sees only files on the disk of its own pod: what arrives at another replica is never taken in, and in a shared folder every replica takes in the same file.',
      ko: '`{by}`은(는) 자기 파드의 디스크에 생긴 파일만 감지합니다. 다른 레플리카에 도착한 파일은 처리되지 않고, 공유 폴더에서는 모든 레플리카가 같은 파일을 처리합니다.',
    },
  },
  project: [goWatches],
  matchers: [nodeWatches, csharpWatches, javaWatches, kotlinWatches, xmlWatches, pythonWatches],
};
