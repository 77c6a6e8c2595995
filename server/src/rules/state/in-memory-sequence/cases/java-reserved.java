package shop.order;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

class OrderNumbers {
    // expect-next state/in-memory-sequence error {field=REQUESTED_NUMBERS}
    private static final Set<String> REQUESTED_NUMBERS = new HashSet<>();
    //                               ^^^^^^^^^^^^^^^^^
    private static final Set<String> ticketNumbers = new HashSet<>();
    private static final Set<String> names = new HashSet<>();
    private OrderDao orderDao;

    String nextNumber() {
        String next = after(orderDao.findHighest());
        while (REQUESTED_NUMBERS.contains(next)) {
            next = after(next);
        }
        REQUESTED_NUMBERS.add(next);
        return next;
    }

    // clean-next state/in-memory-sequence -- chance keeps two replicas apart
    String ticket() {
        String number = UUID.randomUUID().toString();
        while (ticketNumbers.contains(number)) {
            number = UUID.randomUUID().toString();
        }
        ticketNumbers.add(number);
        return number;
    }

    // clean-next state/in-memory-sequence -- no number
    String label(String wanted) {
        String label = wanted;
        while (names.contains(label)) {
            label = label + "_";
        }
        names.add(label);
        return label;
    }

    // clean-next state/in-memory-sequence -- of this call alone
    List<String> numbersOf(List<String> wanted) {
        Set<String> numbers = new HashSet<>();
        for (String number : wanted) {
            while (numbers.contains(number)) number = after(number);
            numbers.add(number);
        }
        return new ArrayList<>(numbers);
    }

    private String after(String number) {
        return String.valueOf(Long.parseLong(number) + 1);
    }
}
