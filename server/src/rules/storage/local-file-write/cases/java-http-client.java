package shop.convert;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.httpclient.HttpClient;
import org.apache.commons.httpclient.methods.PostMethod;
import org.apache.commons.httpclient.methods.multipart.FilePart;
import org.apache.commons.httpclient.methods.multipart.MultipartRequestEntity;
import org.apache.commons.httpclient.methods.multipart.Part;
import org.apache.commons.io.IOUtils;
import org.springframework.web.multipart.MultipartFile;

class Converter {
    void convert(String uri, File input, File output) throws IOException {
        PostMethod post = new PostMethod(uri);
        Part[] parts = { new FilePart(input.getName(), input) };
        post.setRequestEntity(new MultipartRequestEntity(parts, post.getParams()));
        new HttpClient().executeMethod(post);
        // clean-next storage/local-file-write -- parts that are sent, and an answer for the caller
        FileOutputStream answer = new FileOutputStream(output);
        IOUtils.copy(post.getResponseBodyAsStream(), answer);
        answer.close();
    }

    void keep(MultipartFile scan, File folder) throws IOException {
        // expect-next storage/local-file-write
        FileOutputStream kept = new FileOutputStream(new File(folder, "scan.pdf"));
        IOUtils.copy(scan.getInputStream(), kept);
        kept.close();
    }
}

class FileLockManager {
    void prepare(Path file) throws IOException {
        // clean-next storage/local-file-write -- an empty file that is made to be locked
        Files.createFile(file);
    }

    void store(Path file, byte[] content) throws IOException {
        // expect-next storage/local-file-write warning
        Files.write(file, content);
    }
}
