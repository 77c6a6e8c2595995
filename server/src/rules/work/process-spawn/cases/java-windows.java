package shop;

import java.io.IOException;

class DiskSpace {
    void free(boolean windows) throws IOException {
        perform(windows ? new String[] { "cmd.exe", "/C", "dir" } : new String[] { "df", "-k" });
    }

    private void perform(String[] command) throws IOException {
        // clean-next work/process-spawn -- on Linux it is df, which every image has
        Runtime.getRuntime().exec(command);
    }
}
