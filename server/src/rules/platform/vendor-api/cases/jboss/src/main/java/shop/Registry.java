package shop;

// clean-next platform/vendor-api -- a library that the application ships
import org.jboss.resteasy.annotations.Form;
// clean-next platform/vendor-api -- a library that the application ships
import org.jboss.logging.Logger;
// expect-next platform/vendor-api warning {vendor=JBoss/WildFly}
import org.jboss.as.server.CurrentServiceContainer;

public class Registry {
}
