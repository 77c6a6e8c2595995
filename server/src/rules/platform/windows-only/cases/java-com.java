package shop.report;

// expect-next platform/windows-only warning {name=com.jacob.activeX.ActiveXComponent}
import com.jacob.activeX.ActiveXComponent;
//     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
import java.util.List;

public class ExcelReport {
    // clean-next platform/windows-only -- a name of one's own
    private final String registry = "kernel32";
}
