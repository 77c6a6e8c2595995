package kr.co.dongne.shop.controller;

import java.util.List;
import java.util.stream.Collectors;
import javax.servlet.http.HttpSession;

import kr.co.dongne.shop.common.DateUtils;
import kr.co.dongne.shop.common.ShopCodes;
import kr.co.dongne.shop.common.ValidationUtils;
import kr.co.dongne.shop.domain.Cart;
import kr.co.dongne.shop.domain.Order;
import kr.co.dongne.shop.service.OrderService;
import kr.co.dongne.shop.service.StockReservationService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/order")
public class OrderController {

    @Autowired
    private OrderService orderService;

    @Autowired
    private StockReservationService stockReservationService;

    @GetMapping("/list")
    public String list(@RequestAttribute String memberId, Model model) {
        List<Order> orders = orderService.getOrders(memberId);
        model.addAttribute("orders", orders);
        model.addAttribute("orderNumbers", orders.stream().collect(Collectors.toMap(
                Order::getOrderId, order -> DateUtils.displayOrderNo(order.getOrderedAt(), order.getOrderId()))));
        return "order/list";
    }

    @PostMapping("/place")
    public String place(@ModelAttribute("order") Order order, @RequestAttribute String memberId,
                        HttpSession session, RedirectAttributes redirect) {
        Cart cart = (Cart) session.getAttribute("cart");
        String problem = findProblem(order, cart);
        if (problem != null) {
            redirect.addFlashAttribute("message", problem);
            return "redirect:/cart";
        }
        order.setMemberId(memberId);
        orderService.placeOrder(order, cart);
        stockReservationService.releaseAll(cart.getItems());
        cart.clear();
        redirect.addFlashAttribute("message", ShopCodes.bankName(order.getBankCode()) + " 계좌로 "
                + orderService.getDepositDeadline(order) + "까지 입금해 주십시오.");
        return "redirect:/order/list";
    }

    private String findProblem(Order order, Cart cart) {
        if (cart == null || cart.isEmpty()) {
            return "장바구니가 비어 있습니다.";
        }
        if (!ValidationUtils.isPhone(order.getPhone())) {
            return "휴대폰 번호를 확인해 주십시오.";
        }
        if (ShopCodes.bankName(order.getBankCode()) == null) {
            return "입금할 은행을 선택해 주십시오.";
        }
        return null;
    }
}
