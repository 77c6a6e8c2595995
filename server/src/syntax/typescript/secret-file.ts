import { ts } from 'ts-morph';
import { wordsOf } from '../names.js';
import { bare, lastName } from './functions.js';
import { calledModule } from './modules.js';
import type { Once } from './functions.js';
import { expandedText } from './places.js';

const writers = /^(?:promises\.)?(?:writeFile|writeFileSync|outputFile|outputFileSync)$/;
const secret = /\b(?:secret|(?:session|api|private|signing|jwt|encryption|master|cookie|hmac) ?key)\b/;
const making = '(?:\\w+\\.)*(?:random\\w*|nanoid|uuid\\w*|v4|generate\\w*|generateKeyPairSync)';

function isSecretName(text: string): boolean {
  return secret.test(wordsOf(text.replace(/[^\w]+/g, ' ')).join(' '));
}

/** Whether a call puts a random key that this process made into a file: `fs.writeFileSync('session.key', randomBytes(32))`. */
export function keepsSecret(cx: Once, call: ts.CallExpression | ts.NewExpression): boolean {
  const origin = calledModule(cx, call);
  const [path, content] = call.arguments ?? [];
  if (!origin || !/^(?:fs|fs\/promises|fs-extra|graceful-fs)$/.test(origin.module) || !writers.test(origin.path) || !path || !content) return false;
  const value = bare(content);
  const named = isSecretName(lastName(value)) || expandedText(path).split(/[^\w'.-]+/).some((part) => isSecretName(part.replace(/\.\w+$/, '')));
  if (!named) return false;
  const text = value.getText().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${making}\\(`).test(value.getText()) || new RegExp(`(?<![\\w.])${text}\\s*=\\s*(?:await\\s+)?${making}\\(`).test(call.getSourceFile().text);
}
