package shop;

import java.util.Set;

// clean-next platform/vendor-api -- asked for by its name first: other servers are no less welcome
import org.jboss.modules.ModuleClassLoader;

public class Packages {

    public Set<String> all() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        if (loader.getClass().getName().equals("org.jboss.modules.ModuleClassLoader")) {
            return ((ModuleClassLoader) loader).getModule().getExportedPaths();
        }
        return Set.of();
    }
}
