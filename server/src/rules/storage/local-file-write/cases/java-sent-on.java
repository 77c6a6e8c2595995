package shop;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.HttpEntity;
import org.springframework.util.DigestUtils;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.multipart.MultipartFile;

public class RecordingService {
    @Value("${recordings.path}")
    private String recordings;

    @Value("${tempFilePath}")
    private String tempFilePath;

    @Value("${archive.path}")
    private String archive;

    private RestTemplate rest;
    private ArchiveServer server;
    private RecordRepository records;

    void assess(MultipartFile file, String name) throws Exception {
        // clean-next storage/local-file-write -- only the request that writes it reads it
        BufferedOutputStream stream = new BufferedOutputStream(new FileOutputStream(new File(recordings + name)));
        stream.write(file.getBytes());
        stream.close();
        MultiValueMap<String, Object> form = new LinkedMultiValueMap<String, Object>();
        form.add("sound", new FileSystemResource(recordings + name));
        rest.postForEntity("/assess", new HttpEntity<>(form), String.class);
    }

    void assessLater(MultipartFile file, String name, Map<String, Object> queue) throws Exception {
        // expect-next storage/local-file-write warning {where=recordings.path}
        BufferedOutputStream stream = new BufferedOutputStream(new FileOutputStream(new File(recordings + name)));
        stream.write(file.getBytes());
        stream.close();
        queue.put("sound", new FileSystemResource(recordings + name));
    }

    void archived(List<Record> given) throws Exception {
        for (Record record : given) {
            // clean-next storage/local-file-write -- only the request that writes it reads it
            FileOutputStream out = new FileOutputStream(tempFilePath + "/" + record.getFileName());
            out.write(record.getContent());
            out.close();
            record.setChecksum(DigestUtils.md5DigestAsHex(new FileInputStream(tempFilePath + "/" + record.getFileName())));
            record.setKey(server.createDocument("records", tempFilePath + "/" + record.getFileName()));
            records.save(record);
        }
    }

    void archivedHere(List<Record> given) throws Exception {
        for (Record record : given) {
            // expect-next storage/local-file-write warning {where=archive.path}
            FileOutputStream out = new FileOutputStream(archive + "/" + record.getFileName());
            out.write(record.getContent());
            out.close();
            record.setChecksum(DigestUtils.md5DigestAsHex(new FileInputStream(archive + "/" + record.getFileName())));
            records.save(record);
        }
    }
}
