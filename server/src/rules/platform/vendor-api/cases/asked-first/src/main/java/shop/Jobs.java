package shop;

// expect-next platform/vendor-api warning
import com.ibm.websphere.asynchbeans.WorkManager;

public class Jobs {

    private WorkManager manager;

    public String kind() {
        return "com.ibm.websphere.asynchbeans.WorkManager";
    }
}
