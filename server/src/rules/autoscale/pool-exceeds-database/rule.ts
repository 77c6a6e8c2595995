import type { Fix, Rule } from '../../../contract/rule.js';
import type { FactKind } from '../../../contract/workspace.js';
import { connectionsFor, databaseOf, poolOf, runningAs } from '../../../facts/database/demand.js';
import { joinReads } from '../../../facts/join.js';
import { isKeda, isOverridden, scaledWorkload, scalerChecks } from '../../../facts/kubernetes/scaled.js';
import { manifestOf, refIn, refOf } from '../../../generators/manifest.js';
import { isSpringFile } from '../../../syntax/config-file.js';
import { putValue } from '../../../syntax/yaml/edit.js';

const reads = [...joinReads, 'datasource.pool', 'database.server', 'config.environment', 'config.property'] as const satisfies readonly FactKind[];

const checks = scalerChecks(reads, (scaler, { model, report }) => {
  const most = scaler.value.max?.value;
  const workload = most === undefined || (scaler.kind === 'k8s.scaled-object' && !isKeda(scaler)) ? undefined : scaledWorkload(model, scaler);
  const pool = workload && !isOverridden(model, scaler, 'maxReplicas') ? poolOf(model, runningAs(model, workload)) : undefined;
  const database = workload && pool ? databaseOf(model, runningAs(model, workload)) : undefined;
  if (most === undefined || !scaler.value.max || !workload || !pool || !database) return;
  const { engine, connections, name } = database.fact.value;
  if (most * pool.size <= connections) return;
  const room = connectionsFor(connections);
  report({
    at: { file: scaler.file, range: scaler.value.max.at },
    say: 'exceeds',
    severity: database.certain ? 'error' : 'warning',
    confidence: database.certain ? 'high' : 'medium',
    args: { scaler: scaler.value.name ?? '', workload: workload.value.name ?? '', max: most, pool: pool.size, total: most * pool.size, limit: connections, database: name ?? engine },
    also: [{ file: pool.fact.file, range: pool.fact.range, say: 'pool', args: { pool: pool.size } }, { file: database.fact.file, range: database.fact.range, say: 'limit', args: { limit: connections } }],
    data: {
      ref: refOf(scaler) as never, most: Math.floor(room / pool.size), least: scaler.value.min?.value ?? 1, fit: Math.floor(room / most),
      // A number that a variable gives is changed where the variable is set.
      ...(pool.fact.value.variable === undefined && pool.fact.value.size === pool.size && pool.fact.value.key !== 'pool_size' ? { pool: { file: pool.fact.file, start: pool.fact.range.start, end: pool.fact.range.end, size: pool.size } } : {}),
    },
  });
});

interface Data {
  readonly most: number;
  readonly least: number;
  readonly fit: number;
  readonly pool?: { readonly file: string; readonly start: number; readonly end: number; readonly size: number };
}

const shrinkPool: Fix = {
  key: 'shrink-pool',
  title: { en: 'Give each replica a pool that fits, from the environment where the file allows it', ko: '레플리카마다 맞는 크기의 커넥션 풀 지정(가능하면 환경 변수에서)' },
  safety: 'review',
  applies: ({ data }) => (data as unknown as Data).pool !== undefined && (data as unknown as Data).fit >= 2,
  edits({ finding, text }) {
    const { pool, fit } = finding.data as unknown as Data;
    if (!pool || text(pool.file)?.slice(pool.start, pool.end) !== String(pool.size)) return undefined;
    return [{ do: 'replace', file: pool.file, span: { start: pool.start, end: pool.end }, text: isSpringFile(pool.file) ? `\${DB_POOL_SIZE:${fit}}` : String(fit) }];
  },
};

const lowerMaximum: Fix = {
  key: 'lower-maximum',
  title: { en: 'Lower the maximum to what the database takes', ko: '데이터베이스가 감당하는 수준으로 최댓값 낮추기' },
  safety: 'review',
  applies: ({ data }) => (data as unknown as Data).most > Math.max(1, (data as unknown as Data).least),
  edits({ finding, ...input }) {
    const ref = refIn(finding.data);
    const manifest = manifestOf(input, ref);
    const edit = manifest && putValue(manifest.file, manifest.text, manifest.map('spec'), ref.kind === 'k8s.hpa' ? 'maxReplicas' : 'maxReplicaCount', String((finding.data as unknown as Data).most));
    return edit && [edit];
  },
};

export const rule: Rule = {
  meta: {
    id: 'autoscale/pool-exceeds-database',
    title: { en: 'More pooled connections than the database accepts', ko: '데이터베이스 한도를 넘는 커넥션 풀' },
    severity: 'warning',
    confidence: 'medium',
    fix: 'sometimes',
    tags: ['autoscale', 'kubernetes', 'database'],
  },
  messages: {
    exceeds: {
      en: 'At its peak {workload} is refused by its database: {max} replicas × {pool} connections = {total}, but {database} accepts {limit} (autoscaler {scaler}).',
      ko: '부하가 최대일 때 데이터베이스가 {workload}의 연결을 거부합니다. 레플리카 {max}개 × 커넥션 {pool}개 = {total}개인데, {database}은(는) {limit}개까지 받습니다(오토스케일러 {scaler}).',
    },
    pool: { en: 'Each replica opens up to {pool} connections.', ko: '레플리카마다 커넥션을 {pool}개까지 엽니다.' },
    limit: { en: 'The database accepts {limit} connections.', ko: '데이터베이스는 커넥션을 {limit}개까지 받습니다.' },
  },
  project: checks,
  fixes: [shrinkPool, lowerMaximum],
};
