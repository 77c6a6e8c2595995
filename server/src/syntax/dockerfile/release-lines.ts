/**
 * What was supported on {@link tableDate}: release lines of the runtimes and systems that images are built upon, with the
 * last day of their free security updates ('' where none is set yet). Debian counts until the end of its LTS, because its
 * images are rebuilt until then; Java by Eclipse Temurin. Dates are those of the projects' own schedules, taken from
 * endoflife.date (revision of 2026-08-22, https://github.com/endoflife-date/endoflife.date):
 * nodejs.org/en/about/previous-releases, devguide.python.org/versions, php.net/supported-versions, go.dev/doc/devel/release,
 * ruby-lang.org/en/downloads/branches, dotnet.microsoft.com/platform/support/policy, wiki.debian.org/LTS,
 * ubuntu.com/about/release-cycle, alpinelinux.org/releases, centos.org, access.redhat.com/support/policy/updates/errata,
 * aws.amazon.com/amazon-linux, adoptium.net/support, tomcat.apache.org/whichversion, nginx.org/en/download.
 */
export const tableDate = '2026-11-30';

/** A line has to live this long after {@link tableDate} to be worth moving to. */
const worthMovingTo = '2027-03-01';

export type Product = keyof typeof table;

const table = {
  node: {
    '4': '2018-04-30', '5': '2016-06-30', '6': '2019-04-30', '7': '2017-06-30', '8': '2019-12-31', '9': '2018-06-30', '10': '2021-04-30', '11': '2019-06-30', '12': '2022-04-30', '13': '2020-06-01',
    '14': '2023-04-30', '15': '2021-06-01', '16': '2023-09-11', '17': '2022-06-01', '18': '2025-04-30', '19': '2023-06-01', '20': '2026-04-30', '21': '2024-06-01', '22': '2027-04-30', '23': '2025-06-01',
    '24': '2028-04-30', '25': '2026-06-01', '26': '2029-04-30',
  },
  python: {
    '2.6': '2013-10-29', '2.7': '2020-01-01', '3.3': '2017-09-29', '3.4': '2019-03-18', '3.5': '2020-09-30', '3.6': '2021-12-23', '3.7': '2023-06-27', '3.8': '2024-10-07', '3.9': '2025-10-31',
    '3.10': '2026-10-31', '3.11': '2027-10-31', '3.12': '2028-10-31', '3.13': '2029-10-31', '3.14': '2030-10-31',
  },
  java: {
    '6': '2018-12-31', '7': '2022-07-19', '8': '2030-12-31', '9': '2018-03-20', '10': '2018-09-25', '11': '2027-10-31', '12': '2019-09-17', '13': '2020-03-17', '14': '2020-09-16', '15': '2021-03-16', '16': '2021-09-30',
    '17': '2027-10-31', '18': '2022-09-30', '19': '2023-03-31', '20': '2023-09-19', '21': '2029-12-31', '22': '2024-09-17', '23': '2025-03-18', '24': '2025-09-16', '25': '2031-09-30', '26': '2026-09-15',
  },
  php: {
    '5.3': '2014-08-14', '5.4': '2015-09-14', '5.5': '2016-07-21', '5.6': '2018-12-31', '7.0': '2019-01-10', '7.1': '2019-12-01', '7.2': '2020-11-30', '7.3': '2021-12-06', '7.4': '2022-11-28',
    '8.0': '2023-11-26', '8.1': '2025-12-31', '8.2': '2026-12-31', '8.3': '2027-12-31', '8.4': '2028-12-31', '8.5': '2029-12-31',
  },
  go: {
    '1.10': '2019-02-25', '1.11': '2019-09-03', '1.12': '2020-02-25', '1.13': '2020-08-11', '1.14': '2021-02-16', '1.15': '2021-08-16', '1.16': '2022-03-15', '1.17': '2022-08-02', '1.18': '2023-02-01', '1.19': '2023-09-06',
    '1.20': '2024-02-06', '1.21': '2024-08-13', '1.22': '2025-02-11', '1.23': '2025-08-12', '1.24': '2026-02-10', '1.25': '2026-08-19', '1.26': '', '1.27': '',
  },
  ruby: {
    '1.9': '2015-02-23', '2.0': '2016-02-24', '2.1': '2017-03-31', '2.2': '2018-03-31', '2.3': '2019-03-31', '2.4': '2020-03-31', '2.5': '2021-03-31', '2.6': '2022-03-31', '2.7': '2023-03-31',
    '3.0': '2024-04-23', '3.1': '2025-03-26', '3.2': '2026-03-31', '3.3': '2027-03-31', '3.4': '2028-03-31', '4.0': '2029-03-31',
  },
  dotnet: {
    '1.0': '2019-06-27', '1.1': '2019-06-27', '2.0': '2018-10-01', '2.1': '2021-08-21', '2.2': '2019-12-23', '3.0': '2020-03-03', '3.1': '2022-12-13', '5': '2022-05-10', '6': '2024-11-12', '7': '2024-05-14',
    '8': '2026-11-10', '9': '2026-11-10', '10': '2028-11-14',
  },
  tomcat: { '5.5': '2012-09-30', '6.0': '2016-12-31', '7.0': '2021-03-31', '8.0': '2018-06-30', '8.5': '2024-03-31', '9.0': '2027-03-31', '10.0': '2022-10-31', '10.1': '', '11.0': '' },
  nginx: {
    '1.10': '2017-04-12', '1.11': '2017-04-12', '1.12': '2018-04-17', '1.13': '2018-04-17', '1.14': '2019-04-23', '1.15': '2019-04-23', '1.16': '2020-04-20', '1.17': '2020-04-21', '1.18': '2021-04-20', '1.19': '2021-05-25',
    '1.20': '2022-05-24', '1.21': '2022-06-21', '1.22': '2023-04-11', '1.23': '2023-05-23', '1.24': '2024-04-23', '1.25': '2024-05-29', '1.26': '2025-04-23', '1.27': '2025-06-24', '1.28': '2026-04-14', '1.29': '2026-05-13',
    '1.30': '', '1.31': '',
  },
  debian: { '7': '2018-05-31', '8': '2020-06-30', '9': '2022-07-01', '10': '2024-06-30', '11': '2026-08-31', '12': '2028-06-30', '13': '2030-06-30' },
  ubuntu: {
    '14.04': '2019-04-02', '16.04': '2021-04-02', '17.10': '2018-07-19', '18.04': '2023-05-31', '18.10': '2019-07-18', '19.04': '2020-01-23', '19.10': '2020-07-06', '20.04': '2025-05-31', '20.10': '2021-07-22', '21.04': '2022-01-20',
    '21.10': '2022-07-14', '22.04': '2027-04-01', '22.10': '2023-07-20', '23.04': '2024-01-20', '23.10': '2024-07-12', '24.04': '2029-05-31', '24.10': '2025-07-10', '25.04': '2026-01-17', '25.10': '2026-07-01', '26.04': '2031-04-30',
  },
  alpine: {
    '3.1': '2016-11-01', '3.2': '2017-05-01', '3.3': '2017-11-01', '3.4': '2018-05-01', '3.5': '2018-11-01', '3.6': '2019-05-01', '3.7': '2019-11-01', '3.8': '2020-05-01', '3.9': '2020-11-01', '3.10': '2021-05-01',
    '3.11': '2021-11-01', '3.12': '2022-05-01', '3.13': '2022-11-01', '3.14': '2023-05-01', '3.15': '2023-11-01', '3.16': '2024-05-23', '3.17': '2024-11-22', '3.18': '2025-05-09', '3.19': '2025-11-01', '3.20': '2026-04-01',
    '3.21': '2026-11-01', '3.22': '2027-05-01', '3.23': '2027-11-01', '3.24': '2028-06-01',
  },
  centos: { '5': '2017-03-31', '6': '2020-11-30', '7': '2024-06-30', '8': '2021-12-31' },
  ubi: { '7': '2024-06-30', '8': '2029-05-31', '9': '2032-05-31', '10': '2035-05-31' },
  amazonlinux: { '1': '2023-12-31', '2': '2026-06-30', '2023': '2029-06-30' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

const lines: Readonly<Record<Product, Readonly<Record<string, string>>>> = table;

/** The products' own names. */
export const productNames: Readonly<Record<Product, string>> = {
  node: 'Node.js', python: 'Python', java: 'Java', php: 'PHP', go: 'Go', ruby: 'Ruby', dotnet: '.NET', tomcat: 'Tomcat', nginx: 'nginx', debian: 'Debian', ubuntu: 'Ubuntu', alpine: 'Alpine Linux', centos: 'CentOS',
  ubi: 'Red Hat UBI', amazonlinux: 'Amazon Linux',
};

/** Names of releases that tags use in place of numbers. */
export const releaseNames: Readonly<Record<string, { readonly product: Product; readonly line: string }>> = Object.fromEntries(([
  ['node', { argon: '4', boron: '6', carbon: '8', dubnium: '10', erbium: '12', fermium: '14', gallium: '16', hydrogen: '18', iron: '20', jod: '22', krypton: '24' }],
  ['debian', { wheezy: '7', jessie: '8', stretch: '9', buster: '10', bullseye: '11', bookworm: '12', trixie: '13' }],
  ['ubuntu', { trusty: '14.04', xenial: '16.04', artful: '17.10', bionic: '18.04', cosmic: '18.10', disco: '19.04', eoan: '19.10', focal: '20.04', groovy: '20.10', hirsute: '21.04', impish: '21.10', jammy: '22.04', kinetic: '22.10', lunar: '23.04', mantic: '23.10', noble: '24.04', oracular: '24.10', plucky: '25.04', questing: '25.10', resolute: '26.04' }],
] as const).flatMap(([product, names]) => Object.entries(names).map(([name, line]) => [name, { product, line }])));

/** The last day of updates for a line; `undefined` while it is supported, and for lines that the table does not know. */
export function endedOn(product: Product, line: string): string | undefined {
  const end = lines[product][line];
  return end !== undefined && end !== '' && end <= tableDate ? end : undefined;
}

/** The line that a tag of a whole number stands for: `php:7` is the last 7.x. */
export function newestOf(product: Product, major: string): string | undefined {
  return Object.keys(lines[product]).filter((line) => line === major || line.startsWith(`${major}.`)).sort(byNumber).at(-1);
}

/** The oldest line above an ended one that is supported for a while to come. */
export function nextSupported(product: Product, line: string): string | undefined {
  const later = Object.entries(lines[product]).filter(([other, end]) => byNumber(other, line) > 0 && (end === '' || end >= worthMovingTo));
  return later.map(([other]) => other).sort(byNumber)[0];
}

function byNumber(a: string, b: string): number {
  const [[major = 0, minor = 0], [otherMajor = 0, otherMinor = 0]] = [a.split('.').map(Number), b.split('.').map(Number)];
  return major - otherMajor || minor - otherMinor;
}
