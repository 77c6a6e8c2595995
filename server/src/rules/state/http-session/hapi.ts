import type { ProjectCheck } from '../../../contract/rule.js';
import type { Localized } from '../../../contract/words.js';
import { isVariable, memoryOf } from '../../../facts/node/hapi.js';

/** What is said of sessions that a server of hapi keeps. */
export const hapiMessages: Readonly<Record<string, Localized>> = {
  serverCache: {
    en: 'yar keeps what does not fit into its cookie in the cache of this server, which is memory unless a cache is named: another replica does not find it, and a restart loses it.',
    ko: 'yar는 쿠키에 담지 못한 세션을 서버 캐시에 두는데, 캐시를 지정하지 않으면 메모리입니다. 다른 레플리카에서는 찾을 수 없고, 재시작하면 사라집니다.',
  },
  serverMemory: {
    en: 'yar keeps sessions in the cache "{cache}" of this server, which lies in memory: another replica does not find them, and a restart loses them.',
    ko: 'yar가 세션을 서버 캐시 "{cache}"에 두는데, 이 캐시는 메모리에 있습니다. 다른 레플리카에서는 세션을 찾을 수 없고, 재시작하면 사라집니다.',
  },
  serverUnless: {
    en: 'Unless {setting} makes it a store that replicas share, yar keeps sessions in a cache in the memory of this server: another replica does not find them, and a restart loses them.',
    ko: '{setting} 설정으로 레플리카가 공유하는 저장소를 쓰지 않으면 yar가 세션을 이 서버의 메모리 캐시에 둡니다. 다른 레플리카에서는 세션을 찾을 수 없고, 재시작하면 사라집니다.',
  },
};

/** Hapi's yar keeps a session in its cookie as long as it fits, else in the cache of the server, which is memory unless it is given another. */
export const yarSession: ProjectCheck<'hapi.kept'> = {
  subject: 'hapi.kept',
  reads: ['hapi.cache'],
  check({ file, value: { what, cache, whole } }, { model, report }) {
    const memory = what === 'session' ? memoryOf(model, file, cache) : undefined;
    if (memory === undefined) return;
    if (memory !== 'memory') return report({ say: 'serverUnless', args: { setting: memory.setting }, severity: isVariable(memory.setting) ? 'warning' : 'info', confidence: 'medium', cause: 'session' });
    report({ ...(cache ? { say: 'serverMemory', args: { cache } } : { say: 'serverCache' }), severity: whole ? 'error' : 'warning', confidence: 'medium', cause: 'session' });
  },
};
