package kr.co.dongne.shop.service;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.UUID;
import javax.imageio.ImageIO;

import kr.co.dongne.shop.common.ShopCodes;
import kr.co.dongne.shop.common.ValidationUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.util.StringUtils;
import org.springframework.web.multipart.MultipartFile;

/** 상품 이미지 저장과 조회. */
@Service
public class FileUploadService {

    private static final int THUMBNAIL_WIDTH = 160;

    @Value("${upload.dir}")
    private String uploadDir;

    /** @return 저장한 파일 이름 */
    public String saveProductImage(MultipartFile file) throws IOException {
        String extension = StringUtils.getFilenameExtension(file.getOriginalFilename());
        if (extension == null || !ShopCodes.IMAGE_EXTENSIONS.contains(extension.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("이미지 파일만 올릴 수 있습니다.");
        }
        File directory = new File(uploadDir);
        if (!directory.isDirectory() && !directory.mkdirs()) {
            throw new IOException("업로드 디렉터리를 만들 수 없습니다: " + directory);
        }
        String name = UUID.randomUUID().toString();
        File saved = new File(directory, name + "." + extension.toLowerCase(Locale.ROOT));
        file.transferTo(saved);
        writeThumbnail(saved, new File(directory, name + "_s.jpg"));
        return saved.getName();
    }

    /** @return 이미지 파일, 이름이 잘못되었거나 없으면 null */
    public File getImage(String fileName) {
        if (!ValidationUtils.isImageFileName(fileName)) {
            return null;
        }
        File file = new File(uploadDir, fileName);
        return file.isFile() ? file : null;
    }

    private void writeThumbnail(File source, File target) throws IOException {
        BufferedImage image = ImageIO.read(source);
        if (image == null) {
            throw new IllegalArgumentException("이미지를 읽을 수 없습니다.");
        }
        int height = Math.max(1, image.getHeight() * THUMBNAIL_WIDTH / image.getWidth());
        BufferedImage thumbnail = new BufferedImage(THUMBNAIL_WIDTH, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = thumbnail.createGraphics();
        graphics.drawImage(image, 0, 0, THUMBNAIL_WIDTH, height, null);
        graphics.dispose();
        try (OutputStream out = new FileOutputStream(target)) {
            ImageIO.write(thumbnail, "jpg", out);
        }
    }
}
