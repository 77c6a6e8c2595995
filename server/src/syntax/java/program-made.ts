import { args, declarationOf, enclosing, enclosingCallable, enclosingType, field, methodsOf, modifiers, named, nameOf, type Declared, type JavaNode } from './ask.js';
import { readsData, readsSetting } from './data-access.js';
import { identifiersNamed } from './descendants.js';
import { below, callsNamed, writesOf } from './field-writes.js';
import { runsAtStart } from './lifecycle.js';
import { isReckoned, valuesBefore } from './origin.js';

interface Once {
  readonly text: string;
  once<T>(key: object, compute: () => T): T;
}

/** How many steps, from locals to their values and from parameters to what callers pass, a value is followed. */
const steps = 20;

const literals = /^(?:null_literal|true|false|string_literal|character_literal|decimal_integer_literal|decimal_floating_point_literal|hex_integer_literal|class_literal|this|array_creation_expression|array_initializer|marker_annotation)$/;
const parts = /^(?:binary_expression|unary_expression|parenthesized_expression)$/;

/** What every process is given alike: its properties, the settings of a servlet, the registrations of clients, texts. */
const settingTypes = /^(?:Properties|Environment|FilterConfig|ServletConfig|ServletContext|ResourceBundle|MessageSource|ClientRegistrationRepository|\w*(?:Config|Configuration|Settings|Properties|Bundle|Messages))$/;
const settingClass = /^(?:System\.(?:getProperty|getenv)|\w*(?:Config|Configuration|Settings|Properties|Props|PropertyUtils?|PropertiesUtils?|ConfigUtils?)(?:\.\w+\(\w*\))*\.(?:get|is|has)\w*)$/;
const constantTypes = /^(?:\w*(?:List|Set|Map|Collection)|Pattern|\w+\[\])$/;
const made = /^(?:object_creation_expression|array_creation_expression|array_initializer)$/;
/** What answers otherwise each time. */
const chance = /^(?:next\w*|random\w*|now|currentTimeMillis|nanoTime|\w*AndGet|getAnd\w+|read\w*|poll\w*|take\w*|receive\w*)$/;
/** Static methods whose result depends on nothing but what they are passed. */
const pure = /^(?:Integer|Long|Double|Boolean|String|StringUtils|Arrays|List|Set|Map|Collections|Objects|Optional|Pattern|Paths|Path|Duration|Locale|URI|TimeUnit|Stream|Class|Enum|EnumSet|Lists|Sets|Maps|ImmutableList|ImmutableSet|ImmutableMap|Charset)$/;

class Follower {
  private readonly known = new Map<number, boolean>();

  constructor(private readonly cx: Once, private readonly kept: Declared) {}

  /** Whether the program alone decides what a value is: what it says, its settings, its own classes. */
  isOwn(value: JavaNode, depth = steps): boolean {
    const known = this.known.get(value.id);
    if (known !== undefined || depth <= 0) return known ?? false;
    // A loop adds nothing to what its other values say.
    this.known.set(value.id, true);
    const answer = this.decide(value, depth);
    this.known.set(value.id, answer);
    return answer;
  }

  private decide(value: JavaNode, depth: number): boolean {
    if (value.type === 'identifier') return this.isOwnName(value, depth);
    if (parts.test(value.type)) return named(value).every((part) => this.isOwn(part, depth));
    if (value.type === 'cast_expression') return this.isOwn(field(value, 'value') ?? value, depth - 1);
    // What decides between two own values may be anything.
    if (value.type === 'ternary_expression') return ['consequence', 'alternative'].every((part) => this.isOwn(field(value, part) ?? value, depth - 1));
    if (value.type === 'field_access') return this.isOwnField(value, depth);
    if (value.type === 'object_creation_expression') return field(value, 'body') === undefined && args(value).every((passed) => this.isOwn(passed, depth - 1));
    if (value.type === 'method_invocation') return this.isOwnCall(value, depth);
    if (value.type === 'array_access') return this.isOwn(field(value, 'array') ?? value, depth - 1);
    return literals.test(value.type) && below(value, 'identifier').every((name) => this.isOwn(name, depth - 1));
  }

  private isOwnName(name: JavaNode, depth: number): boolean {
    const declared = declarationOf(name);
    if (!declared) return /^[A-Z]/.test(name.text);
    if (declared.kind === 'field') return this.isSteady(declared, name);
    if (settingTypes.test(declared.type)) return true;
    if (declared.kind === 'parameter') return this.isOwnParameter(declared, depth);
    const source = declared.node.type === 'enhanced_for_statement' ? field(declared.node, 'value') : undefined;
    const given = source ? [source] : valuesBefore(declared, name);
    // What is counted or added up depends on how often, which no value tells.
    if (isReckoned(name)) return false;
    return given.length > 0 && given.every((each) => this.isOwn(each, depth - 1)) && (!given.some((each) => made.test(each.type)) || this.isFilledWithOwn(declared, name, depth));
  }

  /** An object that a method makes is what is put into it before it is used; other methods that are handed it may put in anything. */
  private isFilledWithOwn(declared: Declared, use: JavaNode, depth: number): boolean {
    const callable = enclosingCallable(use);
    const uses = callable ? identifiersNamed(callable, use.text).filter((each) => each.startIndex < use.startIndex && each.id !== use.id && each.parent?.id !== declared.node.id) : [];
    return uses.every((each) => {
      const call = each.parent;
      if (call?.type === 'argument_list') return false;
      return call?.type !== 'method_invocation' || field(call, 'object')?.id !== each.id || args(call).every((passed) => this.isOwn(passed, depth - 2));
    });
  }

  /** A field that holds a setting or a constant, which nothing changes while requests are served. */
  private isSteady(declared: Declared, use: JavaNode): boolean {
    if (declared.node.id === this.kept.node.id) return false;
    if (settingTypes.test(declared.type)) return true;
    const scalar = /^(?:String|int|long|boolean|Integer|Long|Boolean|double|Duration|Locale|Class|Pattern)(?:\[\])*$/.test(declared.type);
    const constant = modifiers(declared.declaration).has('final') && declared.value !== undefined && constantTypes.test(declared.type);
    if (!scalar && !constant) return false;
    return writesOf(this.cx, declared).every((write) => runsAtStart(this.cx, write.node, enclosingType(use) !== undefined));
  }

  private isOwnField(access: JavaNode, depth: number): boolean {
    const object = field(access, 'object');
    if (object?.type === 'this') return this.isOwnName(field(access, 'field') ?? access, depth);
    return /\b[A-Z]\w*\.[A-Z_0-9]+$/.test(access.text);
  }

  /** What callers of a private method pass, or what the elements of a collection are that a lambda is handed. */
  private isOwnParameter(declared: Declared, depth: number): boolean {
    const taker = enclosing(declared.node, 'lambda_expression', 'method_declaration', 'constructor_declaration');
    if (taker?.type === 'lambda_expression') {
      const call = taker.parent?.type === 'argument_list' ? taker.parent.parent : null;
      const source = call ? field(call, 'object') : undefined;
      return source !== undefined && this.isOwn(source, depth - 1);
    }
    const owner = taker && enclosingType(taker);
    if (!taker || !owner || !modifiers(taker).has('private')) return false;
    const index = named(field(taker, 'parameters') ?? taker).findIndex((parameter) => parameter.id === declared.node.id);
    const calls = callsNamed(this.cx, owner, nameOf(taker)).filter((call) => enclosingCallable(call)?.id !== taker.id);
    return calls.length > 0 && calls.every((call) => {
      const passed = args(call)[index];
      return passed !== undefined && this.isOwn(passed, depth - 1);
    });
  }

  private isOwnCall(call: JavaNode, depth: number): boolean {
    const object = field(call, 'object');
    const passed = (): boolean => args(call).every((each) => each.type === 'lambda_expression' || each.type === 'method_reference' || this.isOwn(each, depth - 1));
    if (!object || object.type === 'this') return this.isOwnMethod(call, depth);
    if (chance.test(nameOf(call))) return false;
    if (settingClass.test(`${object.text.replace(/\s/g, '')}.${nameOf(call)}`) || readsSetting(object, nameOf(call))) return true;
    if (object.type === 'identifier' && /^[A-Z]/.test(object.text) && !declarationOf(object)) return (pure.test(object.text) || nameOf(call) === 'values') && passed();
    return !readsData(call, this.kept.name, 0) && this.isOwn(object, depth - 1) && passed();
  }

  /** A method of the same class, by all that it returns. */
  private isOwnMethod(call: JavaNode, depth: number): boolean {
    const owner = enclosingType(call);
    if (nameOf(call) === 'getClass') return true;
    const methods = owner ? methodsOf(owner).filter((method) => nameOf(method) === nameOf(call)) : [];
    return methods.length > 0 && methods.every((method) => {
      const returned = below(method, 'return_statement').flatMap((statement) => named(statement));
      return returned.length > 0 && returned.every((each) => this.isOwn(each, depth - 2));
    });
  }
}

/**
 * Whether the program alone decides a value: literals, settings, its own classes, and what is made of these. Such a value is
 * the same in every process, whenever it is put somewhere. Parameters of private methods are followed to the callers;
 * what public methods are handed, what is read from a store, the clock and chance are not the program's own.
 */
export function isMadeByProgram(cx: Once, kept: Declared, value: JavaNode): boolean {
  return new Follower(cx, kept).isOwn(value);
}
