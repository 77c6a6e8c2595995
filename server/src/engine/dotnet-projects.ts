import { basename, dirname, join } from '../base/paths.js';

/** What the plan must know of a project file of MSBuild, read before anything else. */
export interface ProjectFacts {
  /** Project files that it builds upon, as written with forward slashes; a library named without its place ends a bare name in `.csproj`. */
  readonly references: readonly string[];
  /** Is a program of its own rather than a part of others. */
  readonly program: boolean;
  /** Runs at a user or orchestrates a developer's machine: windows, phones, browsers, Aspire's host. */
  readonly client: boolean;
  /** Answers requests, takes messages or keeps a schedule. */
  readonly serves: boolean;
  /** Is started by a service manager or a generic host, which agents on users' machines are as well. */
  readonly hosted: boolean;
  /** Talks to a database, cache, broker or cloud that others may share. */
  readonly sharesData: boolean;
}

/** Windows, mobile targets, WebAssembly; Aspire's host starts the others on a developer's machine. */
const clientMarks = /<OutputType>\s*(?:WinExe|AppContainerExe)\b|<(?:UseWPF|UseWindowsForms|UseMaui|UseWinUI|IsAspireHost|AndroidApplication)>\s*true|<TargetFrameworks?>[^<]*net\d[\d.]*-(?:android|ios|maccatalyst|tizen|browser)|Sdk="(?:[^"]*;)?(?:Microsoft\.NET\.Sdk\.BlazorWebAssembly|Aspire\.AppHost\.Sdk|Uno\.Sdk|Microsoft\.NET\.Sdk\.WindowsDesktop)\b|<Sdk\s+Name="Aspire\.AppHost\.Sdk"|Include="(?:Avalonia(?:\.Desktop)?|Xamarin\.Forms|Microsoft\.WindowsAppSDK)"/i;
const programMarks = /<OutputType>\s*(?:Win|AppContainer)?Exe\b|Sdk="[^"]*Microsoft\.NET\.Sdk\.(?:Web|Worker|BlazorWebAssembly)\b/i;
/** The web SDKs, the kind of a web application in older projects, and packages that listen or consume. */
const serverMarks = /Sdk="[^"]*Microsoft\.NET\.Sdk\.(?:Web|Worker|Functions)\b|349c5851-65df-11da-9384-00065b846f21|Microsoft\.WebApplication\.targets|<AzureFunctionsVersion>|Include="(?:Microsoft\.AspNetCore(?:\.(?:App|All|Server\.(?:Kestrel|HttpSys|IIS)[\w.]*|Mvc(?:\.Core)?))?|Microsoft\.NET\.Sdk\.Functions|Microsoft\.AspNet\.(?:Mvc|WebApi[\w.]*|SignalR[\w.]*)|Microsoft\.Owin\.(?:Host[\w.]*|SelfHost)|Grpc\.AspNetCore[\w.]*|Nancy[\w.]*|ServiceStack|EmbedIO|CoreWCF[\w.]*|Topshelf[\w.]*|Hangfire[\w.]*|Quartz[\w.]*|MassTransit[\w.]*|RabbitMQ\.Client|Confluent\.Kafka|NServiceBus[\w.]*|Rebus[\w.]*|Azure\.Messaging[\w.]*|AWSSDK\.SQS|Microsoft\.Azure\.WebJobs[\w.]*|Microsoft\.Orleans[\w.]*|Akka[\w.]*|System\.Web(?:\.Mvc|\.Http)?)[",]/i;
const hostMarks = /Include="(?:Microsoft\.Extensions\.Hosting[\w.]*|Microsoft\.AspNetCore\.Hosting[\w.]*|System\.ServiceProcess)[",]/i;
const dataMarks = /Include="(?:[\w.]*EntityFramework[\w.]*|Npgsql[\w.]*|[\w.]*SqlClient|MySql[\w.]*|Oracle\.[\w.]+|Dapper[\w.]*|NHibernate|MongoDB[\w.]*|[\w.]*Redis[\w.]*|Marten|linq2db[\w.]*|RavenDB[\w.]*|NEST|Elastic[\w.]*|Azure\.[\w.]+|Microsoft\.Azure\.[\w.]+|WindowsAzure[\w.]*|AWSSDK[\w.]*|Google\.Cloud[\w.]*|CassandraCSharpDriver|Neo4j[\w.]*|LiteDB)[",]/i;

/** Reads what the plan needs from the text of a project file; comments say nothing. */
export function projectFacts(text: string): ProjectFacts {
  const bare = text.replace(/<!--[^]*?-->/g, '');
  return {
    references: [
      ...[...bare.matchAll(/<ProjectReference\s[^>]*?\bInclude="([^"]+)"/gi)].map((match) => (match[1] ?? '').replaceAll('\\', '/')),
      // What is built here may be taken in as a file or package as well.
      ...[...bare.matchAll(/<(?:Package)?Reference\s[^>]*?\bInclude="([^",]+)/gi)].map((match) => `${match[1] ?? ''}.csproj`),
    ],
    program: programMarks.test(bare), client: clientMarks.test(bare), serves: serverMarks.test(bare), hosted: hostMarks.test(bare), sharesData: dataMarks.test(bare),
  };
}

type Projects = ReadonlyMap<string, ProjectFacts>;

/** The projects of a workspace and what builds upon what. */
class ProjectGraph {
  /** Windows does not tell cases apart, and properties of MSBuild hide where a project lies: then its file name tells. */
  private readonly known = new Map<string, string[]>();

  constructor(readonly projects: Projects) {
    for (const path of projects.keys()) {
      for (const key of new Set([path.toLowerCase(), basename(path).toLowerCase()])) this.known.set(key, [...(this.known.get(key) ?? []), path]);
    }
  }

  private resolve(from: string, reference: string): readonly string[] {
    const exact = this.known.get((join(dirname(from), reference) ?? '').toLowerCase());
    return exact ?? this.known.get(basename(reference).toLowerCase()) ?? [];
  }

  /** The projects with all that they build upon, directly or through others. */
  reached(from: readonly string[]): ReadonlySet<string> {
    const seen = new Set<string>();
    for (const open = [...from]; open.length > 0; ) {
      const path = open.pop() as string;
      if (seen.has(path)) continue;
      seen.add(path);
      for (const reference of this.projects.get(path)?.references ?? []) open.push(...this.resolve(path, reference));
    }
    return seen;
  }

  /** Whether a program is one that a cluster would run: it serves, or it is hosted and works on data that others share. */
  isServer(path: string, inImage: (dir: string) => boolean): boolean {
    const facts = this.projects.get(path);
    if (!facts || facts.client) return false;
    if (facts.serves || (facts.program && inImage(dirname(path)))) return true;
    if (!facts.program) return false;
    const parts = [...this.reached([path])].flatMap((each) => this.projects.get(each) ?? []);
    return parts.some(({ serves }) => serves) || (facts.hosted && parts.some(({ sharesData }) => sharesData));
  }
}

/**
 * Folders of projects whose code runs in no replica, since it belongs to programs that are no servers (desktop and mobile
 * clients, agents, command lines) and to nothing else. Without a server among the projects none is left out, and
 * neither is a library that no program builds upon, which may be loaded when the server runs.
 * `inImage` says whether a folder holds the recipe of an image.
 */
export function clientProjects(projects: Projects, inImage: (dir: string) => boolean): ReadonlySet<string> {
  const graph = new ProjectGraph(projects);
  const servers = [...projects.keys()].filter((path) => graph.isServer(path, inImage));
  if (servers.length === 0) return new Set();
  const serving = graph.reached(servers);
  const others = [...projects].filter(([path, facts]) => (facts.program || facts.client) && !serving.has(path)).map(([path]) => path);
  const kept = new Set([...serving].map(dirname));
  return new Set([...graph.reached(others)].filter((path) => !serving.has(path)).map(dirname).filter((dir) => dir !== '' && !kept.has(dir)));
}
