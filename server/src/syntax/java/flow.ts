import type { CodeNode as Node } from '../../contract/nodes.js';
import { args, declarationOf, enclosingCallable, enclosingType, field, named, nameOf, type Declared } from './ask.js';
import { identifiersNamed } from './descendants.js';
import { callsOf } from './trace.js';

interface Once {
  once<T>(key: object, compute: () => T): T;
}

/**
 * What becomes of a value. `argument`: handed to a call; `receiver`: a call on it; `compared`: tested against something;
 * `returned`: the result of a method; `kept`: assigned to a field.
 */
export interface Use {
  readonly kind: 'argument' | 'receiver' | 'compared' | 'returned' | 'kept';
  /** The expression that holds the value at that place. */
  readonly value: Node;
  /** The call, comparison, return statement or assignment. */
  readonly by: Node;
  /** Set where other text was put before the value on its way there. */
  readonly tail?: true;
}

/** Places followed for one value; what travels further is not told by its file. */
const stepLimit = 40;

const comparing = /^(?:equals|equalsIgnoreCase|contentEquals|startsWith|endsWith|contains|containsKey|indexOf|matches|compareTo|compareToIgnoreCase|isEmpty|isBlank)$/;
/** Calls whose result is the value in another shape. */
const reshaping = /^(?:toString|trim|strip|toLowerCase|toUpperCase|substring|substringBefore|substringAfter|split|replace|replaceAll|concat|intern|getBytes|getHostAddress|getHostName|getCanonicalHostName|getAddress|hashCode)$/;
/** Calls whose result is their argument in another shape. */
const handingOn = /^(?:valueOf|toString|format|join|trim|trimToNull|trimToEmpty|requireNonNull|requireNonNullElse|firstNonNull|defaultString|defaultIfBlank|defaultIfEmpty|nvl|concat|ofNullable|of|orElse|append|substringBefore|substringAfter)$/;

function within(node: Node, scope: Node | undefined): boolean {
  return scope === undefined || (node.startIndex >= scope.startIndex && node.endIndex <= scope.endIndex);
}

const namingsKey = {};

/** Where the file names what a declarator, parameter or field declares; the left side of an assignment is no use. */
function namings(cx: Once, declared: Declared, scope: Node | undefined): readonly Node[] {
  // A class may give hundreds of values to one field in turn.
  const known = cx.once(namingsKey, () => new Map<string, readonly Node[]>());
  const key = `${declared.node.id} ${scope?.id ?? ''}`;
  const found = known.get(key) ?? findNamings(declared, scope);
  known.set(key, found);
  return found;
}

function findNamings(declared: Declared, scope: Node | undefined): readonly Node[] {
  const root = scope ?? declared.node.tree.rootNode;
  return identifiersNamed(root, declared.name).filter((each) => {
    if (each.startIndex === field(declared.node, 'name')?.startIndex) return false;
    const access = each.parent?.type === 'field_access' && field(each.parent, 'field')?.id === each.id ? each.parent : each;
    const parent = access.parent;
    if (parent?.type === 'assignment_expression' && field(parent, 'left')?.id === access.id) return false;
    if (parent && /method_invocation/.test(parent.type) && field(parent, 'name')?.id === access.id) return false;
    return declarationOf(access)?.node.id === declared.node.id;
  }).map((each) => (each.parent?.type === 'field_access' && field(each.parent, 'field')?.id === each.id ? each.parent : each));
}

class Flow {
  private readonly seen = new Set<number>();
  readonly uses: Use[] = [];
  private isTail = false;

  constructor(private readonly cx: Once) {}

  private push(kind: Use['kind'], value: Node, by: Node): void {
    this.uses.push({ kind, value, by, ...(this.isTail ? { tail: true } : {}) });
  }

  follow(value: Node): void {
    if (this.seen.has(value.id) || this.seen.size >= stepLimit) return;
    this.seen.add(value.id);
    const parent = value.parent;
    if (!parent) return;
    switch (parent.type) {
      case 'parenthesized_expression': case 'cast_expression':
        return this.follow(parent);
      case 'ternary_expression':
        return field(parent, 'condition')?.id === value.id ? undefined : this.follow(parent);
      case 'binary_expression':
        return this.binary(value, parent);
      case 'method_invocation':
        return this.receiver(value, parent);
      case 'argument_list':
        return parent.parent ? this.argument(value, parent.parent) : undefined;
      case 'variable_declarator':
        return this.declared(parent);
      case 'assignment_expression':
        return this.assigned(value, parent);
      case 'return_statement':
        return this.returned(value, parent);
      case 'lambda_expression':
        this.push('returned', value, parent);
        return undefined;
      default:
        return undefined;
    }
  }

  private binary(value: Node, parent: Node): void {
    const operator = field(parent, 'operator')?.text;
    if (operator === '+') this.joined(value, parent);
    else if (operator === '==' || operator === '!=') this.push('compared', value, parent);
  }

  private joined(value: Node, sum: Node): void {
    const before = this.isTail;
    this.isTail ||= field(sum, 'right')?.id === value.id;
    this.follow(sum);
    this.isTail = before;
  }

  private receiver(value: Node, call: Node): void {
    const name = nameOf(call);
    if (comparing.test(name)) this.push('compared', value, call);
    else if (reshaping.test(name)) this.follow(call);
    else this.push('receiver', value, call);
  }

  private argument(value: Node, call: Node): void {
    const name = call.type === 'method_invocation' ? nameOf(call) : '';
    if (comparing.test(name)) this.push('compared', value, call);
    else if (handingOn.test(name)) this.follow(call);
    else this.push('argument', value, call);
  }

  private declared(declarator: Node): void {
    const name = field(declarator, 'name');
    const isField = declarator.parent?.type === 'field_declaration';
    const declaration: Declared = { kind: isField ? 'field' : 'local', name: name?.text ?? '', node: declarator, declaration: declarator.parent ?? declarator, type: '', value: undefined };
    for (const use of namings(this.cx, declaration, isField ? enclosingType(declarator) : enclosingCallable(declarator))) this.follow(use);
  }

  private assigned(value: Node, assignment: Node): void {
    const left = field(assignment, 'left');
    if (!left || left.id === value.id) return;
    const target = declarationOf(left);
    if (!target || target.kind === 'field') this.push('kept', value, assignment);
    if (!target || target.kind === 'parameter') return;
    for (const use of namings(this.cx, target, target.kind === 'field' ? enclosingType(target.node) : enclosingCallable(left))) {
      if (target.kind === 'field' || use.startIndex > assignment.startIndex) this.follow(use);
    }
  }

  /** What callers of the file do with the result; others may call what is not private. */
  private returned(value: Node, statement: Node): void {
    this.push('returned', value, statement);
    const method = enclosingCallable(statement);
    if (!method || named(field(method, 'parameters') ?? method).length > 1) return;
    const calls = callsOf(this.cx, method, nameOf(method)).filter((call) => !within(call, method) && ['this', undefined, nameOf(enclosingType(method) ?? method)].includes(field(call, 'object')?.text));
    for (const call of calls) if (args(call).length === named(field(method, 'parameters') ?? method).length) this.follow(call);
  }
}

/**
 * What the file does with the value of an expression: through names, fields, string building and results of methods of
 * the file. What other files do with it is not seen.
 */
export function usesOf(cx: Once, value: Node): readonly Use[] {
  const flow = new Flow(cx);
  flow.follow(value);
  return flow.uses;
}
