import type { Node } from 'ts-morph';
import { ts } from 'ts-morph';
import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { variableName } from '../../../syntax/names.js';
import { isOnlyFallback } from '../../../syntax/typescript/deciding.js';
import { bare, lastName } from '../../../syntax/typescript/functions.js';
import { calledModule } from '../../../syntax/typescript/modules.js';
import { isServing, spanOf } from '../../../syntax/typescript/server-code.js';
import { heldBy } from '../../../syntax/typescript/surroundings.js';
import { machinePath, report } from './report.js';

const folders = /(?:path|dir|directory|folder|root|file|filename|location|home|storage|mount)s?$/i;
const urls = /ur[il]|route|endpoint|prefix|redirect|pattern|regex|mime|namespace|executable|binary|bin$|cmd|command|shell|cert|ca_|href|base_?path|pathname|cookie|static_?path|public_?path|context_?path|api/i;
/** Where the system and the interpreter look for programs and modules, which come with the image. */
const searched = /^(?:PATH|NODE_PATH|LD_LIBRARY_PATH|PYTHONPATH|CLASSPATH|HOME)$/;
/** Writes are told by storage/local-file-write, with what is lost there. */
const reading = /^(?:promises\.)?(?:readFile|readdir|createReadStream|existsSync|stat|access|opendir|watch|readJson|mkdir|ensureDir)(?:Sync)?$/;

/** Name that takes the path; '' for a call that opens it; `undefined` where the text is no path. */
function takerOf(cx: RuleFileContext, literal: ts.StringLiteralLike): string | undefined {
  const { parent } = literal;
  if (ts.isCallExpression(parent)) {
    const origin = calledModule(cx, parent);
    const opens = origin && /^(?:fs|fs\/promises|fs-extra|graceful-fs)$/.test(origin.module) && reading.test(origin.path);
    const serves = lastName(parent.expression) === 'static' || lastName(parent.expression) === 'sendFile';
    return (opens ?? false) || serves ? '' : undefined;
  }
  const name = heldBy(literal).replace(/['"]/g, '');
  // A default beside a setting is told where nothing overrides it.
  if (ts.isBinaryExpression(parent) && bare(parent.right) === literal && parent.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return undefined;
  if (searched.test(name) || name === '' || !folders.test(name) || urls.test(name)) return undefined;
  return isDefault(parent) ? undefined : name;
}

/** Goes to a name whose every use stands behind a setting. */
function isDefault(taker: ts.Node): boolean {
  const target = ts.isVariableDeclaration(taker) ? taker.name : ts.isBinaryExpression(taker) ? taker.left : undefined;
  return target !== undefined && ts.isIdentifier(target) && isOnlyFallback(target);
}

function look(node: Node, cx: RuleFileContext): void {
  const literal = node.compilerNode as ts.StringLiteralLike;
  const { text } = literal;
  if (!/^(?:\/\w|[A-Za-z]:[\\/]|\\\\\w)/.test(text) || /^\/(?:app|usr\/src\/app|code|workspace)\//.test(text)) return;
  const path = machinePath(text);
  const name = path && takerOf(cx, literal);
  if (!path || name === undefined || !isServing(cx, node)) return;
  report(cx, {
    at: spanOf(literal), name, path, shown: text, confidence: 'medium',
    data: { setting: '', profile: '', start: literal.getStart(), end: literal.getEnd(), variable: variableName(name === '' ? 'data' : name, '', name === '' ? 'dir' : ''), filledBy: 'code' },
  });
}

/** Paths of one machine that Node code opens or is configured with. */
export const nodePath = ruleMatcher({
  language: 'typescript',
  needles: [[/["'`](?:\/(?:home|opt|srv|mnt|data|var|usr\/local|media|nfs|export|Users|storage|share)\/|[A-Za-z]:(?:\\\\|\/(?!\/))|\\\\\\\\\w)/]],
  on: { StringLiteral: look, NoSubstitutionTemplateLiteral: look },
});
