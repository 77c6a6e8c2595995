package shop;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.FileSystemResource;

class PriceImport {
    // expect-next storage/hard-coded-path warning {path=D:\prices\}
    private static final String PRICE_DIR = "D:\\prices\\";
    //                                      ^^^^^^^^^^^^^^
    // clean-next storage/hard-coded-path -- used when nothing else is set
    private static final String DEFAULT_HOME = "/opt/shop";
    // clean-next storage/hard-coded-path -- a route of the application
    private static final String LIST_PATH = "/prices/list";
    // clean-next storage/hard-coded-path -- the folder is written below, which local-file-write tells
    private static final String EXPORT_DIR = "/data/export";
    @Value("${shop.inbox:/data/inbox}")
    private String inbox;

    void read(String name) throws Exception {
        new FileInputStream(PRICE_DIR + name).close();
    }

    void keys() throws Exception {
        // expect-next storage/hard-coded-path warning {path=/etc/shop/shop.jks}
        Files.readAllBytes(Paths.get("/etc/shop/shop.jks"));
    }

    // expect-next storage/hard-coded-path info
    private static final String DEFAULT_STORE = "/opt/shop/store/";

    void fill(String configured) throws Exception {
        new FileInputStream((configured == null ? DEFAULT_STORE : configured) + "rows.csv").close();
    }

    File found() {
        // expect-next storage/hard-coded-path info
        File file = new File("/opt/shop/prices.csv");
        return file.exists() ? file : null;
    }

    File share(String name) {
        // expect-next storage/hard-coded-path warning
        return new File("\\\\nas01\\prices\\" + name);
    }

    FileSystemResource orders() {
        // expect-next storage/hard-coded-path warning {path=/orders/today.csv}
        return new FileSystemResource("/orders/today.csv");
    }

    void export() throws Exception {
        // clean-next storage/hard-coded-path -- the same folder, told with the write
        new File("/data").mkdirs();
        new FileOutputStream(EXPORT_DIR + "/prices.csv").close();
    }

    void message(org.slf4j.Logger log, javax.servlet.http.HttpServletRequest request, String folder) throws Exception {
        // clean-next storage/hard-coded-path -- a text for people
        log.info("/opt/shop is read");
        // clean-next storage/hard-coded-path -- inside the class path
        getClass().getResourceAsStream("/data/prices.csv");
        // clean-next storage/hard-coded-path -- a page
        request.getRequestDispatcher("/app/prices.jsp");
        // clean-next storage/hard-coded-path -- the system's own
        new FileInputStream("/dev/urandom").close();
        // clean-next storage/hard-coded-path -- the system's own
        Files.readAllBytes(Path.of("/proc/self/status"));
        // clean-next storage/hard-coded-path -- below a folder that is told elsewhere
        new File(folder + "/data/prices.csv");
        // clean-next storage/hard-coded-path -- asked, not opened
        if (folder.startsWith("C:/prices")) return;
        // clean-next storage/hard-coded-path -- what the environment says goes first
        new File(System.getenv().getOrDefault("PRICE_FILE", "/opt/shop/prices.csv"));
    }
}

class WebConfig {
    void add(org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry registry) {
        // expect-next storage/hard-coded-path warning {path=file:///C:/shop/images/}
        registry.addResourceHandler("/images/**").addResourceLocations("file:///C:/shop/images/");
        // clean-next storage/hard-coded-path -- on the class path
        registry.addResourceHandler("/js/**").addResourceLocations("classpath:/static/js/");
    }
}

class WordTemplate {
    public static void main(String[] args) throws Exception {
        // expect-next storage/hard-coded-path info
        new FileInputStream("D:\\templates\\order.docx").close();
    }
}
