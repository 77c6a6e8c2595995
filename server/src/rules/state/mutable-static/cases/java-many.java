package shop.config;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;

@Service
class Tables {
    // expect-next state/mutable-static warning {field=names, type=Tables, count=5} -- one design, told once
    private Map<String, String> names = new HashMap<>();
    // clean-next state/mutable-static -- told with the first
    private Map<String, String> codes = new HashMap<>();
    // clean-next state/mutable-static -- told with the first
    private Map<String, String> prices = new HashMap<>();
    // clean-next state/mutable-static -- told with the first
    private Map<String, String> rates = new HashMap<>();
    // clean-next state/mutable-static -- told with the first
    private Map<String, String> places = new HashMap<>();
    // expect-next state/mutable-static error {field=orders} -- what is certain is told by itself
    private final Map<String, Order> orders = new HashMap<>();
    private final TableDao tableDao;

    Tables(TableDao tableDao) {
        this.tableDao = tableDao;
    }

    public void reload() {
        names = tableDao.findAll("names");
        codes = tableDao.findAll("codes");
        prices = tableDao.findAll("prices");
        rates = tableDao.findAll("rates");
        places = tableDao.findAll("places");
    }

    public void order(String user, Order order) {
        orders.put(user, order);
    }
}
