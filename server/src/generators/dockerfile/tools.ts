import { dirname, isInside } from '../../base/paths.js';
import type { Model } from '../../contract/workspace.js';
import { codeOf } from '../../facts/code.js';
import type {} from '../../facts/finding.js';
import type {} from '../../facts/image/package.js';
import { isInJoin } from '../../facts/join.js';
import { brings } from '../../facts/tool-package.js';
import { aptSection, type Section } from './parts.js';

/** Packages by the program that is started, with the release line that Debian 12 and Ubuntu 24.04 both keep. */
const packages: Readonly<Record<string, string>> = {
  git: 'git=1:2.*', ffmpeg: 'ffmpeg=7:*', mediainfo: 'mediainfo=2*', exiftool: 'libimage-exiftool-perl=12.*', convert: 'imagemagick=8:6.*', gm: 'graphicsmagick=1.*',
  tesseract: 'tesseract-ocr=5.*', pdftotext: 'poppler-utils=2*', gs: 'ghostscript=10.*', wkhtmltopdf: 'wkhtmltopdf=0.12.*', soffice: 'libreoffice=4:*', dot: 'graphviz=2.*',
  mysqldump: 'default-mysql-client=1.*', pg_dump: 'postgresql-client=1*', 'redis-cli': 'redis-tools=5:7.*', ssh: 'openssh-client=1:9.*', rsync: 'rsync=3.*', zip: 'zip=3.0-*', unzip: 'unzip=6.0-*', '7z': 'p7zip-full=16.02*', gpg: 'gnupg=2.*',
};
/** Other programs of the same packages. */
const sameAs: Readonly<Record<string, string>> = {
  ffprobe: 'ffmpeg', identify: 'convert', mogrify: 'convert', magick: 'convert', composite: 'convert', montage: 'convert', imagemagick: 'convert', ghostscript: 'gs', pdftoppm: 'pdftotext', pdfinfo: 'pdftotext', pdftohtml: 'pdftotext', pdftocairo: 'pdftotext',
  wkhtmltoimage: 'wkhtmltopdf', libreoffice: 'soffice', loffice: 'soffice', mysql: 'mysqldump', pg_restore: 'pg_dump', psql: 'pg_dump', scp: 'ssh', sftp: 'ssh', '7za': '7z',
};

/** Programs that an image has to bring because the code starts them. */
export interface Tools {
  readonly names: readonly string[];
  readonly packages: readonly string[];
}

/** What a Dockerfile of the application installs now: rules say nothing of a program that is there. */
function installedNow(model: Model, dir: string, context: string): readonly string[] {
  const own = model.facts('image.package').filter(({ file }) => isInside(file, dir) || dirname(file) === context).map(({ value }) => value.name);
  return Object.keys(packages).filter((tool) => own.some((name) => brings(name, tool) || name === packages[tool]?.split('=')[0]));
}

export function toolsOf(model: Model, dir: string, context: string): Tools {
  const code = codeOf(model, dir);
  const started = model.facts('finding').flatMap(({ value }) => {
    if (value.rule !== 'work/process-spawn' || value.say !== 'tool' || !isInJoin(code, value)) return [];
    const { tool = '' } = (value.data ?? {}) as { readonly tool?: string };
    return [sameAs[tool] ?? tool];
  });
  const names = [...new Set([...started, ...installedNow(model, dir, context)])].filter((name) => Object.hasOwn(packages, name)).sort();
  return { names, packages: names.flatMap((name) => packages[name] ?? []) };
}

/** Installs them on Debian or Ubuntu. */
export function toolSection({ names, packages: wanted }: Tools): Section {
  return aptSection(`Programs that the code starts: ${names.join(', ')}.`, wanted);
}
