package shop;

import java.io.IOException;

class DiskSpace {
    void free(boolean windows) throws IOException {
        perform(windows ? new String[] { "cmd.exe", "/C", "dir" } : new String[] { "df", "-k" });
    }

    private void perform(String[] command) throws IOException {
        // expect-next work/process-spawn info
        Runtime.getRuntime().exec(command);
    }
}
