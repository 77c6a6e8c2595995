package shop.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.PostConstruct;
import javax.inject.Singleton;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.annotation.RequestScope;

@Controller
class OrderController {
    // expect-next state/mutable-static error {field=orders, type=OrderController}
    private final Map<String, Order> orders = new HashMap<>();

    // expect-next state/mutable-static error {field=currentUser}
    private String currentUser;

    // clean-next state/mutable-static -- set by the container before the first request
    private String viewName = "order";

    @PostMapping("/orders")
    String place(Order order, HttpServletRequest request) {
        orders.put(order.id(), order);
        currentUser = request.getRemoteUser();
        return viewName;
    }

    public void setViewName(String viewName) {
        this.viewName = viewName;
    }
}

class ReportServlet extends HttpServlet {
    // expect-next state/mutable-static error {field=month}
    private String month;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        month = request.getParameter("month");
    }
}

@Singleton
class ChatLog {
    // expect-next state/mutable-static warning {field=lines}
    private final CircularBuffer<String> lines;

    ChatLog() {
        lines = new CircularBuffer<>(50);
    }

    void said(String line) {
        lines.add(line);
    }
}

@Component
class PartitionTable {
    // expect-next state/mutable-static warning {field=owners}
    private final Map<Integer, String> owners = new HashMap<>();

    void assigned(int partition, String owner) {
        owners.put(partition, owner);
    }
}

class BanList {
    private static BanList instance;

    // expect-next state/mutable-static warning {field=banned}
    private final List<String> banned = new ArrayList<>();

    static BanList getInstance() {
        if (instance == null) instance = new BanList();
        return instance;
    }

    void ban(String address) {
        banned.add(address);
    }
}

@Service
class RuleBook {
    // clean-next state/mutable-static -- filled once at start
    private final Map<String, String> rules = new HashMap<>();

    // clean-next state/mutable-static -- collaborators register themselves
    private final List<String> names = new ArrayList<>();

    @PostConstruct
    void load() {
        rules.put("vat", "10");
        more();
    }

    private void more() {
        rules.put("fee", "3");
    }

    void registerName(String name) {
        names.add(name);
    }
}

@Component
@RequestScope
class MediaPaths {
    // clean-next state/mutable-static -- lives for one request
    private final Map<String, String> cache = new HashMap<>();

    void put(String item, String path) {
        cache.put(item, path);
    }
}

@Component
@Scope("prototype")
class Wizard {
    // clean-next state/mutable-static -- one instance per use
    private final List<String> answers = new ArrayList<>();

    void answer(String text) {
        answers.add(text);
    }
}

class Order {
    // clean-next state/mutable-static -- a value object, not a singleton
    private final List<String> items = new ArrayList<>();

    void add(String item) {
        items.add(item);
    }
}
