package shop;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

class Accounts {
    private static final String OS = System.getProperty("os.name");
    static final String LINUX_USERS = "getent passwd";
    static final String MAC_USERS = "dscl . -readall /Users UniqueID";

    void build() throws Exception {
        if (OS.startsWith("Mac")) {
            read(MAC_USERS);
            // clean-next work/process-spawn -- no container is a Mac
            Runtime.getRuntime().exec("sw_vers -productVersion");
        } else {
            read(LINUX_USERS);
        }
    }

    private void read(String command) throws Exception {
        // expect-next work/process-spawn warning {tool=getent}
        Runtime.getRuntime().exec(new String[] {"bash", "-c", command});
    }
}

class Git {
    private final String program = "git";

    void add(String directory) throws Exception {
        run(directory, new GitCommand("add", "a.txt"));
    }

    void run(String directory, GitCommand command) throws Exception {
        // expect-next work/process-spawn info -- what the class puts before its arguments is not known here
        new ProcessBuilder(command).directory(new File(directory)).start();
    }

    class GitCommand extends ArrayList<String> {
        GitCommand(String name, String... parameters) {
            add(program);
            add(name);
            addAll(List.of(parameters));
        }
    }
}
