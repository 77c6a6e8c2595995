package shop.parts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.transaction.Transaction;
import org.springframework.stereotype.Service;

@Service
class Parts {
    // clean-next state/mutable-static -- parts of the program, which every process has
    private final List<IMailNotifier> notifiers = new ArrayList<>();
    // clean-next state/mutable-static -- beans of the management of this process
    private final Map<String, DiskMXBean> beans = new ConcurrentHashMap<>();
    // clean-next state/mutable-static -- without type arguments, told by what is put in
    private static Hashtable digesters = new Hashtable();
    // clean-next state/mutable-static -- a transaction ends in the process that began it
    private final Map<Transaction, Changes> pending = new ConcurrentHashMap<>();

    void add(IMailNotifier notifier) {
        notifiers.add(notifier);
    }

    void put(String name, DiskMXBean bean) {
        beans.put(name, bean);
    }

    void digest(String name, QueryDigester digester) {
        digesters.put(name, digester);
    }

    void changed(Transaction transaction, Changes changes) {
        pending.putIfAbsent(transaction, changes);
    }
}

class Declared {
    // expect-next state/mutable-static warning -- known under a name: most likely parts, added at start
    private static final Map<String, MenuModel> models = new HashMap<>();
    // expect-next state/mutable-static warning -- users come with requests
    private static final Map<String, Profile> profiles = new HashMap<>();
    // expect-next state/mutable-static warning {field=excludes}
    private static final Set<String> excludes = ConcurrentHashMap.newKeySet();
    // expect-next state/mutable-static warning {field=configProperties}
    private static final Properties configProperties = new Properties();
    // expect-next state/mutable-static error -- settings of each user
    private static final Map<String, Settings> settingsByUser = new ConcurrentHashMap<>();
    // expect-next state/mutable-static warning {field=versions} -- a copy of what someone else keeps
    private static final Map<String, Version> versions = new HashMap<>();

    static void addModel(String name, MenuModel model) {
        models.put(name, model);
    }

    static void keep(String userName, Profile profile) {
        profiles.put(userName, profile);
    }

    static void addExclude(String path) {
        excludes.add(path);
    }

    static void addProperty(Object key, Object value) {
        configProperties.put(key, value);
    }

    static void settings(String user, Settings settings) {
        settingsByUser.put(user, settings);
    }

    static void take(Map<String, Version> given) {
        for (String key : given.keySet()) {
            versions.put(key, given.get(key));
        }
    }
}

@Service
class Partitions {
    // clean-next state/mutable-static -- follows messages that other nodes send
    private final Map<String, String> topics = new ConcurrentHashMap<>();
    // clean-next state/mutable-static -- told of a change that was made elsewhere
    private final Map<UUID, Integer> limits = new ConcurrentHashMap<>();
    // expect-next state/mutable-static warning {field=parts} -- a call of this process waits for its answer
    private final Map<UUID, Map<Integer, String>> parts = new ConcurrentHashMap<>();
    // expect-next state/mutable-static warning {field=lastSeen} -- what this process saw last
    private final Map<String, String> lastSeen = new ConcurrentHashMap<>();
    // expect-next state/mutable-static warning
    private final Map<String, String> owners = new ConcurrentHashMap<>();
    private final Cluster cluster;

    Partitions(Cluster cluster) {
        this.cluster = cluster;
    }

    public void moved(List<PartitionMsg> messages) {
        messages.forEach(each -> move(each.key(), each.topic()));
    }

    private void move(String key, String topic) {
        topics.put(key, topic);
    }

    public void limitUpdated(UUID tenant, int limit) {
        limits.put(tenant, limit * 2);
    }

    public void ask(Question question) {
        parts.put(question.getRequestId(), new HashMap<>());
        cluster.send(question);
    }

    public void answered(UUID requestId) {
        parts.remove(requestId);
    }

    public boolean isAsked(UUID requestId) {
        return parts.containsKey(requestId);
    }

    public void look(Repository repository) {
        lastSeen.put(repository.name(), repository.head());
    }

    public void own(String item, String owner) {
        owners.put(item, owner);
    }
}

class Jobs {
    // expect-next state/mutable-static warning {field=running} -- what is under way here
    private static final Map<String, Run> running = new ConcurrentHashMap<>();

    void jobStarted(String job) {
        running.put(job, new Run(job));
    }

    void jobFinished(String job) {
        running.remove(job);
    }

    boolean isRunning(String job) {
        return running.containsKey(job);
    }
}

class ClusterSettings {
    private static final ClusterSettings INSTANCE = new ClusterSettings();
    // clean-next state/mutable-static -- tells the other nodes in the same breath
    private final Map<String, String> values = new ConcurrentHashMap<>();

    static ClusterSettings getInstance() {
        return INSTANCE;
    }

    void change(String key, String value) {
        values.put(key, value);
        Tasks.doClusterTask(new PutTask(key, value));
    }
}

class Links {
    // clean-next state/mutable-static -- in capitals and handed in: a constant of the installation
    static String WELCOME_PAGE = "/";
    // expect-next state/mutable-static warning {field=lastPage}
    static String lastPage = "";

    static void given(String page) {
        WELCOME_PAGE = page;
        lastPage = page;
    }
}

@Service
class Limits {
    // expect-next state/mutable-static warning {field=limitsByTenant} -- told of a change, but nothing says by whom
    private final Map<UUID, Integer> limitsByTenant = new ConcurrentHashMap<>();

    public void limitUpdated(UUID tenant, int limit) {
        limitsByTenant.put(tenant, limit * 2);
    }
}

@Service
class Flags {
    // expect-next state/mutable-static warning {field=flags} -- whoever sets it configures the program
    private static final Map<String, Long> flags = new ConcurrentHashMap<>();

    // expect-next state/mutable-static error {field=flagsByUser}
    private static final Map<String, Long> flagsByUser = new ConcurrentHashMap<>();

    static void setFlag(String resource, long flag) {
        Long known = flags.get(resource);
        long merged = known == null ? flag : known | flag;
        flags.put(resource.trim(), merged);
    }

    static void setUserFlag(String user, long flag) {
        Long known = flagsByUser.get(user);
        long merged = known == null ? flag : known | flag;
        flagsByUser.put(user.trim(), merged);
    }
}
