import { extension } from '../../../base/paths.js';
import type { Finding } from '../../../contract/finding.js';
import type { Edit, Fix, FixInput } from '../../../contract/rule.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import type {} from '../../../facts/build/kinds.js';
import type {} from '../../../facts/java/datasource-pool.js';
import { environmentEdits } from '../../../generators/environment-entry.js';
import { isSpringFile } from '../../../syntax/config-file.js';
import { withPlaceholder } from '../../../syntax/placeholder-edit.js';
import { settingsEdits } from '../../../syntax/settings-edit.js';
import { repeatEdits, replaceHost } from './fix.js';
import { dataOf } from './report.js';

/** What Spring Boot's pool opens when nothing is set: written down, so that nothing changes until someone decides. */
const bootDefault = 10;
const bootKey = 'spring.datasource.hikari.maximum-pool-size';
const variable = 'DB_POOL_SIZE';

/** `spring.datasource.` for the URL of a data source; '' for any other setting. */
function datasourceOf(finding: Finding): string {
  return /^(.*\bdata-?source[\w.-]*\.)(?:hikari\.)?(?:jdbc-?)?url$/i.exec(dataOf(finding).setting)?.[1] ?? '';
}

/** The number that sizes the pool of this very data source, in the same file and nearest to the URL. */
function poolBeside(finding: Finding, model: Model): Fact<'datasource.pool'> | undefined {
  const owner = datasourceOf(finding);
  const distance = (fact: Fact<'datasource.pool'>): number => Math.abs(fact.range.start - finding.range.start);
  return model.facts('datasource.pool').filter(({ file, value }) => file === finding.file && value.key.startsWith(owner)).sort((a, b) => distance(a) - distance(b))[0];
}

/** Whether Spring Boot makes the pool by itself, and no setting of the application sizes it. */
function usesBootDefault(finding: Finding, model: Model): boolean {
  if (dataOf(finding).setting !== 'spring.datasource.url' || !dataOf(finding).default || model.factsFor('datasource.pool', finding.file).length > 0) return false;
  const dependencies = model.factsFor('build.module', finding.file).flatMap(({ value }) => value.dependencies);
  return dependencies.some((name) => /^org\.springframework\.boot:spring-boot-starter-(?:jdbc|data-jpa|data-jdbc)$/.test(name)) && !dependencies.some((name) => /dbcp|tomcat-jdbc|druid|c3p0/.test(name));
}

function poolEdits(input: FixInput): { readonly edits: readonly Edit[]; readonly size: number } | undefined {
  const { finding, model, text } = input;
  const pool = poolBeside(finding, model);
  if (!pool) {
    const edits = settingsEdits(finding.file, [[bootKey, `\${${variable}:${bootDefault}}`]], text);
    return edits && edits.length > 0 ? { edits, size: bootDefault } : undefined;
  }
  const current = text(finding.file);
  const { start, end } = pool.range;
  if (current === undefined || pool.value.size === undefined || !/^["']?\d+["']?$/.test(current.slice(start, end))) return undefined;
  return { edits: [{ do: 'replace', file: finding.file, span: { start, end }, text: withPlaceholder(finding.file, current, { start, end }, variable) }], size: pool.value.size };
}

/** Address and pool size of a data source from the environment: how many connections a replica may open depends on how many replicas there are. */
export const poolFromEnvironment: Fix = {
  key: 'pool-from-environment',
  title: { en: 'Read the address and the pool size of the data source from the environment', ko: '데이터소스의 주소와 커넥션 풀 크기를 환경 변수에서 읽기' },
  safety: 'review',
  applies(finding, model) {
    if (!isSpringFile(finding.file) || extension(finding.file) === 'xml' || dataOf(finding).variable === '' || datasourceOf(finding) === '') return false;
    const pool = poolBeside(finding, model);
    return pool ? pool.value.variable === undefined : usesBootDefault(finding, model);
  },
  edits(input) {
    const host = replaceHost(input);
    const pool = poolEdits(input);
    if (!host || !pool) return undefined;
    const entries = [...(host.entry ? [host.entry] : []), { from: 'configMap', variable, value: String(pool.size) } as const];
    return [host.edit, ...repeatEdits(input), ...pool.edits, ...environmentEdits(input, input.finding, entries)];
  },
};
