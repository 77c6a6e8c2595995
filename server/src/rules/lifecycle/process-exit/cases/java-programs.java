package shop.tools;

import org.springframework.boot.CommandLineRunner;
import org.springframework.stereotype.Component;

class Export {
    public static void main(String[] args) {
        // clean-next lifecycle/process-exit -- a program's exit code
        if (args.length == 0) System.exit(64);
        run(args);
    }

    static void run(String[] args) {
        // clean-next lifecycle/process-exit -- serves a program
        System.exit(0);
    }
}

@Component
class Migration implements CommandLineRunner {
    public void run(String... args) {
        // clean-next lifecycle/process-exit -- ends a batch run
        System.exit(0);
    }
}

class Lifecycles {
    void stop() {
        // clean-next lifecycle/process-exit -- nothing tells that a request leads here
        System.exit(0);
    }
}

class Exits {
    void exit(Door door) {
        // clean-next lifecycle/process-exit -- another exit
        door.exit(0);
    }
}
