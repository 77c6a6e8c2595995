package town.library;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class LendingDesk {
    public static void main(String[] args) {
        SpringApplication.run(LendingDesk.class, args);
    }
}
