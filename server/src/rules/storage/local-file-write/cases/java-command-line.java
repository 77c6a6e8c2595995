package shop;

import java.io.FileWriter;

/** A program for the operator's shell. */
public class ExportTool {
    public static void main(String[] args) throws Exception {
        write("/tmp/out.csv");
    }

    private static void write(String path) throws Exception {
        // clean-next storage/local-file-write -- nothing but main can be called
        new FileWriter(path).close();
    }
}
