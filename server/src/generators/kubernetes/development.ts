import { placeholderRequest } from '../hpa.js';
import { behind, type DataMap } from '../manifest-data.js';
import type { Backend } from './backends.js';
import { besideLabels, nameOf, type Manifest } from './objects.js';
import type { Plan } from './plan.js';
import { comments } from './words.js';

/** An image for a desk or a test cluster, by what it answers to. */
export interface Product {
  readonly label: string;
  readonly image: string;
  readonly port: number;
  /** User of the image. */
  readonly user: number;
  readonly data: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Command that tells whether it answers. */
  readonly check: readonly string[];
  /** Memory that it needs at least; half a gigabyte does for most. */
  readonly memory?: string;
}

export const products: Readonly<Record<Backend, Product>> = {
  redis: { label: 'Redis', image: 'redis:7.4-alpine', port: 6379, user: 999, data: '/data', environment: {}, check: ['redis-cli', 'ping'] },
  postgresql: { label: 'PostgreSQL', image: 'postgres:17-alpine', port: 5432, user: 70, data: '/var/lib/postgresql/data', environment: { POSTGRES_USER: 'app', POSTGRES_DB: 'app', POSTGRES_PASSWORD: '', PGDATA: '/var/lib/postgresql/data/pgdata' }, check: ['pg_isready', '-U', 'app'] },
  mysql: { label: 'MySQL', image: 'mysql:8.4', port: 3306, user: 999, data: '/var/lib/mysql', environment: { MYSQL_USER: 'app', MYSQL_DATABASE: 'app', MYSQL_PASSWORD: '', MYSQL_RANDOM_ROOT_PASSWORD: 'yes' }, check: ['mysqladmin', 'ping', '-h', '127.0.0.1'] },
  sqlserver: { label: 'SQL Server', image: 'mcr.microsoft.com/mssql/server:2022-CU14-ubuntu-22.04', port: 1433, user: 10001, data: '/var/opt/mssql', environment: { ACCEPT_EULA: 'Y', MSSQL_PID: 'Developer', MSSQL_SA_PASSWORD: '' }, check: ['bash', '-c', '</dev/tcp/127.0.0.1/1433'], memory: '2Gi' },
};

const isPassword = (variable: string): boolean => /PASSWORD$/.test(variable) && !variable.includes('RANDOM');

/** A back end for development in files of its own: Service, Deployment and, for a database, its Secret. */
export function backend(plan: Plan, which: Backend): Manifest {
  const product = products[which];
  const labels = besideLabels(plan, which, 'development');
  const metadata = { name: nameOf(plan, which), labels };
  const secrets = Object.entries(product.environment).filter(([name]) => isPassword(name));
  const settings = Object.entries(product.environment).filter(([name]) => !isPassword(name));
  const check = { exec: { command: product.check } };
  const objects: DataMap[] = [
    ...(secrets.length === 0 ? [] : [{ apiVersion: 'v1', kind: 'Secret', metadata, type: 'Opaque', stringData: Object.fromEntries(secrets.map(([name]) => [name, behind('', plan.say(comments.password))])) }]),
    { apiVersion: 'v1', kind: 'Service', metadata, spec: { selector: labels, ports: [{ name: which, port: product.port, targetPort: which }] } },
    {
      apiVersion: 'apps/v1', kind: 'Deployment', metadata,
      spec: {
        replicas: 1, strategy: { type: 'Recreate' }, selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: {
            automountServiceAccountToken: false,
            securityContext: { runAsNonRoot: true, ...(plan.target === 'openshift' ? {} : { runAsUser: product.user, runAsGroup: product.user, fsGroup: product.user }), seccompProfile: { type: 'RuntimeDefault' } },
            containers: [{
              name: which, image: product.image,
              ...(secrets.length === 0 ? {} : { envFrom: [{ secretRef: { name: nameOf(plan, which) } }] }),
              ...(settings.length === 0 ? {} : { env: settings.map(([name, value]) => ({ name, value })) }),
              ports: [{ name: which, containerPort: product.port }],
              readinessProbe: { ...check, periodSeconds: 5 }, livenessProbe: { ...check, periodSeconds: 20, failureThreshold: 6 },
              resources: { requests: { cpu: placeholderRequest.companion, memory: '128Mi' }, limits: { memory: product.memory ?? '512Mi' } },
              securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
              volumeMounts: [{ name: 'data', mountPath: product.data }],
            }],
            volumes: [{ name: 'data', emptyDir: {} }],
          },
        },
      },
    },
  ];
  return { file: which, head: [plan.say(comments.development, { product: product.label })], objects };
}
