import { annotation, annotations, enclosing, enclosingCallable, enclosingType, field, methodsOf, modifiers, named, nameOf, bareType, simpleName, type JavaNode } from './ask.js';
import { callsNamed, referencesTo } from './field-writes.js';

interface Once {
  readonly text: string;
  once<T>(key: object, compute: () => T): T;
}

const startAnnotations = ['PostConstruct', 'PreDestroy', 'Autowired', 'Inject', 'Value', 'Resource', 'Bean', 'EJB', 'PersistenceContext', 'Initializer', 'OnStart', 'Activate', 'Deactivate', 'Reference'];
const startNames = /^(?:init|initialize|initialise|doInit|doInitiali[sz]e|initBean|afterPropertiesSet|afterSingletonsInstantiated|start|startup|onStartup|doStart|contextInitialized|contextDestroyed|contextRefreshed|destroy|doDestroy|stop|doStop|shutdown|close|dispose|finalize|setApplicationContext|setBeanFactory|setServletContext|setEnvironment|setResourceLoader|setBeanName|postProcess\w*|configure\w*|main|bootstrap|setUp|(?:before|after)(?:Services?|Application|App|Server|Context|System|Platform|Engine|Node|Tenant)?Start(?:s|ed|up)?)$/;
const startTypes = /^(?:BeanPostProcessor|BeanFactoryPostProcessor|BeanDefinitionRegistryPostProcessor|ImportBeanDefinitionRegistrar|ServletContextListener|WebApplicationInitializer|ServletContainerInitializer|EnvironmentPostProcessor|AbstractModule|AbstractMojo|\w*ClassTransformer|ClassFileTransformer|AbstractProcessor|\w*PersistenceUnitManager)$/;
const contextEvents = /^(?:Context(?:Refreshed|Started|Closed|Stopped)Event|Application(?:Ready|Started|Prepared|ContextInitialized|EnvironmentPrepared|Starting)Event|ServletContextEvent|StartupEvent|ServerStartupEvent|ServiceReadyEvent|ShutdownEvent|WebServerInitializedEvent|Bundle(?:Event|Context)|FrameworkEvent)$/;

/** Whether the class is a change of the database, which runs once in the life of an installation under the lock of the tool that runs it. */
export function isSchemaStep(node: JavaNode): boolean {
  const type = enclosingType(node);
  return type !== undefined && supertypes(type).some((name) => /^(?:Custom(?:Task|Sql)(?:Change|Rollback)|(?:Base)?JavaMigration|SpringJdbcMigration|JdbcMigration)$/.test(name));
}

/** Simple names of the superclass and the interfaces of a type. */
export function supertypes(type: JavaNode): readonly string[] {
  const extended = field(type, 'superclass');
  const lists = [extended, field(type, 'interfaces')].filter((node): node is JavaNode => node !== undefined);
  const names = lists.flatMap((list) => (list.type === 'superclass' ? named(list) : named(list).flatMap((inner) => (inner.type === 'type_list' ? named(inner) : [inner]))));
  return names.map((name) => simpleName(bareType(name)));
}

function parameterTypes(callable: JavaNode): readonly string[] {
  return named(field(callable, 'parameters') ?? callable).map((parameter) => simpleName(bareType(field(parameter, 'type'))));
}

/** Whether a type exists to set the application up: configuration classes, context listeners, post-processors. */
function setsUp(type: JavaNode): boolean {
  return annotation(type, 'Configuration', 'SpringBootApplication', 'AutoConfiguration') !== undefined || supertypes(type).some((name) => startTypes.test(name));
}

function isRunner(type: JavaNode | undefined): boolean {
  return type !== undefined && supertypes(type).some((name) => /(?:Runner|Application|Command|Tool)$/.test(name));
}

function saysStart(callable: JavaNode, constructorsRunOnce: boolean): boolean {
  if (callable.type === 'static_initializer') return true;
  if (callable.type === 'constructor_declaration' || callable.type === 'compact_constructor_declaration') return constructorsRunOnce;
  const name = nameOf(callable);
  // A private `init` is called by the class itself: its callers tell when.
  if ((startNames.test(name) && !modifiers(callable).has('private')) || annotations(callable).some((found) => startAnnotations.includes(found.name))) return true;
  const types = parameterTypes(callable);
  if (name === 'run' && types.length === 1 && (types[0] === 'ApplicationArguments' || (types[0] === 'String' && isRunner(enclosingType(callable))))) return true;
  return types.some((type) => contextEvents.test(type)) || /(?:Application(?:Ready|Started)|ContextRefreshed)Event/.test(annotation(callable, 'EventListener')?.node.text ?? '');
}

/** Methods and constructors of the type that call a method of this name, the method itself left out. */
function callersOf(cx: Once, callable: JavaNode, owner: JavaNode): readonly JavaNode[] {
  const name = nameOf(callable);
  const calls = callsNamed(cx, owner, name).filter((call) => ['this', nameOf(owner), undefined].includes(field(call, 'object')?.text));
  return [...calls, ...referencesTo(cx, owner, name)].map((call) => enclosingCallable(call) ?? owner).filter((caller) => caller.id !== callable.id);
}

const startKey = {};

function startsOnly(cx: Once, callable: JavaNode, constructorsRunOnce: boolean, seen: ReadonlySet<number>): boolean {
  const known = cx.once(startKey, () => new Map<string, boolean>());
  const key = `${callable.id} ${String(constructorsRunOnce)}`;
  const answer = known.get(key) ?? decideStart(cx, callable, constructorsRunOnce, seen);
  // An answer inside a recursion may rest on what is not decided yet.
  if (seen.size === 0) known.set(key, answer);
  return answer;
}

/** `@PostConstruct void load()` that the class also calls when something is absent: it runs again while requests are served. */
function runsAgain(cx: Once, callable: JavaNode, constructorsRunOnce: boolean, seen: ReadonlySet<number>): boolean {
  const owner = enclosingType(callable);
  if (!owner || annotation(callable, 'PostConstruct') === undefined || seen.has(callable.id)) return false;
  const visited = new Set([...seen, callable.id]);
  return callersOf(cx, callable, owner).some((caller) => caller.id !== owner.id && !visited.has(caller.id) && !startsOnly(cx, caller, constructorsRunOnce, visited));
}

/** `void initMapper()`: visible to its package for tests at most, and named for what the constructor calls it for. */
function isInitialiser(callable: JavaNode): boolean {
  const marks = modifiers(callable);
  return /^init(?:ialise|ialize)?[A-Z]/.test(nameOf(callable)) && !marks.has('public') && !marks.has('protected');
}

function decideStart(cx: Once, callable: JavaNode, constructorsRunOnce: boolean, seen: ReadonlySet<number>): boolean {
  if (runsAgain(cx, callable, constructorsRunOnce, seen)) return false;
  if (saysStart(callable, constructorsRunOnce)) return true;
  const owner = enclosingType(callable);
  if (!owner) return false;
  // Others may call what is not private; a program's own entry point is the exception: its helpers serve it.
  if (!modifiers(callable).has('private') && !hasMain(cx, owner) && !isInitialiser(callable)) return false;
  const callers = callersOf(cx, callable, owner);
  if (callers.length === 0) return startNames.test(nameOf(callable));
  const visited = new Set([...seen, callable.id]);
  return callers.every((caller) => visited.has(caller.id) || caller.id === owner.id || startsOnly(cx, caller, constructorsRunOnce, visited));
}

const mainKey = {};

function hasMain(cx: Once, owner: JavaNode): boolean {
  const known = cx.once(mainKey, () => new Map<number, boolean>());
  const answer = known.get(owner.id) ?? methodsOf(owner).some((method) => nameOf(method) === 'main' && modifiers(method).has('static'));
  known.set(owner.id, answer);
  return answer;
}

/**
 * Whether a place runs only while the application starts or stops: initialisers, life-cycle callbacks, injection
 * points, and private methods that only those call. `constructorsRunOnce` says that the class has one instance, so that
 * its constructors count as start.
 */
export function runsAtStart(cx: Once, place: JavaNode, constructorsRunOnce: boolean): boolean {
  const callable = enclosingCallable(place);
  if (callable && startsOnly(cx, callable, constructorsRunOnce, new Set())) return true;
  for (let type = enclosingType(place); type; type = enclosingType(type)) if (setsUp(type)) return true;
  return !callable && enclosing(place, 'lambda_expression') === undefined;
}
