package kr.co.dongne.shop.controller;

import java.io.File;
import javax.servlet.http.HttpServletRequest;

import kr.co.dongne.shop.common.ShopCodes;
import kr.co.dongne.shop.domain.Product;
import kr.co.dongne.shop.service.FileUploadService;
import kr.co.dongne.shop.service.ProductService;
import kr.co.dongne.shop.service.StockReservationService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

@Controller
public class ProductController {

    private static final int POPULAR_SIZE = 3;

    @Autowired
    private ProductService productService;

    @Autowired
    private StockReservationService stockReservationService;

    @Autowired
    private FileUploadService fileUploadService;

    /** 첫 화면 겸 상품 목록 */
    @GetMapping("/")
    public String main(@RequestParam(required = false) String category,
                       @RequestParam(required = false) String keyword,
                       HttpServletRequest request) {
        request.setAttribute("categories", ShopCodes.CATEGORIES);
        request.setAttribute("products", productService.getProducts(category, keyword));
        request.setAttribute("popularProducts", productService.getPopularProducts(POPULAR_SIZE));
        return "main";
    }

    @GetMapping("/product/{productId}")
    public String detail(@PathVariable Long productId, Model model) {
        Product product = productService.getProduct(productId);
        if (product == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("product", product);
        model.addAttribute("viewCount", productService.increaseViewCount(productId));
        model.addAttribute("available", stockReservationService.availableStock(product));
        return "product/detail";
    }

    @GetMapping("/image/{fileName:.+}")
    public ResponseEntity<Resource> image(@PathVariable String fileName) {
        File file = fileUploadService.getImage(fileName);
        if (file == null) {
            return ResponseEntity.notFound().build();
        }
        MediaType type = MediaTypeFactory.getMediaType(fileName).orElse(MediaType.APPLICATION_OCTET_STREAM);
        return ResponseEntity.ok().contentType(type).body(new FileSystemResource(file));
    }
}
