package shop.async;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.annotation.PostConstruct;

@javax.enterprise.context.ApplicationScoped
class TaskHandles {
    // expect-next state/mutable-static warning {field=handles} -- a later request asks how far the task has come
    private final Map<String, TaskHandle> handles = new ConcurrentHashMap<>();

    // expect-next state/mutable-static warning {field=locks} -- who works on what
    private final ConcurrentMap<DocumentLock, String> locks = new ConcurrentHashMap<>();

    void registerTaskHandle(String key, TaskHandle handle) {
        handles.putIfAbsent(key, handle);
    }

    String owner(DocumentLock lock, String user) {
        return locks.putIfAbsent(lock, user);
    }

    void release(DocumentLock lock) {
        locks.remove(lock);
    }

    TaskHandle byKey(String key) {
        return handles.get(key);
    }
}

class Permissions {
    // expect-next state/mutable-static warning {field=permissions} -- loaded again where this replica dropped it
    private static Map<String, Permission> permissions = null;

    // clean-next state/mutable-static -- loaded at start only
    private static Map<String, Permission> defaults = null;

    private PermissionService permissionService;

    @PostConstruct
    public void load() {
        permissions = permissionService.findAll();
    }

    @PostConstruct
    public void loadDefaults() {
        defaults = permissionService.findDefaults();
    }

    public void clear() {
        permissions = null;
    }

    public Collection<Permission> all() {
        if (permissions == null) {
            load();
        }
        return permissions.values();
    }
}
