import { factMatcher, type Clearing, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import type { Fact, Model } from '../../contract/workspace.js';
import { annotation, annotations, args, bareType, enclosing, field, imports, nameOf, span, type JavaNode } from '../../syntax/java/ask.js';
import { beanClass, beanName, changed, heldCollection, madeBean } from '../../syntax/java/field-needles.js';
import { descendants } from '../../syntax/java/descendants.js';
import { supertypes } from '../../syntax/java/lifecycle.js';
import { beanCandidate, isSingleton } from '../../syntax/java/singletons.js';
import { attribute, children } from '../../syntax/xml/ask.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** A class, or an interface, of which Spring's XML configuration or a module of Guice makes one instance for the process, or the base of a class of which the container does. */
    'spring.bean': {
      readonly type: string;
      /** Properties that the bean is given, by name. */
      readonly given?: readonly string[];
      /** Whether code hands the finished object over. */
      readonly handed?: true;
    };
    /** A class with changing collections that is a singleton only if configuration elsewhere says so. */
    'java.bean-candidate': {
      readonly type: string;
      /** Full names of what it extends and implements, by which a module may know it. */
      readonly supers: readonly string[];
    };
  }
}

const narrow = /^(?:prototype|request|session|globalSession|application-thread|thread|step|job|flow|view)$/i;

/** Full name of a type by the imports of the file; of the same package when none tells. */
function nameIn(cx: FactFileContext, node: JavaNode, written: string): string {
  if (/^[a-z_]\w*\./.test(written)) return written;
  const { types, package: packageName } = imports(cx, node);
  return types.get(written) ?? (packageName === '' ? written : `${packageName}.${written}`);
}

/** `X` of `bind(X.class)` or `to(X.class)`. */
function classIn(call: JavaNode): JavaNode | undefined {
  const [first] = args(call);
  return first?.type === 'class_literal' ? (first.namedChild(0) ?? undefined) : undefined;
}

/** `bind(Shared.class).to(HashShared.class).in(Scopes.SINGLETON)`, `….asEagerSingleton()`, `bind(Shared.class).toInstance(shared)`, `bindAsContract(Shared.class).in(Singleton.class)`: what Guice and HK2 make one of. */
function bound(call: JavaNode, cx: FactFileContext): void {
  const name = nameOf(call);
  const single = name === 'asEagerSingleton' || name === 'toInstance' || (name === 'in' && /\bSINGLETON\b|\bSingleton\.class\b/.test(args(call)[0]?.text ?? ''));
  if (!single) return;
  for (let at = field(call, 'object'); at?.type === 'method_invocation'; at = field(at, 'object')) {
    const type = /^(?:bind|to|bindAsContract)$/.test(nameOf(at)) ? classIn(at) : undefined;
    if (type) return cx.emit('spring.bean', span(type), { type: nameIn(cx, type, type.text), ...(name === 'toInstance' ? { handed: true } : {}) });
  }
}

const choosing = /^(?:Conditional(?:OnProperty|OnExpression)|Profile)$/;

/**
 * `@Bean Shop shop() { var store = new TokenStore(); return new Shop(store); }`: what such a method makes serves the whole
 * process, the bean itself and what it is given. What a setting chooses, by an annotation or a branch, is left open.
 */
function madeForBean(creation: JavaNode, cx: FactFileContext): void {
  const type = field(creation, 'type');
  const method = enclosing(creation, 'method_declaration');
  if (!type || !method || !annotation(method, 'Bean') || !beanName.test(bareType(type)) || enclosing(creation, 'lambda_expression', 'if_statement', 'ternary_expression', 'switch_expression', 'class_body')?.type !== 'class_body') return;
  const scope = annotation(method, 'Scope')?.node.text ?? '';
  if (/prototype|request|session|thread|step|job/i.test(scope) || annotations(method).some(({ name }) => choosing.test(name) || /(?:Request|Session|Step|Job)Scope$/.test(name))) return;
  // What the method calls on the object may well be what fills it.
  const name = creation.parent?.type === 'variable_declarator' ? nameOf(creation.parent) : undefined;
  const handed = name !== undefined && descendants(method, 'method_invocation').some((call) => field(call, 'object')?.text === name);
  cx.emit('spring.bean', span(type), { type: nameIn(cx, type, bareType(type)), ...(handed ? { handed } : {}) });
}

const extendsKeeper = /\bextends(?<=\bclass\s+\w+[^{;]*\bextends)\s+\w*(?:Manager|Store|Registry)\b/;

/** Whether nothing of the application makes the class a singleton for which it was a candidate. */
function isMadeForEachUse(model: Model, { value, file }: Fact<'java.bean-candidate'>): boolean {
  const names = new Set([value.type, ...value.supers]);
  // Who hands over an object under its own class has mostly filled it before, as start-up does.
  return !model.factsFor('spring.bean', file).some((fact) => names.has(fact.value.type) && !(fact.value.handed === true && fact.value.type === value.type));
}

/** Silences findings whose data names a `bean`, a class that only configuration would make a singleton, where none does. */
export const madeForEachUse: Clearing = {
  fact: 'java.bean-candidate', effect: 'silence',
  when(fact, { data, file }, model) {
    const candidate = fact as Fact<'java.bean-candidate'>;
    const bean = (data as { readonly bean?: string } | null)?.bean;
    return bean !== undefined && bean === candidate.value.type && fact.file === file && isMadeForEachUse(model, candidate);
  },
  what: { en: 'an object of its own for each use', ko: '사용할 때마다 새로 만드는 객체' },
};

/** What makes one object of a class for the whole process, and the classes of which that is asked. */
export const springBeanFacts: FactExtractor = {
  kinds: ['spring.bean', 'java.bean-candidate'],
  matchers: [
    factMatcher({
      language: 'xml',
      needles: [['beans', 'class']],
      on: {
        bean(bean, cx) {
          const type = attribute(bean, 'class');
          const single = !narrow.test(attribute(bean, 'scope')?.value ?? '') && attribute(bean, 'singleton')?.value !== 'false' && attribute(bean, 'abstract')?.value !== 'true';
          if (type && single && /^[\w.]+$/.test(type.value) && !/^(?:org\.springframework|org\.apache|java|javax)\./.test(type.value)) {
            const given = children(bean, 'property').flatMap((property) => attribute(property, 'name')?.value ?? []);
            cx.emit('spring.bean', type.valueSpan, { type: type.value, ...(given.length > 0 ? { given } : {}) });
          }
        },
      },
    }),
    factMatcher({
      language: 'java',
      needles: [['com.google.inject', /\bbind\s*\(/, /\bSINGLETON\b|\bSingleton\.class\b|\basEagerSingleton\b|\btoInstance\b/]],
      on: { method_invocation: bound },
    }),
    // HK2, the container of Jersey, speaks nearly the same language.
    factMatcher({
      language: 'java',
      needles: [['org.glassfish.hk2', /\bbind(?:AsContract)?\s*\(/, /\bSingleton\.class\b/]],
      on: { method_invocation: bound },
    }),
    factMatcher({
      language: 'java',
      needles: [['@Bean', '@Configuration', madeBean], ['@Bean', 'AutoConfiguration', madeBean]],
      on: { object_creation_expression: madeForBean },
    }),
    factMatcher({
      language: 'java',
      needles: ['@Singleton', '@Service', '@Component', '@ApplicationScoped'].map((mark) => [mark, extendsKeeper]),
      on: {
        class_declaration(type, cx) {
          const base = field(type, 'superclass');
          const [name] = supertypes(type);
          if (base && name !== undefined && isSingleton(cx, type)) cx.emit('spring.bean', span(base), { type: nameIn(cx, type, name) });
        },
      },
    }),
    factMatcher({
      language: 'java',
      needles: [[beanClass, changed(heldCollection)]],
      on: {
        class_declaration(type, cx) {
          const name = field(type, 'name');
          const candidate = beanCandidate(cx, type);
          if (name && candidate !== undefined) cx.emit('java.bean-candidate', span(name), { type: candidate, supers: supertypes(type).map((each) => nameIn(cx, type, each)) });
        },
      },
    }),
  ],
};
