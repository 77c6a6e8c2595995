package kr.agent.jboss;

// clean-next platform/vendor-api -- a part that is only loaded into programs on that server
import org.jboss.as.security.remoting.RemotingContext;

public class RemoteCalls {
    public boolean isRemote() {
        return RemotingContext.isSet();
    }
}
