import type { ProjectCheck } from '../../../contract/rule.js';
import type { Localized } from '../../../contract/words.js';
import { choiceOfMaking } from '../../../facts/go/made.js';
import { servesGo } from '../../../facts/go/tables.js';
import { isTokenName } from '../../../facts/go/tokens.js';
import type {} from '../../../facts/go/use.js';

/** What is said of caches that a branch of Go code chooses. */
export const goMessages: Readonly<Record<string, Localized>> = {
  chosen: {
    en: 'Where {setting} selects it, "{name}" ({provider}) caches in the memory of this process: after a change through one replica the others go on answering with the old data.',
    ko: '{setting} 설정이 이것을 선택하면 "{name}"({provider})이(가) 이 프로세스의 메모리에 캐시합니다. 한 레플리카에서 데이터를 바꿔도 다른 레플리카는 계속 예전 데이터로 응답합니다.',
  },
};

/** Seconds after which answers may differ without anybody minding. */
const shortLife = 60;

/** Caches of Go libraries. What holds tokens is told by state/in-memory-token. */
export const goCaches: ProjectCheck<'go.use'> = {
  subject: 'go.use',
  reads: ['go.use', 'go.server', 'go.made'],
  check(subject, { model, report }) {
    const { topic, library, name, when, seconds, maker, copy } = subject.value;
    if (topic !== 'cache' || (isTokenName(name) && copy !== true) || !servesGo(model, subject.file)) return;
    const setting = subject.value.setting ?? (maker === undefined ? undefined : choiceOfMaking(model, subject.file, [maker])?.value.setting);
    const data = { family: 'go', place: 'region', provider: 'go', known: [] };
    const args = { name, provider: library, ...(setting === undefined ? {} : { setting }) };
    if (setting !== undefined) report({ say: when === 'unless' ? 'node-unless' : 'chosen', args, severity: 'info', data });
    else if (seconds !== undefined && seconds <= shortLife) report({ say: 'node-short', args, severity: 'info', data });
    else report({ say: 'node', args, cause: 'go-cache', data });
  },
};
