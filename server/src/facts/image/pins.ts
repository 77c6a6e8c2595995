/** A tag to pin, and why this one. */
export interface Pin {
  readonly tag: string;
  readonly reason: string;
}

/**
 * Official images whose supported line is known. Data servers are left out on purpose: their tag has to match the format
 * of the data that is already there.
 */
export const pins: Readonly<Record<string, Pin>> = {
  alpine: { tag: '3.22', reason: 'stable branch with security support' },
  amazoncorretto: { tag: '21', reason: 'Java LTS release' },
  busybox: { tag: '1.37', reason: 'stable branch' },
  caddy: { tag: '2', reason: 'current major version' },
  debian: { tag: 'bookworm-slim', reason: 'Debian 12 with LTS support' },
  'eclipse-temurin': { tag: '21', reason: 'Java LTS release' },
  golang: { tag: '1.26', reason: 'supported Go release' },
  gradle: { tag: '8', reason: 'major version with the widest plugin support' },
  haproxy: { tag: '3.2', reason: 'LTS branch' },
  httpd: { tag: '2.4', reason: 'only maintained branch' },
  maven: { tag: '3.9', reason: 'current stable branch' },
  nginx: { tag: '1.30', reason: 'stable branch' },
  'nginxinc/nginx-unprivileged': { tag: '1.30', reason: 'stable branch' },
  node: { tag: '24', reason: 'LTS release' },
  php: { tag: '8.4', reason: 'supported release' },
  python: { tag: '3.14', reason: 'supported release' },
  ruby: { tag: '3.4', reason: 'supported release' },
  rust: { tag: '1', reason: 'current major version' },
  tomcat: { tag: '10.1', reason: 'Jakarta EE 10 branch' },
  ubuntu: { tag: '24.04', reason: 'LTS release' },
};
