package kr.co.dongne.shop.controller;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import kr.co.dongne.shop.domain.Cart;
import kr.co.dongne.shop.domain.Product;
import kr.co.dongne.shop.service.StockReservationService;
import org.junit.Test;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.util.ReflectionTestUtils;

public class CartControllerTest {

    @Test
    public void 장바구니에서_빼면_잡아_둔_재고가_돌아온다() {
        Product apple = new Product();
        apple.setProductId(100L);
        apple.setStock(3);
        StockReservationService reservations = new StockReservationService();
        assertTrue(reservations.reserve(apple, 2));

        Cart cart = new Cart();
        cart.add(apple, 2);
        MockHttpSession session = new MockHttpSession();
        session.setAttribute("cart", cart);

        CartController controller = new CartController();
        ReflectionTestUtils.setField(controller, "stockReservationService", reservations);
        controller.remove(100L, session);

        assertTrue(cart.isEmpty());
        assertEquals(3, reservations.availableStock(apple));
    }
}
