package kr.co.dongne.shop.controller;

import javax.servlet.http.HttpSession;

import kr.co.dongne.shop.domain.Cart;
import kr.co.dongne.shop.domain.OrderItem;
import kr.co.dongne.shop.domain.Product;
import kr.co.dongne.shop.service.ProductService;
import kr.co.dongne.shop.service.StockReservationService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/cart")
public class CartController {

    @Autowired
    private ProductService productService;

    @Autowired
    private StockReservationService stockReservationService;

    @GetMapping
    public String view() {
        return "cart/cart";
    }

    @PostMapping("/add")
    public String add(@RequestParam Long productId, @RequestParam(defaultValue = "1") int quantity,
                      HttpSession session, RedirectAttributes redirect) {
        Product product = productService.getProduct(productId);
        if (product == null || quantity < 1) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        if (!stockReservationService.reserve(product, quantity)) {
            redirect.addFlashAttribute("message", "재고가 부족합니다.");
            return "redirect:/product/" + productId;
        }
        Cart cart = (Cart) session.getAttribute("cart");
        if (cart == null) {
            cart = new Cart();
        }
        cart.add(product, quantity);
        session.setAttribute("cart", cart);
        return "redirect:/cart";
    }

    @PostMapping("/remove")
    public String remove(@RequestParam Long productId, HttpSession session) {
        Cart cart = (Cart) session.getAttribute("cart");
        if (cart != null) {
            OrderItem removed = cart.remove(productId);
            if (removed != null) {
                stockReservationService.release(productId, removed.getQuantity());
            }
        }
        return "redirect:/cart";
    }
}
