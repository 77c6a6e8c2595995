package shop.catalog;

import java.io.File;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Pictures of articles, kept beside the program. */
@RestController
public class PictureController {
    @Value("${shop.picture-dir}")
    private String pictureDir;

    @PostMapping("/articles/{number}/picture")
    public void upload(@PathVariable("number") String number, @RequestParam("file") MultipartFile file) throws IOException {
        file.transferTo(new File(pictureDir, number + ".jpg"));
    }
}
