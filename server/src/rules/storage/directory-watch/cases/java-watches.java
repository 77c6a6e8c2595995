package shop;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.WatchService;
import org.apache.commons.io.monitor.FileAlterationMonitor;
import org.apache.commons.io.monitor.FileAlterationObserver;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.file.dsl.Files;

class OrderInbox {
    void listen(Path inbox) throws Exception {
        // expect-next storage/directory-watch info {by=newWatchService}
        WatchService watch = FileSystems.getDefault().newWatchService();
        //                                            ^^^^^^^^^^^^^^^
    }

    IntegrationFlow flow() {
        // expect-next storage/directory-watch info
        return IntegrationFlow.from(Files.inboundAdapter(new java.io.File("/inbox"))).get();
    }

    void poll(FileAlterationObserver observer) throws Exception {
        // expect-next storage/directory-watch info
        new FileAlterationMonitor(5000, observer).start();
    }
}

class CertificateReloader {
    void watch() throws Exception {
        // clean-next storage/directory-watch -- every pod reloads its own keys
        WatchService watch = FileSystems.getDefault().newWatchService();
    }
}

class InboxTool {
    public static void main(String[] args) throws Exception {
        // clean-next storage/directory-watch -- a program that someone starts by hand
        FileSystems.getDefault().newWatchService();
    }
}
