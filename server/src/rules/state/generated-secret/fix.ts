import type { Fix } from '../../../contract/rule.js';
import type { Finding } from '../../../contract/finding.js';
import { addImport } from '../../../syntax/java/edit.js';

interface Place {
  readonly shape?: string;
  readonly start?: number;
  readonly end?: number;
}

function placeOf({ data }: Finding): Place {
  return (data ?? {}) as Place;
}

const signing = 'JWT_SECRET';
const remembering = 'REMEMBER_ME_KEY';

/** `Keys.secretKeyFor(…)` makes a key; this reads one of the same kind, so the code around it stays as it is. */
export const signingKey: Fix = {
  key: 'signing-key-from-environment',
  title: { en: `Read the signing key from ${signing} (Base64)`, ko: `서명 키를 환경 변수 ${signing}(Base64)에서 읽기` },
  safety: 'review',
  applies: (finding) => ['hmac', 'jjwt-sig'].includes(placeOf(finding).shape ?? ''),
  edits({ finding, text }) {
    const { start, end } = placeOf(finding);
    const source = text(finding.file);
    if (source === undefined || start === undefined || end === undefined) return undefined;
    if (!/^(?:[\w.]*Keys\s*\.\s*secretKeyFor|[\w.]*Jwts\s*\.\s*SIG)\b/.test(source.slice(start, end))) return undefined;
    return [
      { do: 'replace', file: finding.file, span: { start, end }, text: `Keys.hmacShaKeyFor(Decoders.BASE64.decode(System.getenv("${signing}")))` },
      ...addImport(finding.file, source, 'io.jsonwebtoken.io.Decoders'),
      ...addImport(finding.file, source, 'io.jsonwebtoken.security.Keys'),
    ];
  },
};

/** Without the variable the framework makes a key as before. */
export const rememberMeKey: Fix = {
  key: 'remember-me-key-from-environment',
  title: { en: `Read the key of remember-me cookies from ${remembering}`, ko: `자동 로그인 쿠키의 키를 환경 변수 ${remembering}에서 읽기` },
  safety: 'review',
  applies: (finding) => placeOf(finding).shape === 'remember',
  edits({ finding, text }) {
    const { start } = placeOf(finding);
    const source = text(finding.file);
    if (source === undefined || start === undefined || !source.slice(0, start).includes('rememberMe')) return undefined;
    return [{ do: 'replace', file: finding.file, span: { start, end: start }, text: `.key(System.getenv("${remembering}"))` }];
  },
};
