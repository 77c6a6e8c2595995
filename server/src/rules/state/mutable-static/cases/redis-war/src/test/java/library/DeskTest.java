package library;

import static org.junit.Assert.assertTrue;

import library.desk.CopyHoldService;
import org.junit.Test;

public class DeskTest {

    @Test
    public void holdsACopy() {
        assertTrue(new CopyHoldService().hold("Emma", 2, 1));
    }
}
