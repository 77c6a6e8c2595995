import { ts } from 'ts-morph';
import { bare, nodesOf } from '../../../syntax/typescript/functions.js';
import { literalOf, propertyOf, type Origin } from '../../../syntax/typescript/modules.js';
import { heldBy } from '../../../syntax/typescript/surroundings.js';

const units: readonly (readonly [unit: RegExp, milliseconds: number])[] = [
  [/^(?:ms|msecs?|milliseconds?)?$/, 1], [/^(?:s|secs?|seconds?)$/, 1000], [/^(?:m|mins?|minutes?)$/, 60_000],
  [/^(?:h|hrs?|hours?)$/, 3_600_000], [/^(?:d|days?)$/, 86_400_000], [/^(?:w|weeks?)$/, 604_800_000],
];

/** Milliseconds in a text such as `20s` or `1 minute`. */
function inWords(text: string): number | undefined {
  const parts = /^\s*(\d+(?:\.\d+)?)\s*([a-z]*)\s*$/i.exec(text);
  const unit = parts && units.find(([name]) => name.test((parts[2] ?? '').toLowerCase()));
  return unit ? Number(parts[1]) * unit[1] : undefined;
}

/** The number that an option stands for: written down, as a product, or by `ms('20s')`. */
function numberOf(value: ts.Expression): number | undefined {
  const node = bare(value);
  if (ts.isCallExpression(node)) {
    const [first] = node.arguments;
    return node.expression.getText() === 'ms' && first && ts.isStringLiteralLike(first) ? inWords(first.text) : undefined;
  }
  const written = node.getText().replace(/_/g, '');
  return /^[\d\s*.()]+$/.test(written) ? written.replace(/[()]/g, '').split('*').reduce((product, factor) => product * Number(factor), 1) : undefined;
}

/** `const cached = apicache.options({ … }).middleware; router.get('/', cached('1 minute'), …)`: the longest life that a route asks for. */
function ofRoutes(call: ts.CallExpression | ts.NewExpression): number | undefined {
  let held: ts.Node = call;
  while (ts.isPropertyAccessExpression(held.parent)) held = held.parent;
  const name = heldBy(held);
  if (name === '') return undefined;
  const lives = nodesOf(call.getSourceFile()).flatMap((each) => {
    if (!ts.isCallExpression(each) || each.expression.getText() !== name) return [];
    const [first] = each.arguments;
    return first && ts.isStringLiteralLike(first) ? (inWords(first.text) ?? Infinity) : Infinity;
  });
  return lives.length > 0 ? Math.max(...lives) / 1000 : undefined;
}

/** Seconds that an entry of a cache lives, where the file tells: node-cache counts in seconds, most others in milliseconds. */
export function lifeOf(origin: Origin, call: ts.CallExpression | ts.NewExpression): number | undefined {
  if (origin.module === 'apicache') return ofRoutes(call);
  const options = literalOf(call.arguments?.[0]);
  const ttl = options && propertyOf(options, 'stdTTL', 'ttl', 'maxAge', 'max_age');
  const value = ttl && numberOf(ttl);
  if (value === undefined) return undefined;
  return origin.module.includes('node-cache') ? value : value / 1000;
}
