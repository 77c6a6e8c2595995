package kr.co.shop;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Status {
    @GetMapping("/api/ping")
    String ping() {
        return "pong";
    }
}
