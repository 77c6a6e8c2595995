package shop.entry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

@Controller
class LoginPage {
    private static final String BASE = "oauth2/authorization";

    @Autowired
    private ClientRegistrationRepository clients;

    // clean-next state/mutable-static -- each request puts in what configuration registers
    private final Map<String, String> loginAddresses = new HashMap<>();
    // expect-next state/mutable-static error -- what a request brings is seen by the next one
    private final Map<String, String> answers = new HashMap<>();

    @GetMapping("/login")
    String login() {
        Iterable<ClientRegistration> registrations = (Iterable<ClientRegistration>) clients;
        registrations.forEach(each -> loginAddresses.put(each.getClientName(), BASE + "/" + each.getRegistrationId()));
        return "login";
    }

    @PostMapping("/visit")
    String visit(HttpServletRequest request) {
        List<String> names = new ArrayList<>();
        names.add(request.getParameter("name"));
        answers.put("last", names.get(0));
        return "visit";
    }
}

class MappingFilter implements Filter {
    // clean-next state/mutable-static -- the settings of the application, read when the first request comes
    private final Map<String, String> mappings = new HashMap<>();
    // expect-next state/mutable-static warning -- a collaborator hands in what requests bring
    private final Set<String> seen = new HashSet<>();
    private boolean ready = false;
    private Visits visits = new Visits();

    public void init(FilterConfig config) {
    }

    private synchronized void prepare() {
        if (ready) {
            return;
        }
        AppConfig config = AppContext.current();
        final Map<String, String> all = new HashMap<>((Map) config.getProperties());
        for (Map.Entry<String, String> entry : all.entrySet()) {
            String[] parts = entry.getKey().split("\\.");
            String order = parts.length == 2 ? "0" : parts[2];
            addMapping(parts[1], order, entry.getValue());
        }
        ready = true;
    }

    private void addMapping(String name, String order, String value) {
        mappings.put(name + order, value);
    }

    private void note(String visitor) {
        seen.add(visitor);
    }

    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException {
        prepare();
        note(visits.current(request));
        response.getWriter().print(mappings.get("a") + seen.size());
    }
}

class Labels {
    // expect-next state/mutable-static info {field=ENTERED} -- read from the database the first time, so it is a copy
    private static final Set<String> ENTERED = new HashSet<>();
    private static volatile boolean loaded = false;

    static Set<String> entered(StatusService statusService) {
        if (!loaded) {
            String id = statusService.findId("entered");
            ENTERED.add(id);
            loaded = true;
        }
        return ENTERED;
    }
}

class FormBase {
    // clean-next state/mutable-static -- one entry for each class of the program
    static final Map<Class<?>, Map<String, Class<?>>> classCache = new ConcurrentHashMap<>();

    Class<?> typeOf(String path) {
        Map<String, Class<?>> types = classCache.get(getClass());
        if (types == null) {
            types = new HashMap<>();
            classCache.put(getClass(), types);
        }
        return types.computeIfAbsent(path, this::find);
    }
}

@Controller
class Totals {
    // expect-next state/mutable-static error {field=basket} -- how often it is added up is up to the request
    private static final Map<String, Integer> basket = new HashMap<>();

    @PostMapping("/total")
    String total(HttpServletRequest request) {
        int sum = 0;
        for (int position = 0; position < request.getParameterValues("item").length; position++) {
            sum += position * 3;
        }
        basket.put("last", sum);
        return "total";
    }
}
