import type { BuildModule } from '../../facts/build/kinds.js';

/** Packages of Debian 12, each with the version of that release, which Python packages load while they run. */
const libraries: Readonly<Record<string, readonly string[]>> = {
  psycopg2: ['libpq5=15.*'], psycopg: ['libpq5=15.*'], 'psycopg-c': ['libpq5=15.*'],
  mysqlclient: ['libmariadb3=1:10.11.*'], mariadb: ['libmariadb3=1:10.11.*'], pyodbc: ['unixodbc=2.3.11-*'], 'python-ldap': ['libldap-2.5-0=2.5.*'],
  weasyprint: ['libpango-1.0-0=1.50.*', 'libpangoft2-1.0-0=1.50.*', 'libharfbuzz-subset0=6.0.*'], 'python-magic': ['libmagic1=1:5.44-*'],
  'opencv-python': ['libgl1=1.6.*', 'libglib2.0-0=2.74.*'], 'opencv-contrib-python': ['libgl1=1.6.*', 'libglib2.0-0=2.74.*'],
  pycairo: ['libcairo2=1.16.*'], cairosvg: ['libcairo2=1.16.*'], cairocffi: ['libcairo2=1.16.*'], xmlsec: ['libxmlsec1=1.2.37-*', 'libxmlsec1-openssl=1.2.37-*'], 'python3-saml': ['libxmlsec1=1.2.37-*', 'libxmlsec1-openssl=1.2.37-*'],
  pdf2image: ['poppler-utils=22.12.*'], pytesseract: ['tesseract-ocr=5.3.*'], pydub: ['ffmpeg=7:5.1.*'], 'ffmpeg-python': ['ffmpeg=7:5.1.*'], pyzbar: ['libzbar0=0.23.*'], soundfile: ['libsndfile1=1.2.*'],
  graphviz: ['graphviz=2.42.*'], pygraphviz: ['libcgraph6=2.42.*', 'libgvc6=2.42.*'],
};

/** What stands in the wheel, so that the package itself needs nothing of the system. */
const bundled: Readonly<Record<string, string>> = { psycopg: 'psycopg-binary' };

/** Headers that the build image does not have, for packages that are compiled there. */
const headers: Readonly<Record<string, readonly string[]>> = {
  pycairo: ['libcairo2-dev=1.16.*'], 'python-ldap': ['libldap2-dev=2.5.*', 'libsasl2-dev=2.1.28*'], xmlsec: ['libxmlsec1-dev=1.2.37-*'], 'python3-saml': ['libxmlsec1-dev=1.2.37-*'], pyodbc: ['unixodbc-dev=2.3.11-*'], pygraphviz: ['libgraphviz-dev=2.42.*'],
};

function namesOf(builds: readonly BuildModule[]): ReadonlySet<string> {
  return new Set(builds.flatMap(({ dependencies }) => dependencies));
}

/** What a table has for the packages of a project, with the packages it has something for. */
function taken(table: Readonly<Record<string, readonly string[]>>, builds: readonly BuildModule[]): { readonly names: readonly string[]; readonly packages: readonly string[] } {
  const all = namesOf(builds);
  const names = [...all].filter((name) => Object.hasOwn(table, name) && (table[name]?.length ?? 0) > 0 && !all.has(bundled[name] ?? '')).sort();
  return { names, packages: [...new Set(names.flatMap((name) => table[name] ?? []))] };
}

export const runtimeLibraries = (builds: readonly BuildModule[]): ReturnType<typeof taken> => taken(libraries, builds);
export const buildHeaders = (builds: readonly BuildModule[]): ReturnType<typeof taken> => taken(headers, builds);
