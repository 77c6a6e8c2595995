package kr.agent;

// expect-next platform/vendor-api warning {vendor=JBoss/WildFly}
import org.jboss.security.SecurityContextAssociation;

public class Login {
    public String user() {
        return SecurityContextAssociation.getPrincipal().getName();
    }
}
