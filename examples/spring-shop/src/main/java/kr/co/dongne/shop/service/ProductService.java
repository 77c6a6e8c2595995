package kr.co.dongne.shop.service;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import kr.co.dongne.shop.domain.Product;
import kr.co.dongne.shop.mapper.ProductMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

@Service
public class ProductService {

    private static final Logger log = LoggerFactory.getLogger(ProductService.class);

    /** 엑셀에서 저장한 CSV 의 문자셋 */
    private static final Charset EXCEL_CHARSET = Charset.forName("MS949");

    /** 상품 번호별 조회수 */
    private static final Map<Long, Integer> viewCounts = new ConcurrentHashMap<>();

    @Autowired
    private ProductMapper productMapper;

    @Autowired
    private FileUploadService fileUploadService;

    public List<Product> getProducts(String category, String keyword) {
        return productMapper.selectProductList(category, keyword);
    }

    public Product getProduct(Long productId) {
        return productMapper.selectProduct(productId);
    }

    public int increaseViewCount(Long productId) {
        return viewCounts.merge(productId, 1, Integer::sum);
    }

    public List<Product> getPopularProducts(int size) {
        List<Long> ids = viewCounts.entrySet().stream()
                .sorted(Map.Entry.<Long, Integer>comparingByValue().reversed())
                .limit(size)
                .map(Map.Entry::getKey)
                .collect(Collectors.toList());
        List<Product> products = new ArrayList<>();
        for (Long id : ids) {
            Product product = productMapper.selectProduct(id);
            if (product != null) {
                products.add(product);
            }
        }
        return products;
    }

    @Transactional
    public void registerProduct(Product product, MultipartFile image) throws IOException {
        if (image != null && !image.isEmpty()) {
            product.setImage(fileUploadService.saveProductImage(image));
        }
        productMapper.insertProduct(product);
        log.info("상품 등록: {} ({})", product.getName(), product.getProductId());
    }

    /**
     * 엑셀에서 내려받은 재고표(상품번호,재고)를 반영한다.
     *
     * @return 반영한 상품 수
     */
    @Transactional
    public int importStock(MultipartFile csv) throws IOException {
        File temp = File.createTempFile("stock", ".csv");
        try {
            csv.transferTo(temp);
            return applyStock(temp);
        } finally {
            if (!temp.delete()) {
                log.warn("임시 파일을 지우지 못했습니다: {}", temp);
            }
        }
    }

    private int applyStock(File csv) throws IOException {
        int updated = 0;
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new FileInputStream(csv), EXCEL_CHARSET))) {
            String line;
            while ((line = reader.readLine()) != null) {
                String[] columns = line.split(",");
                if (columns.length >= 2 && columns[0].trim().matches("\\d+")) {
                    updated += productMapper.updateStock(
                            Long.valueOf(columns[0].trim()), Integer.parseInt(columns[1].trim()));
                }
            }
        }
        return updated;
    }
}
