package shop.meta;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.convert.ConversionService;
import shop.schema.Model;
import shop.schema.Node;

final class KeyHelper {
    // clean-next state/mutable-static -- keys of a model of the program; this Model is not what Spring hands to controllers
    private static final Map<Model, List<String>> KEYS = new HashMap<>();

    static void addKeys(Model model, List<String> keys) {
        KEYS.put(model, keys);
    }

    static List<String> keysOf(Model model) {
        return KEYS.get(model);
    }
}

abstract class FilteringDao {
    private ConversionService conversionService;

    // clean-next state/mutable-static -- what the classes say of their properties; converting reads no data
    private static final Map<String, Boolean> known = new ConcurrentHashMap<>();

    boolean isKnown(Class<?> type, String property) {
        return known.computeIfAbsent(type.getName() + property, key -> conversionService.canConvert(String.class, typeOf(type, property)));
    }

    abstract Class<?> typeOf(Class<?> type, String property);
}

final class LabelDao {
    private LabelService labelService;

    // expect-next state/mutable-static info -- this service is asked for what it keeps
    private static final Map<String, String> labels = new ConcurrentHashMap<>();

    String label(String key) {
        return labels.computeIfAbsent(key, each -> labelService.load(each));
    }
}

final class ObjectStore {
    // clean-next state/mutable-static -- one object of the class for each name in the configuration
    private static final Map<String, ObjectStore> instances = new HashMap<>();
    private final Node node;

    private ObjectStore(Node node) {
        this.node = node;
    }

    static ObjectStore getInstance(String alias, NodeService service) {
        synchronized (instances) {
            ObjectStore store = instances.get(alias);
            if (store == null) {
                store = new ObjectStore(service.find(alias));
                instances.put(alias, store);
            }
            return store;
        }
    }
}

final class Cart {
    // expect-next state/mutable-static error -- what a customer has chosen, by whatever name it is handed out
    private static final Map<String, Cart> instances = new HashMap<>();

    static Cart getInstance(String customer) {
        Cart cart = instances.get(customer);
        if (cart == null) {
            cart = new Cart();
            instances.put(customer, cart);
        }
        return cart;
    }
}

final class AssetTypes {
    // clean-next state/mutable-static -- filled by the method that starts with the container
    private static final Map<String, String> types = new HashMap<>();
    private static AssetProvider provider;

    public static void initialise(Container container) {
        doInitialise();
    }

    static void doInitialise() {
        types.clear();
        for (String type : provider.listTypes()) {
            types.put(type, provider.describe(type));
        }
    }

    static String describe(String type) {
        return types.get(type);
    }
}
