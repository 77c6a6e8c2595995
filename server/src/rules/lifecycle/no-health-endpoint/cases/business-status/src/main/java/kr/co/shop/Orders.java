package kr.co.shop;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/orders")
class Orders {
    @GetMapping("/status")
    String status() {
        return "PAID";
    }

    // @GetMapping("/health")
    String text() {
        return "/health";
    }
}
