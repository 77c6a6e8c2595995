import type { Finding } from '../../../contract/finding.js';
import type { Clearing, Proof, RuleFileContext } from '../../../contract/rule.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import type { MethodWork } from '../../../facts/java/xml-schedule.js';
import { args, field, nameOf, simpleName, typeOf, type JavaNode } from '../../../syntax/java/ask.js';
import { possibleNames } from '../../../syntax/java/names.js';
import { worksIn } from '../../../syntax/java/shared-work.js';

/** A method of another class that a job calls to do its work. */
export interface Service {
  /** Full names that its class may have, by the imports of the file. */
  readonly types: readonly string[];
  readonly method: string;
  readonly arity: number;
}

/** What a job leaves to other classes. */
export interface Handed {
  readonly services: readonly Service[];
  /** Whether the job itself does nothing but call them. */
  readonly alone: boolean;
}

/** The calls of a job that leave the work to other classes. */
export function handedBy(cx: RuleFileContext, body: JavaNode): Handed {
  const works = worksIn(body);
  const services = works.flatMap(({ direct, at }) => {
    const call = at?.parent;
    if (direct || call?.type !== 'method_invocation') return [];
    const type = typeOf(field(call, 'object'));
    return type === '' ? [] : [{ types: possibleNames(cx, call, type), method: nameOf(call), arity: args(call).length }];
  });
  return { services, alone: works.every(({ direct }) => !direct) };
}

function handedOf({ data }: Finding): Handed | undefined {
  return (data as { readonly handed?: Handed } | null)?.handed;
}

/** Whether the method is the one that is called, in the class itself or, by custom of the name, in the one that implements the interface. */
function isOf({ types, method, arity }: Service, work: MethodWork): boolean {
  return work.method === method && work.arity === arity && types.some((type) => work.type === type || simpleName(work.type) === `${simpleName(type)}Impl`);
}

/** What the called methods come to: a lock of one outranks the work of all; `undefined` when a file that would tell is not there. */
function outcome(finding: Finding, model: Model): MethodWork['kind'] | undefined {
  const works = model.factsFor('java.method-work', finding.file).map(({ value }) => value);
  const seen = (handedOf(finding)?.services ?? []).map((service) => works.filter((work) => isOf(service, work)));
  const kinds = seen.flat().map(({ kind }) => kind);
  const gravest = (['locked', 'guarded', 'shared', 'unclear', 'reads', 'own'] as const).find((kind) => kinds.includes(kind));
  return gravest === 'locked' || gravest === 'guarded' || seen.every((each) => each.length > 0) ? gravest : undefined;
}

function comesTo(effect: Clearing['effect'], kinds: (finding: Finding) => readonly (MethodWork['kind'] | undefined)[]): Pick<Clearing, 'fact' | 'effect' | 'when'> {
  return {
    fact: 'java.method-work', effect,
    when: (fact, finding, model) => (handedOf(finding)?.services ?? []).some((service) => isOf(service, fact.value as MethodWork)) && kinds(finding).includes(outcome(finding, model)),
  };
}

/** What the methods that a job calls turn out to do. */
export const serviceClearing: readonly Clearing[] = [
  { ...comesTo('silence', (finding) => (handedOf(finding)?.alone ? ['locked', 'own'] : ['locked'])), what: { en: 'a shared lock that the called service takes', ko: '호출된 서비스가 잡는 공유 잠금' } },
  { ...comesTo('info', () => ['guarded', 'reads', 'own']), what: { en: 'a service that only reads, or asks first whether this replica is in charge', ko: '읽기만 하거나 이 레플리카가 담당인지 먼저 확인하는 서비스' } },
];

/** A service of a telling name is likely to change what replicas share; its own code proves it. */
export const serviceProof: Proof = {
  fact: 'java.method-work',
  asks: (finding) => finding.severity === 'error' && (handedOf(finding)?.services ?? []).length > 0,
  holds: (fact: Fact, finding: Finding) => {
    const work = fact.value as MethodWork;
    return work.kind === 'shared' && work.direct && work.mild === undefined && work.setting === undefined && (handedOf(finding)?.services ?? []).some((service) => isOf(service, work));
  },
  otherwise: 'warning',
  say: 'service',
};
