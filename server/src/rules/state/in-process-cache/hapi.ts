import { basename } from '../../../base/paths.js';
import type { ProjectCheck } from '../../../contract/rule.js';
import { isVariable, memoryOf } from '../../../facts/node/hapi.js';

/** Milliseconds after which answers may differ without anybody minding. */
const shortLife = 60_000;
const data = { family: 'code', place: 'region', provider: '@hapi/catbox-memory', known: [], redis: null };

/** What a server of hapi caches: in memory, unless it is given another cache. */
export const hapiCaches: ProjectCheck<'hapi.kept'> = {
  subject: 'hapi.kept',
  reads: ['hapi.cache'],
  check({ file, value: { what, cache, label, life, generated } }, { model, report }) {
    const memory = what === 'session' ? undefined : memoryOf(model, file, cache);
    if (memory === undefined) return;
    const args = { name: label || `server.${what}`, provider: '@hapi/catbox-memory' };
    const short = generated && life !== undefined && life <= shortLife;
    if (memory === 'memory' && !generated) return report({ say: 'store', args: { ...args, owner: basename(file) }, severity: 'warning', confidence: 'medium', cause: 'hapi-cache', data });
    if (memory !== 'memory' && short) return;
    report({
      ...(memory === 'memory' ? { say: short ? 'node-short' : 'node', args } : { say: 'node-unless', args: { ...args, setting: memory.setting } }),
      severity: short || (memory !== 'memory' && !isVariable(memory.setting)) ? 'info' : 'warning', confidence: 'medium', cause: 'hapi-cache', data,
    });
  },
};
