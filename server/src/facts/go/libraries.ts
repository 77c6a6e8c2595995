/** What a library call of Go puts into the memory or on the disk of one process. */
export type GoTopic = 'cache' | 'limit' | 'search' | 'search-memory' | 'captcha' | 'lock' | 'watch' | 'multicast';

/** Calls of a library that keep something in the process. */
export interface GoLibrary {
  readonly topic: GoTopic;
  readonly path: RegExp;
  readonly name: RegExp;
  /** How readers know it. */
  readonly library: string;
  /** What in the call, or in the file, puts a store behind it that replicas share. */
  readonly unless?: RegExp;
  /** The option that decides where it keeps its data. */
  readonly option?: string;
}

const cache = (path: RegExp, library: string, name = /^New\w*$/, unless?: RegExp): GoLibrary => ({ topic: 'cache', path, name, library, ...(unless ? { unless } : {}) });
const limit = (path: RegExp, library: string, name: RegExp, option?: string, unless?: RegExp): GoLibrary => ({ topic: 'limit', path, name, library, ...(option === undefined ? {} : { option }), ...(unless ? { unless } : {}) });

/** Libraries whose calls tell by themselves. */
export const goLibraries: readonly GoLibrary[] = [
  cache(/\/go-cache$|songzhibin97\/gkit\/cache\/local_cache$/, 'go-cache', /^New(?:From|MemCache|Cache)?$/),
  cache(/dgraph-io\/ristretto(?:\/v\d+)?$/, 'ristretto', /^NewCache$/),
  cache(/allegro\/bigcache(?:\/v\d+)?$/, 'bigcache', /^New(?:BigCache)?$/),
  cache(/hashicorp\/golang-lru(?:\/v\d+)?(?:\/expirable|\/arc\/v2)?$/, 'golang-lru', /^New(?:WithEvict|2Q|ARC|LRU)?$/),
  cache(/coocood\/freecache$/, 'freecache', /^NewCache$/),
  cache(/VictoriaMetrics\/fastcache$/, 'fastcache', /^(?:New|LoadFromFile\w*)$/),
  cache(/jellydator\/ttlcache(?:\/v\d+)?$|ReneKroon\/ttlcache/, 'ttlcache', /^New(?:Cache)?$/),
  cache(/karlseguin\/ccache(?:\/v\d+)?$/, 'ccache', /^(?:New|Layered|SecondaryNew)$/),
  cache(/maypok86\/otter(?:\/v\d+)?$/, 'otter', /^(?:New|Must|MustBuilder|NewBuilder)$/),
  cache(/bluele\/gcache$/, 'gcache', /^New$/),
  cache(/muesli\/cache2go$/, 'cache2go', /^Cache$/),
  cache(/gin-contrib\/cache\/persistence$/, 'gin-contrib/cache', /^NewInMemoryStore$/),
  cache(/chenyahui\/gin-cache\/persist$/, 'gin-cache', /^NewMemoryStore$/),
  cache(/victorspringer\/http-cache\/adapter\/memory$/, 'http-cache', /^NewAdapter$/),
  cache(/gofiber\/fiber(?:\/v\d+)?\/middleware\/cache$/, 'fiber cache', /^New$/, /\bStorage\s*:/),
  cache(/go-pkgz\/lcw(?:\/v\d+)?$/, 'lcw', /^New(?:LruCache|ExpirableCache)$/, /\.EventBus\(/),
  cache(/eko\/gocache\/(?:lib|store)\/[\w/]*(?:go_cache|bigcache|ristretto|freecache)/, 'gocache', /^New\w+$/),
  limit(/didip\/tollbooth(?:\/v\d+)?$|didip\/tollbooth(?:\/v\d+)?\/limiter$/, 'tollbooth', /^New(?:Limiter)?$/),
  limit(/ulule\/limiter(?:\/v\d+)?\/drivers\/store\/memory$/, 'ulule/limiter', /^NewStore\w*$/, 'store'),
  limit(/go-chi\/httprate$/, 'httprate', /^(?:Limit\w*|NewRateLimiter)$/, 'WithLimitCounter', /WithLimitCounter|httprateredis/),
  limit(/labstack\/echo(?:\/v\d+)?\/middleware$/, 'echo', /^NewRateLimiterMemoryStore\w*$/, 'Store'),
  limit(/gofiber\/fiber(?:\/v\d+)?\/middleware\/limiter$/, 'fiber limiter', /^New$/, 'Storage', /\bStorage\s*:/),
  limit(/sethvargo\/go-limiter\/memorystore$/, 'go-limiter', /^New$/, 'store'),
  limit(/JGLTechnologies\/gin-rate-limit$/, 'gin-rate-limit', /^InMemoryStore$/, 'store'),
  limit(/throttled\/throttled(?:\/v\d+)?\/store\/memstore$/, 'throttled', /^New(?:Ctx)?$/, 'store'),
  { topic: 'search', path: /blevesearch\/bleve(?:\/v\d+)?$/, name: /^(?:New|NewUsing|Open|OpenUsing)$/, library: 'Bleve' },
  { topic: 'search-memory', path: /blevesearch\/bleve(?:\/v\d+)?$/, name: /^NewMemOnly$/, library: 'Bleve' },
  { topic: 'search', path: /blugelabs\/bluge$/, name: /^OpenWriter$/, library: 'Bluge' },
  { topic: 'captcha', path: /dchest\/captcha$/, name: /^(?:New|NewLen|Server|VerifyString|NewMemoryStore)$/, library: 'captcha', unless: /\bSetCustomStore\(/ },
  { topic: 'captcha', path: /mojocn\/base64Captcha$/i, name: /^NewMemoryStore$/, library: 'base64Captcha' },
  { topic: 'lock', path: /gofrs\/flock$|theckman\/go-flock$|nightlyone\/lockfile$|juju\/fslock$|alexflint\/go-filemutex$/, name: /^(?:New|NewFlock)$/, library: 'flock' },
  { topic: 'lock', path: /^(?:syscall|golang\.org\/x\/sys\/unix)$/, name: /^(?:Flock|FcntlFlock)$/, library: 'flock' },
  { topic: 'watch', path: /fsnotify\/fsnotify$|radovskyb\/watcher$|rjeczalik\/notify$/, name: /^(?:NewWatcher|NewBufferedWatcher|New|Watch)$/, library: 'fsnotify' },
  { topic: 'multicast', path: /^net$/, name: /^ListenMulticastUDP$/, library: 'net' },
  { topic: 'multicast', path: /hashicorp\/mdns$|grandcat\/zeroconf$/, name: /^(?:NewServer|Register|Query|NewResolver)$/, library: 'mDNS' },
];

/** Packages whose import makes a file worth a look. */
export const goLibraryNeedle = /"[\w./-]*(?:go-cache|local_cache|ristretto|bigcache|golang-lru|freecache|fastcache|ttlcache|ccache|maypok86\/otter|bluele\/gcache|cache2go|gin-contrib\/cache|gin-cache|http-cache|middleware\/(?:cache|limiter)|eko\/gocache|go-pkgz\/lcw|tollbooth|ulule\/limiter|go-chi\/httprate|go-limiter|gin-rate-limit|throttled|blevesearch\/bleve|blugelabs\/bluge|dchest\/captcha|base64Captcha|go-?flock|gofrs\/flock|lockfile|fslock|go-filemutex|fsnotify|radovskyb\/watcher|rjeczalik\/notify|hashicorp\/mdns|zeroconf)(?:[\w./-]*)"/;
