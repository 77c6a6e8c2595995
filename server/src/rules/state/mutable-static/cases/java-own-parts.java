package shop.parts;

import java.io.File;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import groovy.lang.GroovyClassLoader;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

@Component
class Wording implements BundleTrackerCustomizer {
    // clean-next state/mutable-static -- every process is told of the bundles that it starts itself
    private Map<String, String> words = new HashMap<>();
    // expect-next state/mutable-static warning -- what users add is not what a bundle brings
    private Map<String, String> customerWords = new HashMap<>();

    public Object addingBundle(Bundle bundle, BundleEvent event) {
        read(bundle);
        return null;
    }

    private void read(Bundle bundle) {
        words.put(bundle.getSymbolicName(), bundle.getLocation());
    }

    public void rename(String customer, String word) {
        customerWords.put(customer, word);
    }

    public String find(String key) {
        return customerWords.getOrDefault(key, words.get(key));
    }
}

@Service
class Formulas {
    // clean-next state/mutable-static -- compiled code is a part of the program
    private Map<String, Formula> formulas = new HashMap<>();
    // expect-next state/mutable-static info -- prices are data, wherever the formula comes from
    private Map<String, Price> priceCache = new HashMap<>();
    @Autowired
    private PriceRepository repository;

    public Formula formula(String name) throws Exception {
        if (formulas.get(name) == null) {
            formulas.put(name, compile(name));
        }
        return formulas.get(name);
    }

    private Formula compile(String name) throws Exception {
        Class type = new GroovyClassLoader().parseClass(new File("/etc/shop/formulas/" + name));
        return (Formula) type.newInstance();
    }

    public Price price(String name) {
        if (priceCache.get(name) == null) {
            priceCache.put(name, load(name));
        }
        return priceCache.get(name);
    }

    private Price load(String name) {
        return repository.findByName(name);
    }
}

@Component
class SchemaReader extends ModelReader<Table> {
    // clean-next state/mutable-static -- a run of the superclass begins with a new list
    private List<Table> found;
    // expect-next state/mutable-static warning -- nothing begins anew
    private List<Table> customerTables = new ArrayList<>();

    @Override
    protected void beforeRun() {
        found = new ArrayList<>();
    }

    @Override
    protected void process(Table table) {
        found.add(table);
        customerTables.add(table);
    }

    @Override
    public List<Table> getFound() {
        return found;
    }

    public List<Table> all() {
        return customerTables;
    }
}

@Service
class Rebuilds {
    // clean-next state/mutable-static -- how a process knows what it has sent itself
    private final Set<UUID> sent = Collections.synchronizedSet(new HashSet<>());
    // expect-next state/mutable-static warning -- a request asks for what another one was given
    private final Set<UUID> openCustomerRequests = new HashSet<>();
    @Autowired
    private Broker broker;

    public void rebuild() {
        UUID id = UUID.randomUUID();
        sent.add(id);
        broker.broadcast("rebuild", id);
    }

    @Override
    public void handleEvent(RebuildEvent event) {
        if (!isOwn(event)) {
            broker.answer(event);
        }
    }

    private boolean isOwn(RebuildEvent event) {
        if (sent.contains(event.id())) {
            sent.remove(event.id());
            return true;
        }
        return false;
    }

    public UUID open() {
        UUID id = UUID.randomUUID();
        openCustomerRequests.add(id);
        return id;
    }

    public boolean close(UUID id) {
        return openCustomerRequests.remove(id);
    }
}

@Component
class Columns {
    // expect-next state/mutable-static info {count=2} -- both are found out on one occasion
    private Map<String, Boolean> repeatable = new HashMap<>();
    private Map<String, List<Integer>> positions = new HashMap<>();
    @Autowired
    private FormRepository repository;

    public List<Integer> positions(List<String> header) {
        if (repeatable.get(header.toString()) == null) {
            List<Integer> found = new ArrayList<>();
            for (int at = 0; at < header.size(); at++) {
                boolean many = repository.findByName(header.get(at)).isRepeatable();
                repeatable.put(header.toString(), many);
                if (many) {
                    found.add(at);
                }
            }
            positions.put(header.toString(), found);
        }
        return positions.get(header.toString());
    }
}
