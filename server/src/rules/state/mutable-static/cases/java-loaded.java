package shop.tax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;

@Service
class TaxCollection {
    private TaxRateService taxRateService;

    // expect-next state/mutable-static warning {field=codes}
    private final Map<String, String> codes = new HashMap<>();

    // clean-next state/mutable-static -- texts that lie in the image
    private static final Map<String, Properties> texts = new HashMap<>();

    // expect-next state/mutable-static warning {field=receipts}
    private final Map<String, Receipt> receipts = new ConcurrentHashMap<>();

    void collect(Bill bill) {
        List<TaxRate> rates = taxRateService.findAllActive();
        for (TaxRate rate : rates) {
            codes.put(rate.getType(), rate.getReason());
        }
        bill.apply(codes);
    }

    static String text(String file, String key) throws java.io.IOException {
        Properties properties = new Properties();
        properties.load(TaxCollection.class.getResourceAsStream(file));
        texts.put(file, properties);
        return texts.get(file).getProperty(key);
    }

    void pay(String receiptNo, Receipt receipt) {
        receipts.put(receiptNo, receipt);
    }

    Receipt receipt(String receiptNo) {
        return receipts.get(receiptNo);
    }
}

class Deployment {
    // clean-next state/mutable-static -- only the run that begins by emptying it reads it
    private static final Set<String> missingUsers = new HashSet<>();

    // expect-next state/mutable-static error {field=deployedUsers} -- others read it at any time
    private static final Set<String> deployedUsers = new HashSet<>();

    void run(Source source) {
        missingUsers.clear();
        deployedUsers.clear();
        source.each(this::deploy);
        if (!missingUsers.isEmpty()) {
            source.warn(missingUsers.toString());
        }
    }

    void deploy(String user) {
        addMissing(user);
        addDeployed(user);
    }

    static void addMissing(String user) {
        missingUsers.add(user);
    }

    static void addDeployed(String user) {
        deployedUsers.add(user);
    }

    static boolean isDeployed(String user) {
        return deployedUsers.contains(user);
    }
}

class Cleaner extends Thread {
    private static Cleaner instance = new Cleaner();

    // clean-next state/mutable-static -- only the thread itself works with it
    private final Set<String> deletedUsers = new HashSet<>();

    // expect-next state/mutable-static error {field=pausedUsers}
    private final Set<String> pausedUsers = new HashSet<>();

    static Cleaner getInstance() {
        return instance;
    }

    public void run() {
        while (true) {
            clean(oldest());
        }
    }

    private void clean(String user) {
        if (!deletedUsers.contains(user) && !pausedUsers.contains(user)) {
            deletedUsers.add(user);
        }
    }

    public void pause(String user) {
        pausedUsers.add(user);
    }

    private String oldest() {
        return "";
    }
}

@Service
class Accounts {
    private TaxRateService taxRateService;

    // expect-next state/mutable-static warning {field=accounts}
    private static final Map<String, List<String>> accounts = new HashMap<>();

    void prepare() {
        List<String> expenses = new ArrayList<>();
        for (Account account : taxRateService.findAccounts("expense")) {
            expenses.add(account.getId());
        }
        accounts.put("Expense", expenses);
    }

    List<String> accountsOf(String kind) {
        return accounts.get(kind);
    }
}

@Service
class Locales {
    // clean-next state/mutable-static -- texts that lie in the image, whatever reads them
    private final Map<String, String> languageBundles = new ConcurrentHashMap<>();

    String bundle(String language) throws java.io.IOException {
        String known = languageBundles.get(language);
        if (known == null) {
            known = java.nio.file.Files.readString(java.nio.file.Path.of("l10n", language + ".json"));
            languageBundles.put(language, known);
        }
        return known;
    }
}
