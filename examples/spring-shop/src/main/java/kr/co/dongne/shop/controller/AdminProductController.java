package kr.co.dongne.shop.controller;

import java.io.IOException;

import kr.co.dongne.shop.common.ShopCodes;
import kr.co.dongne.shop.domain.Product;
import kr.co.dongne.shop.service.ProductService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/admin/product")
public class AdminProductController {

    @Autowired
    private ProductService productService;

    @GetMapping("/form")
    public String form(Model model) {
        model.addAttribute("categories", ShopCodes.CATEGORIES);
        return "admin/productForm";
    }

    @PostMapping("/register")
    public String register(@RequestParam String category, @RequestParam String name,
                           @RequestParam int price, @RequestParam int stock,
                           @RequestParam(required = false) String description,
                           @RequestParam(required = false) MultipartFile imageFile) throws IOException {
        Product product = new Product();
        product.setCategory(category);
        product.setName(name);
        product.setPrice(price);
        product.setStock(stock);
        product.setDescription(description);
        productService.registerProduct(product, imageFile);
        return "redirect:/product/" + product.getProductId();
    }

    @PostMapping("/stock")
    public String importStock(@RequestParam MultipartFile csv, RedirectAttributes redirect) throws IOException {
        int count = productService.importStock(csv);
        redirect.addFlashAttribute("message", count + "개 상품의 재고를 반영했습니다.");
        return "redirect:/admin/product/form";
    }
}
