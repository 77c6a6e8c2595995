package shop;

// expect-next platform/vendor-api warning {vendor=WebLogic}
import weblogic.application.ApplicationLifecycleListener;
//     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
import weblogic.application.ApplicationLifecycleEvent;

public class Startup extends ApplicationLifecycleListener {
    // clean-next platform/vendor-api -- told once for the application
    private String factory = "weblogic.jndi.WLInitialContextFactory";
}
