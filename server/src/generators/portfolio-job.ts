import { say, type Locale, type Localized } from '../contract/words.js';
import { noted, yamlText, type DataMap } from './manifest-data.js';

/** A portfolio of more repositories than one machine reads in time. */
export interface PortfolioJob {
  /** Addresses that `git clone` takes, without credentials. */
  readonly repositories: readonly string[];
  /** Image with `monolift` and `git` on its path. */
  readonly image: string;
  /** Pods among which the repositories are divided. */
  readonly shards: number;
}

const words = {
  head: {
    en: 'Reports on many repositories: every pod of the Job takes its share of the list. When it is done, copy the reports and join them:\nmonolift report --merge reports/*.json --format html --output portfolio.html',
    ko: '여러 저장소의 보고서를 만듭니다. Job의 파드마다 목록을 나누어 처리합니다. 끝나면 보고서를 복사해 합치세요.\nmonolift report --merge reports/*.json --format html --output portfolio.html',
  },
  shared: { en: 'All pods write here: take a storage class with ReadWriteMany.', ko: '모든 파드가 여기에 씁니다. ReadWriteMany를 지원하는 스토리지 클래스를 사용하세요.' },
  once: { en: 'A pod that dies is tried again once; the others go on.', ko: '실패한 파드는 한 번 다시 시도하며 나머지 파드는 계속 실행됩니다.' },
} satisfies Record<string, Localized>;

/**
 * What each pod runs. It takes every line of the list whose number leaves its index when divided by the number of pods; a
 * repository that fails is noted beside the reports and keeps no other from being read.
 */
export const shardScript = `set -eu
number=0
while read -r repository || [ -n "$repository" ]; do
  case $repository in ''|'#'*) continue ;; esac
  turn=$((number % SHARDS))
  number=$((number + 1))
  [ "$turn" -eq "$JOB_COMPLETION_INDEX" ] || continue
  name=$(basename "$repository" .git)
  folder=$(mktemp -d)
  git clone --quiet --depth 1 "$repository" "$folder/$name" &&
    monolift report "$folder/$name" --no-cache --format json --output "$REPORTS/$number-$name.json" ||
    echo "$repository" > "$REPORTS/$number-$name.failed"
  rm -rf "$folder"
done < "$REPOSITORIES"
`;

const name = 'monolift-portfolio';
const labels = { 'app.kubernetes.io/name': name };
const mounts = { list: '/etc/monolift', reports: '/reports' } as const;

/** ConfigMap, PersistentVolumeClaim and Indexed Job as one stream. */
export function portfolioJob(job: PortfolioJob, locale: Locale): string {
  const head = words.head[locale].split('\n').map((line) => `# ${line}\n`).join('');
  return head + [list(job), claim(locale), indexedJob(job, locale)].map((object) => yamlText(object)).join('---\n');
}

function list({ repositories }: PortfolioJob): DataMap {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, labels }, data: { 'repositories.txt': repositories.map((line) => `${line}\n`).join(''), 'shard.sh': shardScript } };
}

function claim(locale: Locale): DataMap {
  return { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name, labels }, spec: { accessModes: noted(['ReadWriteMany'], say(words.shared, locale)), resources: { requests: { storage: '1Gi' } } } };
}

function indexedJob({ image, shards }: PortfolioJob, locale: Locale): DataMap {
  return {
    apiVersion: 'batch/v1', kind: 'Job', metadata: { name, labels },
    spec: {
      completionMode: 'Indexed', completions: shards, parallelism: shards, backoffLimitPerIndex: noted(1, say(words.once, locale)), ttlSecondsAfterFinished: 86_400,
      template: {
        metadata: { labels },
        spec: {
          restartPolicy: 'Never', automountServiceAccountToken: false,
          securityContext: { runAsNonRoot: true, runAsUser: 10001, runAsGroup: 10001, fsGroup: 10001, seccompProfile: { type: 'RuntimeDefault' } },
          containers: [{
            name: 'report', image, command: ['sh', `${mounts.list}/shard.sh`],
            env: [{ name: 'SHARDS', value: String(shards) }, { name: 'REPOSITORIES', value: `${mounts.list}/repositories.txt` }, { name: 'REPORTS', value: mounts.reports }, { name: 'HOME', value: '/tmp' }],
            resources: { requests: { cpu: '1', memory: '1Gi' }, limits: { memory: '2Gi' } },
            securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
            volumeMounts: [{ name: 'list', mountPath: mounts.list, readOnly: true }, { name: 'reports', mountPath: mounts.reports }, { name: 'work', mountPath: '/tmp' }],
          }],
          volumes: [{ name: 'list', configMap: { name } }, { name: 'reports', persistentVolumeClaim: { claimName: name } }, { name: 'work', emptyDir: {} }],
        },
      },
    },
  };
}
