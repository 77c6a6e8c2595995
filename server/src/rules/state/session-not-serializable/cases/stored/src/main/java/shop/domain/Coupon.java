package shop.domain;

import org.example.loyalty.Voucher;

// clean-next state/session-not-serializable -- what the library's class implements is not known
public class Coupon extends Voucher {
}
