/** Programs whose package has another name, by the beginning of the package's name in Debian, Alpine or Red Hat. */
const packages: Readonly<Record<string, readonly string[]>> = {
  ffprobe: ['ffmpeg'], ffplay: ['ffmpeg'],
  soffice: ['libreoffice'], loffice: ['libreoffice'], unoconv: ['unoconv', 'libreoffice'], 'soffice.bin': ['libreoffice'],
  convert: ['imagemagick'], identify: ['imagemagick'], mogrify: ['imagemagick'], magick: ['imagemagick'], composite: ['imagemagick'], montage: ['imagemagick'], gm: ['graphicsmagick'],
  wkhtmltoimage: ['wkhtmltopdf', 'wkhtmltox'], wkhtmltopdf: ['wkhtmltopdf', 'wkhtmltox'],
  pdftotext: ['poppler'], pdftoppm: ['poppler'], pdfinfo: ['poppler'], pdftohtml: ['poppler'], pdftocairo: ['poppler'],
  gs: ['ghostscript'], dot: ['graphviz'], tesseract: ['tesseract'], catdoc: ['catdoc'], antiword: ['antiword'],
  mysqldump: ['mysql-client', 'default-mysql-client', 'mariadb', 'mysql'], mysql: ['mysql-client', 'default-mysql-client', 'mariadb'],
  pg_dump: ['postgresql'], pg_restore: ['postgresql'], psql: ['postgresql'], mongodump: ['mongodb', 'mongo-tools'], 'redis-cli': ['redis'],
  ps: ['procps'], top: ['procps'], free: ['procps'], vmstat: ['procps', 'sysstat'], iostat: ['sysstat'], netstat: ['net-tools'], ifconfig: ['net-tools'], arp: ['net-tools'],
  ping: ['iputils', 'inetutils'], traceroute: ['traceroute'], nslookup: ['dnsutils', 'bind'], dig: ['dnsutils', 'bind'], ip: ['iproute'], ss: ['iproute'],
  '7z': ['p7zip', '7zip'], '7za': ['p7zip', '7zip'], zip: ['zip'], unzip: ['unzip'], ssh: ['openssh'], scp: ['openssh'], sftp: ['openssh'], lp: ['cups'], lpr: ['cups'], crontab: ['cron'],
  python: ['python'], python3: ['python3'], node: ['nodejs', 'node'], google_chrome: ['chromium'], chrome: ['chromium', 'google-chrome'], chromium: ['chromium'], phantomjs: ['phantomjs'], mail: ['mailutils', 'mailx'], sendmail: ['sendmail', 'postfix'],
};

/** The package that Debian and most others call by this name for a program; the program's own name when nothing else is known. */
export function packageOf(tool: string): string {
  return packages[tool]?.[0] ?? tool;
}

/** Whether a package of this name brings the program along. */
export function brings(installed: string, tool: string): boolean {
  return (packages[tool] ?? [tool]).some((name) => installed === name || installed.startsWith(`${name}-`) || new RegExp(`^${name.replace(/[.+]/g, '\\$&')}\\d`).test(installed)) || installed === tool;
}

/** Whether a word is the name of a program that comes with a package of its own. */
export function isKnownTool(word: string): boolean {
  return word === 'ffmpeg' || word in packages;
}
