package shop;

// clean-next platform/vendor-api -- its sources are in the workspace
import com.ibm.websphere.samples.shop.util.Log;

public class Other {
}
