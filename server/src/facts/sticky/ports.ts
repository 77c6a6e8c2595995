/** Ports that web applications listen on by custom; behind others a proxy of connections serves something else. */
export function isWebPort(port: number): boolean {
  return [80, 81, 88, 443, 3000, 3001, 4000, 5000, 5001, 8000, 8001, 8008, 8009, 8443, 8888, 9000, 9443].includes(port) || (port >= 8080 && port <= 8099) || port === 18080;
}

/** The port at the end of an address. */
export function portOf(address: string): number | undefined {
  const port = /:(\d{1,5})\/?$/.exec(address)?.[1];
  return port === undefined ? undefined : Number(port);
}

/** Configurations of proxies: as they are, and as templates of configuration tools. */
export const proxyFiles: readonly string[] = ['**/*.{conf,cfg}', '**/*.{conf,cfg}.{template,tmpl,tpl,j2,erb}', '**/{sites-available,sites-enabled}/*', '**/*.{vhost,nginx}'];
