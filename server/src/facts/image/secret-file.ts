import type { XmlElement } from '../../contract/nodes.js';
import { factMatcher, type FactExtractor } from '../../contract/rule.js';
import { secretIn } from '../../syntax/secret-value.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** A file that often carries credentials, and whether this one does: `.npmrc`, Maven's `settings.xml`, `.env`. */
    'image.secret-file': { readonly secret: boolean };
  }
}

/** Credentials of npm: `//registry.example.com/:_authToken=…`; `${NPM_TOKEN}` is filled in where npm runs. */
const npmCredential = /^\s*(?:\S*:)?(?:_authToken|_auth|_password)\s*=\s*["']?(?!\$\{)[^\s"'$]/;

function passwordsIn(element: XmlElement): boolean {
  const literal = /^(?:password|passphrase)$/.test(element.local) && element.text !== '' && !element.text.includes('${') && !/^\{.*\}$/.test(element.text);
  return literal || element.children.some(passwordsIn);
}

const lines = factMatcher({
  language: 'lines',
  files: ['**/.npmrc', '**/.env', '**/.env.*', '**/.env-*'],
  needles: 'always',
  on: {
    file(file, cx) {
      const secret = cx.path.endsWith('.npmrc')
        ? file.lines.some(({ text }) => npmCredential.test(text))
        : file.lines.some(({ text }) => {
          const [, name = '', value = ''] = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*["']?([^"'\s]*)/.exec(text) ?? [];
          return value !== '' && secretIn(name, value) !== undefined;
        });
      cx.emit('image.secret-file', { start: 0, end: Math.min(1, cx.text.length) }, { secret });
    },
  },
});

const maven = factMatcher({
  language: 'xml',
  files: ['**/settings*.xml'],
  needles: 'always',
  on: {
    settings(element, cx) {
      cx.emit('image.secret-file', element.nameSpan, { secret: passwordsIn(element) });
    },
  },
});

/** `image.secret-file`: whether files that images are built with carry credentials. */
export const secretFileFacts: FactExtractor = { kinds: ['image.secret-file'], matchers: [lines, maven] };
