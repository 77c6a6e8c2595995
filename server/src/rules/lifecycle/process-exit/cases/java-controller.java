package shop.web;

import javax.servlet.Filter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AdminController {
    private final Settings settings;

    AdminController(Settings settings) {
        this.settings = settings;
    }

    @PostMapping("/admin/restart")
    String restart() {
        // expect-next lifecycle/process-exit info {call=System.exit, where=AdminController.restart}
        new Thread(() -> System.exit(0)).start();
        //                      ^^^^
        return "restarting";
    }

    @PostMapping("/import")
    void read(byte[] data) {
        try {
            settings.read(data);
        } catch (OutOfMemoryError error) {
            // expect-next lifecycle/process-exit info {call=Runtime.halt}
            Runtime.getRuntime().halt(1);
        }
    }
}

class LicenceFilter implements Filter {
    public void doFilter(Object request, Object response, Object chain) {
        // expect-next lifecycle/process-exit info {where=LicenceFilter.doFilter}
        if (request == null) System.exit(3);
    }
}

@Component
class KeyStore {
    @javax.annotation.PostConstruct
    void load() {
        if (System.getenv("KEY") == null) {
            // clean-next lifecycle/process-exit -- a replica without its key must not start
            System.exit(1);
        }
        verify();
    }

    void verify() {
        // clean-next lifecycle/process-exit -- only called while the application starts
        if (System.getenv("KEY").isEmpty()) System.exit(2);
    }

    void hook() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            // clean-next lifecycle/process-exit -- the JVM is ending anyway
            Runtime.getRuntime().halt(0);
        }));
    }
}

@Component
class Sequences {
    public void onApplicationEvent(org.springframework.context.event.ContextRefreshedEvent event) {
        new Transaction(new Work() {
            public void execute() {
                check(true);
            }
        }).run();
    }

    protected void check(boolean broken) {
        // clean-next lifecycle/process-exit -- only the start leads here, through an anonymous class
        if (broken) System.exit(1);
    }
}
