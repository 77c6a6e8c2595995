package kr.co.dongne.shop.common;

import javax.servlet.http.HttpSession;
import javax.servlet.http.HttpSessionEvent;
import javax.servlet.http.HttpSessionListener;

import kr.co.dongne.shop.domain.Cart;
import kr.co.dongne.shop.service.StockReservationService;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** 세션이 끝나면 장바구니에 잡아 둔 재고를 되돌린다. */
public class CartSessionListener implements HttpSessionListener {

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        // 할 일 없음
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        HttpSession session = event.getSession();
        Cart cart = (Cart) session.getAttribute("cart");
        if (cart == null || cart.isEmpty()) {
            return;
        }
        WebApplicationContext context =
                WebApplicationContextUtils.getWebApplicationContext(session.getServletContext());
        if (context != null) {
            context.getBean(StockReservationService.class).releaseAll(cart.getItems());
        }
    }
}
