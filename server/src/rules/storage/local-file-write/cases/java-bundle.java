package shop.pages;

import java.io.File;
import java.net.URL;
import java.util.Enumeration;
import javax.servlet.ServletContext;
import org.apache.commons.io.FileUtils;
import org.osgi.framework.Bundle;

class PageLoader {
    private ServletContext context;

    void load(Bundle bundle) throws Exception {
        File pages = new File(context.getRealPath("/"), "pages");
        Enumeration<URL> found = bundle.findEntries("/pages", "*.jsp", true);
        while (found.hasMoreElements()) {
            URL page = found.nextElement();
            // clean-next storage/local-file-write -- comes with the program: every replica unpacks it for itself
            FileUtils.copyURLToFile(page, new File(pages, page.getFile()));
        }
    }

    void fetch(URL page) throws Exception {
        // expect-next storage/local-file-write warning -- what another server gives out
        FileUtils.copyURLToFile(page, new File(context.getRealPath("/"), "fetched.jsp"));
    }
}
