package shop;

import java.io.FileOutputStream;
import java.io.OutputStream;
import org.springframework.beans.factory.annotation.Value;

public class ReportWriter {
    @Value("#{fileProperties['report.dir']}")
    private String reportDir;

    @Value("#{settings.getProperty('export.dir') ?: '/srv/export/'}")
    private String exportDir;

    @Value("#{5 * 60}")
    private String seconds;

    void report(String name, byte[] bytes) throws Exception {
        // expect-next storage/local-file-write warning {where=report.dir}
        try (OutputStream out = new FileOutputStream(folder(reportDir) + name)) {
            out.write(bytes);
        }
    }

    private String folder(String base) {
        return base + "2024/";
    }

    void export(String name, byte[] bytes) throws Exception {
        // expect-next storage/local-file-write warning {where=export.dir}
        try (OutputStream out = new FileOutputStream(exportDir + name)) {
            out.write(bytes);
        }
    }

    void other(byte[] bytes, String name) throws Exception {
        // clean-next storage/local-file-write -- no setting, and only the caller knows the file
        try (OutputStream out = new FileOutputStream(name + seconds)) {
            out.write(bytes);
        }
    }
}
