import type { Edit, Fix } from '../../../contract/rule.js';
import type { Finding } from '../../../contract/finding.js';
import type { Model } from '../../../contract/workspace.js';
import { effectiveModule } from '../../../facts/build/effective.js';
import { deployableOf } from '../../../facts/deployable.js';
import type {} from '../../../facts/java/spring-beans.js';
import { carriedOut } from '../../../generators/planned-edits.js';
import { clientEdits, clientPlan } from '../../../generators/redisson/client.js';
import { addImport } from '../../../syntax/java/edit.js';
import { holdsUnchanging, madeBy } from './redis-callers.js';
import { applicationMark, type RedisMapPlan } from './redis-plan.js';

function planOf({ data }: Finding): RedisMapPlan | undefined {
  return ((data ?? {}) as { readonly redisMap?: RedisMapPlan }).redisMap;
}

/** What keys in Redis begin with, so that applications which share one keep apart. */
function prefix(file: string, model: Model): string {
  const name = (deployableOf(file, model)?.module ?? effectiveModule(model, model.moduleOf(file).dir))?.name ?? '';
  return /^[\w.-]+$/.test(name) ? `${name}:` : '';
}

/** Whether an XML file makes the bean as well, and may do so without arguments. */
function isXmlBean({ className, package: packageName }: RedisMapPlan, file: string, model: Model): boolean {
  return model.factsFor('spring.bean', file).some((fact) => fact.file.endsWith('.xml') && fact.value.type === `${packageName}.${className}`);
}

function classEdits(plan: RedisMapPlan, file: string, text: string, inTests: boolean, model: Model): readonly Edit[] | undefined {
  const beside = inTests ? plan.inMemory : undefined;
  if (inTests && !beside) return undefined;
  const edits = [...plan.edits, ...(beside ? [beside.edit] : plan.unused)].map((edit) => ({ ...edit, text: edit.text.replaceAll(applicationMark, prefix(file, model)) }));
  const code = carriedOut(file, text, { hash: plan.hash, edits });
  return code && [...code, ...[...plan.imports, ...(beside?.imports ?? [])].sort().flatMap((name) => addImport(file, text, name))];
}

/** The map of a Spring component in Redis, under a lock in Redis where a monitor guarded it. */
export const redisMap: Fix = {
  key: 'redisson-map',
  title: { en: 'Keep the map in Redis (Redisson)', ko: '맵을 Redis에 저장(Redisson)' },
  safety: 'review',
  applies(finding, model) {
    const plan = planOf(finding);
    return finding.severity !== 'info' && finding.clearedBy === undefined && plan !== undefined && !isXmlBean(plan, finding.file, model) && clientPlan(finding.file, model) !== undefined;
  },
  edits({ finding, text, model }) {
    const { file } = finding;
    const plan = planOf(finding);
    const now = text(file);
    const client = clientPlan(file, model);
    const makers = plan && madeBy(plan, file, model, text);
    if (!plan || now === undefined || !client || makers === undefined || !holdsUnchanging(plan, model.files, text)) return undefined;
    const code = classEdits(plan, file, now, makers === 'tests', model);
    const access = clientEdits(client, { file, package: plan.package }, text);
    return code && access && [...code, ...access];
  },
};
