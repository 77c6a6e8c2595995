package shop;

import java.io.File;
import javax.servlet.annotation.MultipartConfig;
import javax.servlet.http.Part;

@MultipartConfig(location = Inbox.DIR)
class Inbox {
    static final String DIR = "/srv/inbox";

    void keep(Part part) throws Exception {
        // expect-next storage/local-file-write error {where=/srv/inbox}
        part.write(DIR + "/" + part.getSubmittedFileName());
    }
}
