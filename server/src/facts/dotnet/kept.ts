import type { FactExtractor } from '../../contract/rule.js';
import { factMatcher } from '../../contract/rule.js';
import type { ProjectFound, AnyProjectCheck, ProjectCheck } from '../../contract/rule.js';
import type { Fact, Model } from '../../contract/workspace.js';
import { args, baseTypes, callName, callTypeArguments, calledName, descendants, enclosing, enclosingType, nameOf, plain, receiver, simpleName, span, typeOf, type CsNode } from '../../syntax/csharp/ask.js';
import { choice } from '../../syntax/csharp/branches.js';
import { isServing } from '../../syntax/csharp/request-side.js';
import { keptIn, type KeptTopic } from '../../syntax/csharp/kept.js';
import { hostedBase, isFedByHost, isRefilledAtStart } from '../../syntax/csharp/kept-start.js';

/** Data that a C# object keeps in memory across requests. */
export interface DotnetKept {
  readonly topic: KeptTopic;
  readonly type: string;
  readonly field: string;
  /** `static`: one for the process; `hosted`: of a service that the host starts once; `instance`: one only where the type is registered so. */
  readonly life: 'static' | 'hosted' | 'instance';
  /** Whether code of a request changes it, or the class sends messages through the connections that it keeps. */
  readonly proven: boolean;
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    'dotnet.kept': DotnetKept;
    /** A type of which the container makes one object for the process; `setting`: the condition under which it does, absent where it always does. */
    'dotnet.singleton': { readonly type: string; readonly setting?: string };
  }
}

const single = /^(?:ISingletonDependency|ISingleton\w*)$/;

function types(type: CsNode): readonly CsNode[] {
  return descendants(type, 'class_declaration', 'record_declaration', 'struct_declaration');
}

/** Types named in a registration: `AddSingleton<I, T>()`, `AddSingleton<I>(new T())`, `RegisterType<T>()…SingleInstance()`. */
function registeredTypes(call: CsNode): readonly string[] {
  const name = callName(call);
  if (/^(?:Try)?Add(?:Keyed)?Singleton$|^AddHostedService$/.test(name)) {
    const made = args(call).flatMap((argument) => [typeOf(argument), ...descendants(argument, 'object_creation_expression').map(typeOf), ...(argument.type === 'typeof_expression' ? [argument.namedChild(0)?.text ?? ''] : [])]);
    return [...callTypeArguments(call), ...made].map(simpleName).filter((type) => type !== '');
  }
  if (name !== 'SingleInstance') return [];
  for (let on = receiver(call); on?.type === 'invocation_expression'; on = receiver(on)) if (/^RegisterType$/.test(callName(on))) return callTypeArguments(on).map(simpleName);
  return [];
}

/** A channel that a registration makes itself: all who put work into it and take it out get the same one. */
function channelIn(call: CsNode): { readonly at: CsNode; readonly name: string } | undefined {
  const made = descendants(call, 'invocation_expression').find((each) => /^Create(?:Unb|B)ounded(?:Prioritized)?$/.test(callName(each)) && /(?:^|\.)Channel$/.test(plain(receiver(each))));
  const at = made && calledName(made);
  return made && at && { at, name: `Channel<${callTypeArguments(made).join()}>` };
}

/** `dotnet.kept` and `dotnet.singleton`: see the kinds. */
export const dotnetKeptFacts: FactExtractor = {
  kinds: ['dotnet.kept', 'dotnet.singleton'],
  matchers: [
    factMatcher({
      language: 'csharp',
      needles: [
        ['static', /\bstatic\s+(?:readonly\s+|volatile\s+)*(?:[\w.]+\.)?(?:Concurrent)?(?:I?Dictionary|HashSet|I?List|Queue|Stack|Bag|Sorted\w+|Hashtable|ArrayList|LinkedList|BlockingCollection|Channel|NameValueCollection|ICollection|ISet)\b[^;(]*?(?:[=;]|\{\s*get)/],
        ['static', /\bstatic\s+(?:volatile\s+)?(?:[\w.]+\??)\s+\w+\s*(?:=[^>]|;)/, /\b(?:\w*Controller|Page|UserControl|\w*Hub|PageModel|IHttpHandler|\w*Middleware|HttpContext)\b|Interlocked\.Increment|return\s+(?:\+\+\w+|\w+\+\+)/],
        [/\b(?:private|readonly|internal|protected|public)\s+(?:readonly\s+)?(?:[\w.]+\.)?(?:Concurrent(?:Dictionary|Bag|Queue|Stack)|BlockingCollection|Channel)</],
        [/\bAdd(?:Singleton|HostedService)\b|BackgroundService|IHostedService|ISingletonDependency/, /\b(?:Dictionary|HashSet|List|Queue)</],
        [/\bclass\s+\w*Cache\b/, /\b(?:Dictionary|HashSet|List)</, /\.\s*Clear\s*\(/],
      ],
      on: {
        compilation_unit(root, cx) {
          for (const type of types(root)) {
            const isHosted = baseTypes(type).some((base) => hostedBase.test(base) || single.test(base));
            // A class that is made for each request keeps nothing in its own fields.
            for (const kept of keptIn(type)) {
              if (!kept.isStatic && isServing(type)) continue;
              // What each process finds out for itself, and what it reads anew when it starts, misses nothing.
              if (kept.topic === 'queue' ? isRefilledAtStart(type, kept.field.name.text) : !kept.isStatic && isFedByHost(kept.at)) continue;
              cx.emit('dotnet.kept', span(kept.field.name), { topic: kept.topic, type: kept.type, field: kept.field.name.text, life: kept.isStatic ? 'static' : isHosted ? 'hosted' : 'instance', proven: kept.proven });
            }
          }
        },
      },
    }),
    factMatcher({
      language: 'csharp', needles: [[/\b(?:Try)?Add(?:Keyed)?Singleton\s*[<(]/], ['AddHostedService'], ['SingleInstance', 'RegisterType']],
      on: {
        invocation_expression(call, cx) {
          const at = calledName(call);
          const channel = /^(?:Try)?Add(?:Keyed)?Singleton$/.test(callName(call)) ? channelIn(call) : undefined;
          const type = enclosingType(call);
          if (channel) cx.emit('dotnet.kept', span(channel.at), { topic: 'queue', type: type ? nameOf(type) : 'Program', field: channel.name, life: 'static', proven: false });
          if (at && !enclosing(call, 'attribute')) {
            const { kind, setting } = choice(call);
            for (const type of registeredTypes(call)) cx.emit('dotnet.singleton', span(at), kind === 'setting' ? { type, setting } : { type });
          }
        },
      },
    }),
  ],
};

const indexes = new WeakMap<readonly Fact[], ReadonlySet<string>>();

/** Whether what is kept outlives requests: static, of a hosted service, or of a type that is registered as one for the process. */
export function isKept(model: Model, { value, file }: Fact<'dotnet.kept'>): boolean {
  if (value.life !== 'instance') return true;
  const facts = model.factsFor('dotnet.singleton', file);
  const key = facts as unknown as readonly Fact[];
  const known = indexes.get(key) ?? new Set(facts.map((fact) => fact.value.type));
  indexes.set(key, known);
  return known.has(value.type);
}

/** A project check over what C# objects keep, for the topics of one rule. */
export function keptCheck(topics: readonly KeptTopic[], tell: (value: DotnetKept) => ProjectFound | undefined): AnyProjectCheck {
  const check: ProjectCheck<'dotnet.kept'> = {
    subject: 'dotnet.kept', reads: ['dotnet.kept', 'dotnet.singleton'],
    check(subject, { model, report }) {
      const found = topics.includes(subject.value.topic) && isKept(model, subject) ? tell(subject.value) : undefined;
      if (found) report(found);
    },
  };
  return check;
}
